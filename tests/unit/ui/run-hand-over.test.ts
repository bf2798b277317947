import { describe, expect, test, vi } from "vitest";
import { ExportError, VaultError } from "@/src/model/errors";
import type { CaseId, ExhibitId } from "@/src/model/exhibit";
import type { Note } from "@/src/model/note";
import { firstChoice, type HandOverChoice } from "@/src/ui/library/hand-over/choice";
import type { NotInside } from "@/src/ui/library/hand-over/not-inside";
import { runHandOver } from "@/src/ui/library/hand-over/run-hand-over";
import type { HandOverState, MadePackage } from "@/src/ui/library/hand-over/state";
import type { LibraryWorld, PackageRequest } from "@/src/ui/library/world";
import { handOverChoice, items, madePackage, packagePreview, wholePreview } from "@/tools/screens/samples";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));

const ITEM = items[1]!.id;
const EVENT = { kind: "event" } as Note;
const CASE_NOTE = { kind: "case" } as Note;
/** Two cases; of the second these are the notes. */
const twoCases = (notes: Note[], damaged: unknown[] = []) =>
  ({
    caseBook: { list: async () => [{ id: handOverChoice.caseId }, { id: "other" }] },
    notes: async (id: CaseId) => (id === handOverChoice.caseId ? { notes: [EVENT], damaged: [] } : { notes, damaged }),
  }) as Partial<LibraryWorld>;

function handOver(changes: Partial<LibraryWorld> = {}) {
  const shown: HandOverState[] = [];
  const makePackage = vi.fn(async (_request: PackageRequest) => madePackage);
  const world = {
    summaries: async () => ({ summaries: items, damaged: [], waiting: 0 }),
    caseBook: { list: async () => [{ id: handOverChoice.caseId }] },
    notes: async () => ({ notes: [EVENT], damaged: [] }),
    aboutCases: async () => new Map([[handOverChoice.caseId, { name: "Harbour", role: "bystander", agreed: "no" }]]),
    previewPackage: async () => wholePreview,
    mistakeInKeys: () => null,
    newPassphrase: () => "abandon-ability",
    makePackage,
    ...changes,
  } as unknown as LibraryWorld;
  return { run: runHandOver(world, (state) => shown.push(state)), shown, makePackage };
}

const last = (shown: readonly HandOverState[]) => shown.at(-1)!;

test("begins with the case of the newest item, for the first receiver", async () => {
  const { run, shown } = handOver();
  await run.open();
  expect(last(shown)).toMatchObject({
    step: "choosing",
    choice: firstChoice(handOverChoice.caseId, "en"),
    cases: [{ name: "Harbour", role: "bystander", items: 4 }],
  });
});

test("makes what was looked at, and nothing that was not", async () => {
  const { run, makePackage } = handOver();
  await run.open();
  await run.make();
  expect(makePackage).not.toHaveBeenCalled();
  await run.preview({ ...handOverChoice, picked: new Set([ITEM]), pictures: "none" });
  await run.make();
  expect(makePackage.mock.lastCall![0]).toMatchObject({ pictures: "none", bytes: 24_000_000, seal: { by: "nothing" } });
  expect(makePackage.mock.lastCall![0].items.map(({ id }) => id)).toEqual([ITEM]);
});

test("the items go in the order of their numbers", async () => {
  const { run, makePackage } = handOver();
  await run.open();
  await run.preview(handOverChoice);
  await run.make();
  expect(makePackage.mock.lastCall![0].items.map(({ exhibit }) => exhibit)).toEqual([1, 2, 3, 4]);
});

test("a passphrase is made with the package", async () => {
  const { run, makePackage } = handOver();
  await run.open();
  await run.preview({ ...handOverChoice, seal: { by: "words" } });
  await run.make();
  expect(makePackage.mock.lastCall![0].seal).toEqual({ by: "words", passphrase: "abandon-ability" });
});

test("nothing is counted while a key is mistyped, and what was typed stays", async () => {
  const previewPackage = vi.fn();
  const { run, shown } = handOver({ mistakeInKeys: () => "mistypedKey", previewPackage });
  await run.open();
  const choice: HandOverChoice = { ...handOverChoice, seal: { by: "keys", keys: "age1x" } };
  await run.preview(choice);
  expect(last(shown)).toMatchObject({ step: "choosing", choice, mistake: "mistypedKey" });
  expect(previewPackage).not.toHaveBeenCalled();
});

