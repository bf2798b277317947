/**
 * What happens in the popup, one face after another. The browser is behind `PopupWorld`, so that a test can be one.
 * A capture belongs to the background: closing the popup does not end it, and the popup finds it again.
 */
import type { PageView } from "@/src/messaging/protocol";
import { type CaseNow, keepsLeast } from "@/src/model/case-line";
import type { CaptureFailure, VaultFailure } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import { isRunning, type Job } from "@/src/model/job";
import type { LookFound } from "@/src/model/look";
import type { AddressNote, ReportKind } from "@/src/model/note";
import type { Result } from "@/src/model/result";
import type { Wish } from "@/src/model/scope";
import type { Candidate } from "@/src/model/thread";
import { type Beside, type BesideWorld, outcome, runBeside } from "./run-beside";
import { runReporting, shownOn } from "./run-reporting";
import { type Chosen, faceOf, type PopupState } from "./state";

/** The tab that the popup is about, and what can be done with it. */
export interface PopupWorld extends BesideWorld {
  /** The tab's address as far as the browser tells it to us. */
  tabUrl: string | null;
  isPrivateWindow: boolean;
  inspect(): Promise<Result<PageView, CaptureFailure>>;
  /** @param index Place in the list of posts; `null`: none of them. */
  choosePost(index: number | null): Promise<Result<PageView, CaptureFailure>>;
  /** @param look What the page is proof of, where it is saved as that. */
  startCapture(wish: Wish, look?: LookFound): Promise<Result<null, CaptureFailure>>;
  stopCapture(): Promise<unknown>;
  readJob(): Promise<Job | null>;
  watchJob(onJob: (job: Job) => void): () => void;
  clearJob(): Promise<void>;
  /** The saving of some page was cut off by a restart. Told once. */
  wasCutOff(): Promise<boolean>;
  /** No passphrase is set, and the offer was not put away. */
  offersPassphrase(): Promise<boolean>;
  putOfferAway(): Promise<unknown>;
  /** The case that this would go into; `null` while the notes are locked. */
  caseNow(): Promise<CaseNow | null>;
  /** The page for the first time was neither answered nor skipped. */
  isFirst(): Promise<boolean>;
  putFirstAway(): Promise<unknown>;
  keepAddress(address: AddressNote): Promise<Result<unknown, VaultFailure>>;
  /** What the user said a report of this page is about. */
  readReportKind(url: string): Promise<ReportKind | null>;
  writeReportKind(url: string, kind: ReportKind): Promise<void>;
}

export interface PopupActions {
  /** Looks at the page in front (again). */
  look(): Promise<void>;
  /** The answer to "Which one?". */
  choose(chosen: Chosen): Promise<void>;
  save(wish: Wish): Promise<void>;
  stop(): Promise<void>;
  putOfferAway(): Promise<void>;
  putFirstAway(): Promise<unknown>;
  /** Of the page in front, and nothing else of it. */
  keepAddressOnly(): Promise<void>;
  /** What a report is about, and what its form asks for. */
  openReporting(): void;
  chooseKind(kind: ReportKind): Promise<void>;
  openUnder18(): void;
  keepAddress(): Promise<void>;
  /** From those faces to the one before. */
  goBack(): void;
  /** Opens a report form in a new tab. */
  openForm(url: string): Promise<void>;
  logSent(): Promise<void>;
  /** Keeps dated proof of what was found where something was reported: the page as it is now, where it may be kept. */
  keepLook(found: LookFound["found"]): Promise<void>;
}

