/**
 * Handing over: choosing, a look at what will be inside, and making a package. Making goes on while another section is looked
 * at; only Stop or closing the page ends it.
 */
import { screenLanguage } from "@/src/i18n/languages";
import { UNSTATED } from "@/src/model/case-line";
import type { CaseId, ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import type { PackagePreview } from "@/src/model/hand-over";
import { packageFailure, vaultFailure } from "@/src/ui/library/failures";
import type { LibraryWorld, PackageRequest } from "@/src/ui/library/world";
import { type CaseToChoose, chosenItems, firstChoice, type HandOverChoice, type Seal } from "./choice";
import { notInside, readKept } from "./not-inside";
import type { BinderChoice, BinderState, HandOverState, PackageProgress } from "./state";

export interface HandOverRun {
  /** Shows where it stands; begins with the choice when nothing is under way. */
  open(): Promise<void>;
  /** With the choices that were made before, where there were any. */
  choose(): Promise<void>;
  preview(choice: HandOverChoice): Promise<void>;
  /** What was looked at last. Must be called from a press: a large package asks for a place. */
  make(): Promise<void>;
  /** The same once more, with what is intact. */
  makeWithoutDamaged(): Promise<void>;
  /** The printed form of the package that was just made. */
  makeBinder(choice: BinderChoice): Promise<void>;
  /** Whatever is being counted or made. */
  stop(): void;
}

const NOTHING_SEEN: PackagePreview = {
  rows: [],
  carried: { pictureAddresses: 0, fileNames: 0, places: 0 },
  notWhole: 0,
  words: { events: 0, reports: 0 },
};
const NOTHING_DONE: PackageProgress = { filesDone: 0, filesTotal: 0, bytesDone: 0, bytesTotal: 0 };

export function runHandOver(world: LibraryWorld, show: (state: HandOverState) => void): HandOverRun {
  let state: HandOverState = { step: "reading" };
  let kept: { items: ExhibitSummary[]; cases: CaseToChoose[]; damaged: ExhibitId[] } = {
    items: [],
    cases: [],
    damaged: [],
  };
  let choice: HandOverChoice | null = null;
  let lookedAt: Extract<HandOverState, { step: "preview" }> | null = null;
  let stopping = new AbortController();

  const put = (next: HandOverState) => {
    state = next;
    show(state);
  };
  const begin = () => {
    stopping = new AbortController();
    return stopping.signal;
  };

  const choose = async () => {
    put({ step: "reading" });
    try {
      const { summaries: items, damaged } = await world.summaries();
      kept = { items, cases: await casesOf(world, items), damaged };
      choice = stillPossible(choice, items);
      put({ step: "choosing", ...kept, choice, mistake: null });
    } catch (error) {
      put({ step: "failed", failure: vaultFailure(error) });
    }
  };

  const preview = async (chosen: HandOverChoice) => {
    choice = chosen;
    const mistake = chosen.seal.by === "keys" ? world.mistakeInKeys(chosen.seal.keys) : null;
    if (mistake !== null) return put({ step: "choosing", ...kept, choice, mistake });
    const items = chosenItems(kept.items, chosen);
    const counting = (itemsDone: number) => put({ step: "counting", itemsDone, itemsTotal: items.length });
    const signal = begin();
    counting(0);
    try {
      const { pictures, withWords } = chosen;
      const found = await world.previewPackage({ items, pictures, withWords, onProgress: counting, signal });
      put({ step: "preview", choice: chosen, items, preview: found });
    } catch (error) {
      if (signal.aborted) return put({ step: "choosing", ...kept, choice, mistake: null });
      const failure = vaultFailure(error);
      if (failure !== "damaged") return put({ step: "failed", failure });
      // A record cannot be read. What can be is still offered.
      lookedAt = { step: "preview", choice: chosen, items, preview: NOTHING_SEEN };
      put({ step: "notMade", failure: { code: failure } });
    }
  };

  const make = async (withoutDamaged: boolean) => {
    if (state.step === "preview") lookedAt = state;
    else if (state.step !== "notMade") return;
    if (lookedAt === null) return;
    const { items, preview: found, choice: chosen } = lookedAt;
    const signal = begin();
    put({ step: "making", ...NOTHING_DONE });
    try {
      const made = await world.makePackage({
        ...chosen,
        items,
        bytes: found.rows.reduce((sum, { bytes }) => sum + bytes, 0),
        seal: sealing(world, chosen.seal),
        withoutDamaged,
        onProgress: everyStep((progress) => put({ step: "making", ...progress })),
        signal,
      });
      // The package is made; that what is kept cannot be read now is no failure of it.
      const keptNow = await readKept(world).catch(() => null);
      put({ step: "made", package: made, notInside: notInside(made, found, keptNow), binder: { step: "choosing" } });
    } catch (error) {
      put({ step: "notMade", failure: packageFailure(error) });
    }
  };

  return {
    choose,
    preview,
    make: () => make(false),
    makeWithoutDamaged: () => make(true),
    open: async () => (isUnderWay(state) ? show(state) : choose()),
    async makeBinder(binderChoice) {
      if (state.step !== "made" || state.binder.step === "making") return;
      const { binder: _, ...rest } = state;
      const made = rest.package;
      const putBinder = (binder: BinderState) => put({ ...rest, binder });
      const signal = begin();
      putBinder({ step: "making", sheetsDone: 0, sheetsTotal: 0 });
      try {
        const { fileName } = await world.makeBinder({
          ...binderChoice,
          package: made,
          onProgress: (sheetsDone, sheetsTotal) => putBinder({ step: "making", sheetsDone, sheetsTotal }),
          signal,
        });
        putBinder({ step: "made", fileName });
      } catch (error) {
        putBinder({ step: "notMade", failure: packageFailure(error) });
      }
    },
    stop: () => stopping.abort(),
  };
}

/** Passes on what moves the bar, and the end: a package has thousands of pieces, and drawing takes as long as some of them. */
function everyStep(show: (progress: PackageProgress) => void): (progress: PackageProgress) => void {
  let shownBytes = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const isLast = progress.filesDone === progress.filesTotal;
    if (!isLast && progress.bytesDone - shownBytes < progress.bytesTotal / STEPS) return;
    shownBytes = progress.bytesDone;
    show(progress);
  };
}
const STEPS = 400;