test("counting that was stopped leads back to the choices", async () => {
  const { run, shown } = handOver({
    previewPackage: ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
  });
  await run.open();
  const counting = run.preview({ ...handOverChoice, receiver: "friend" });
  run.stop();
  await counting;
  expect(last(shown)).toMatchObject({ step: "choosing", choice: { receiver: "friend" } });
});

test("after a failure the choices are there again, without items that are no longer kept", async () => {
  let kept = items;
  const { run, shown } = handOver({
    summaries: async () => ({ summaries: kept, damaged: [], waiting: 0 }),
    makePackage: () => Promise.reject(new ExportError("fileChanged", { exhibit: 3, path: "x" })),
  });
  await run.open();
  await run.preview({ ...handOverChoice, receiver: "lawyer", picked: new Set([ITEM, items[0]!.id]) });
  await run.make();
  expect(last(shown)).toEqual({ step: "notMade", failure: { code: "fileChanged", exhibit: 3 } });
  kept = items.filter(({ id }) => id !== ITEM);
  await run.choose();
  expect(last(shown)).toMatchObject({ choice: { receiver: "lawyer", picked: new Set([items[0]!.id]) } });
});

test("the bar moves some hundred times, however many pieces there are, and to the end", async () => {
  const { run, shown } = handOver({
    makePackage: async ({ onProgress }) => {
      for (let at = 0; at <= 10_000; at += 1)
        onProgress({ filesDone: Math.floor(at / 1000), filesTotal: 10, bytesDone: at, bytesTotal: 10_000 });
      return madePackage;
    },
  });
  await run.open();
  await run.preview(handOverChoice);
  await run.make();
  const steps = shown.filter(({ step }) => step === "making");
  expect(steps.length).toBeLessThan(410);
  expect(steps.at(-1)).toMatchObject({ filesDone: 10, bytesDone: 10_000 });
});

describe("what is kept and not in the package is told with it", () => {
  const ALL = { ...madePackage, exhibits: items.map(({ id }) => id) };
  async function notInsideOf(made: MadePackage, changes: Partial<LibraryWorld> = {}) {
    const { run, shown } = handOver({ makePackage: async () => made, ...changes });
    await run.open();
    await run.preview(handOverChoice);
    await run.make();
    const state = last(shown);
    return state.step === "made" ? state.notInside : state.step;
  }
  const summaries = (some: object) => async () => ({ summaries: items, damaged: [], waiting: 0, ...some });

  test("nothing, where everything went in", async () => {
    expect(await notInsideOf(ALL)).toEqual([]);
    expect(await notInsideOf(ALL, twoCases([CASE_NOTE]))).toEqual([]);
  });

  test.each<[string, MadePackage, Partial<LibraryWorld>, NotInside]>([
    ["files that were left out", ALL, { previewPackage: async () => packagePreview }, "files"],
    ["an item that was not chosen", { ...ALL, exhibits: ALL.exhibits.slice(1) }, {}, "items"],
    ["one that was saved while the notes were locked", ALL, { summaries: summaries({ waiting: 1 }) }, "items"],
    ["an item that is damaged", { ...ALL, damaged: 1 }, {}, "damaged"],
    ["one that cannot be read", ALL, { summaries: summaries({ damaged: [ITEM] }) }, "damaged"],
    ["entries of the log", { ...ALL, logBrokenAt: 3 }, {}, "damaged"],
    ["a note that cannot be read", ALL, twoCases([], [{}]), "damaged"],
    ["what was written in another case", ALL, twoCases([EVENT]), "words"],
    ["what was written", { ...ALL, withWords: false }, {}, "words"],
  ])("%s", async (_what, made, changes, what) => {
    expect(await notInsideOf(made, changes)).toEqual([what]);
  });

  test("an item of another case, and one that came meanwhile: everything is deleted together", async () => {
    const other = { ...items[0]!, id: "0a0a0a0a-0000-4000-8000-000000000001" as ExhibitId, caseId: "x" as CaseId };
    let kept = items;
    const makePackage = async () => {
      kept = [...items, other];
      return ALL;
    };
    const found = notInsideOf(ALL, {
      makePackage,
      summaries: async () => ({ summaries: kept, damaged: [], waiting: 0 }),
    });
    expect(await found).toEqual(["items"]);
  });

  test("a package stays made though what is kept cannot be read any more, and nothing is said to be complete", async () => {
    let reads = 0;
    const once = async () => {
      if (++reads > 1) throw new VaultError("locked");
      return { summaries: items, damaged: [], waiting: 0 };
    };
    expect(await notInsideOf(ALL, { summaries: once })).toEqual(["damaged"]);
  });
});