/** Starts with a capture that runs or ended unseen, else with the page in front. */
export function runPopup(
  world: PopupWorld,
  draw: (state: PopupState, beside: Beside) => void,
): PopupActions & { start(): Promise<void> } {
  let url = world.tabUrl;
  let posts: Candidate[] = [];
  let shown: PopupState | null = null;
  let seen: PageView | null = null;
  let kind: ReportKind = "intimate-picture";
  let kept: ExhibitId | null = null;
  let known: Known = { now: null, isFirst: false };
  const beside = runBeside(world, () => shown && draw(shown, beside.state));
  const show = (state: PopupState) => {
    shown = state;
    draw(state, beside.state);
  };
  const report = () => (url === null ? null : world.reportFor(url, kind));
  const readKind = async () => {
    if (url !== null) kind = (await world.readReportKind(url).catch(() => null)) ?? "intimate-picture";
  };

  /** Never before something is saved. */
  const offer = async () => {
    if (!(await world.offersPassphrase().catch(() => false))) return;
    if (shown?.step === "saved") show({ ...shown, offersPassphrase: true });
  };

  const tellOthers = async () => {
    const now = await world.caseNow().catch(() => null);
    const isForOthers = now?.about.role === "friend" || now?.about.role === "bystander";
    if (isForOthers && shown?.step === "saved") show({ ...shown, isForOthers });
  };

  const follow = async ({ state }: Job) => {
    if (state.step !== "whichOne") show(faceOf(state, report()));
    if (state.step === "saved") {
      kept = state.exhibitId;
      void offer().then(tellOthers);
    }
    // An end is told once: the next popup on this tab may be about another page.
    if (!isRunning(state)) await world.clearJob();
    if (state.step === "whichOne") await look();
  };

  const look = async () => {
    kept = null;
    show({ step: "looking" });
    // All before the page is shown: nothing changes place under a hand.
    const knows = Promise.all([lookAround(world), beside.read(url)]);
    const answer = await answered(world.inspect());
    const guessed = url;
    if (answer.ok) url = answer.value.url;
    await readKind();
    [known] = await knows;
    if (url !== guessed) await beside.read(url);
    if (!answer.ok) return show({ step: "cannotSave", failure: answer.failure, report: report() });
    posts = answer.value.candidates;
    ready(answer.value, null);
  };

  const tellCutOff = async () => {
    const wasCutOff = await world.wasCutOff().catch(() => false); // then the next popup asks again
    if (wasCutOff && (shown?.step === "ready" || shown?.step === "cannotSave")) show({ ...shown, wasCutOff });
  };

  const ready = (page: PageView, chosen: Chosen | null) => {
    seen = page;
    const { isPrivateWindow } = world;
    const isUnder18 = kind === "under-18" && { isUnder18: true };
    const own = { ...known, ...isUnder18, addressOnly: "asked" } as const;
    show({ step: "ready", page, posts, chosen, report: report(), isPrivateWindow, ...own });
  };

  const choose = async (chosen: Chosen) => {
    const answer = await answered(world.choosePost(chosen === "none" ? null : chosen));
    if (!answer.ok) return show({ step: "cannotSave", failure: answer.failure, report: report() });
    ready(answer.value, chosen);
  };

  const save = async (wish: Wish, proof?: LookFound) => {
    show({ step: "saving", tilesDone: 0, tilesTotal: 0 });
    const started = await answered(world.startCapture(wish, proof));
    // Pressed twice: the first press already saves this very page.
    const running = started.ok ? null : await world.readJob();
    if (running && isRunning(running.state)) return follow(running);
    if (!started.ok) show({ step: "failed", failure: started.failure, report: report() });
  };

  /** Of someone under 18, and where the page cannot be kept, only what was found and when. */
  const keepLook = async (found: LookFound["found"]) => {
    const proof = beside.proof(found);
    const canKeep = shown?.step === "ready" && !shown.isUnder18 && beside.state.here?.reported.isUnder18 === false;
    if (proof === null || !canKeep) return beside.note(found);
    const pictures = known.now && keepsLeast(known.now.about) ? "covered" : "as shown";
    await save({ pictures, scope: null }, proof);
  };

  const keepAddressOnly = async () => {
    if (shown?.step !== "ready" || shown.addressOnly === "going on" || url === null) return;
    show({ ...shown, addressOnly: "going on" });
    const addressOnly = await outcome(world.keepAddress({ ...shownOn(url, seen), why: "came-across" }));
    if (shown?.step === "ready") show({ ...shown, addressOnly });
  };

  const openForm = async (form: string) => {
    const about = shown?.step === "under18" ? "under-18" : kind;
    if (url !== null) await world.openForm(form, { address: url, kind: about, exhibit: kept });
    await beside.read(url);
  };

  const start = async () => {
    world.watchJob((job) => void follow(job));
    const job = await world.readJob();
    if (job !== null) {
      await readKind();
      await beside.read(url);
      if (shown === null) await follow(job); // otherwise something newer was told meanwhile
      return;
    }
    await look();
    await tellCutOff();
  };

  const putOfferAway = async () => {
    await world.putOfferAway();
    if (shown?.step === "saved") show({ ...shown, offersPassphrase: false });
  };

  const reporting = runReporting(world, {
    current: () => shown,
    show,
    page: () => (url === null ? null : shownOn(url, seen)),
    kept: () => kept,
    kind: () => kind,
    setKind: (next) => {
      kind = next;
    },
  });
  const stop = async () => void (await world.stopCapture());
  const { putFirstAway } = world;
  const own = { start, look, choose, save, putOfferAway, putFirstAway, stop, openForm, keepLook, keepAddressOnly };
  return { ...own, logSent: beside.logSent, ...reporting };
}

type Known = Pick<Extract<PopupState, { step: "ready" }>, "now" | "isFirst">;

/** What is known beside the page. Where it cannot be read, the popup is as it usually is. */
async function lookAround(world: PopupWorld): Promise<Known> {
  const [now, isFirst] = await Promise.all([world.caseNow().catch(() => null), world.isFirst().catch(() => false)]);
  return { now, isFirst };
}

/** A background that is gone answers like a page that does not: the user can try again. */
async function answered<Value>(reply: Promise<Result<Value, CaptureFailure>>): Promise<Result<Value, CaptureFailure>> {
  return reply.catch(() => ({ ok: false, failure: "pageNotAnswering" }) as const);
}