const isUnderWay = ({ step }: HandOverState): boolean => step === "counting" || step === "making" || step === "made";

/** The words are made no earlier than the package, and are nowhere but on the screen that says it is ready. */
function sealing(world: LibraryWorld, seal: Seal): PackageRequest["seal"] {
  return seal.by === "words" ? { by: "words", passphrase: world.newPassphrase() } : seal;
}

/** The choices made before, without what is no longer kept; of the case with the newest item where there were none. */
function stillPossible(choice: HandOverChoice | null, items: readonly ExhibitSummary[]): HandOverChoice | null {
  const [newest] = items;
  if (newest === undefined) return null;
  if (choice === null || items.every(({ caseId }) => caseId !== choice.caseId))
    return firstChoice(newest.caseId, screenLanguage());
  const there = new Set(items.map(({ id }) => id));
  return { ...choice, picked: choice.picked?.intersection(there) ?? null };
}

/** Those that hold any of the items, the one with the newest first. */
async function casesOf(world: LibraryWorld, items: readonly ExhibitSummary[]): Promise<CaseToChoose[]> {
  const counts = new Map<CaseId, number>();
  for (const { caseId } of items) counts.set(caseId, (counts.get(caseId) ?? 0) + 1);
  const about = await world.aboutCases([...counts.keys()]);
  return [...counts].map(([id, items]) => {
    const { name, role } = about.get(id) ?? UNSTATED;
    return { id, name: name || null, role, items };
  });
}
