import { expect, test, vi } from "vitest";
import { ExportError } from "@/src/model/errors";
import { firstChoice, type HandOverChoice } from "@/src/ui/library/hand-over/choice";
import { runHandOver } from "@/src/ui/library/hand-over/run-hand-over";
import type { HandOverState } from "@/src/ui/library/hand-over/state";
import type { LibraryWorld, PackageRequest } from "@/src/ui/library/world";
import { handOverChoice, items, madePackage, wholePreview } from "@/tools/screens/samples";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));

const ITEM = items[1]!.id;

function handOver(changes: Partial<LibraryWorld> = {}) {
  const shown: HandOverState[] = [];
  const makePackage = vi.fn(async (_request: PackageRequest) => madePackage);
  const world = {
    summaries: async () => ({ summaries: items, damaged: [], waiting: 0 }),
    caseNames: async () => new Map([[handOverChoice.caseId, "Harbour"]]),
    previewPackage: async () => wholePreview,
    mistakeInKeys: () => null,
    newPassphrase: () => "abandon-ability",
    makePackage,
    ...changes,
  } as Partial<LibraryWorld> as LibraryWorld;
  return { run: runHandOver(world, (state) => shown.push(state)), shown, makePackage };
}

const last = (shown: readonly HandOverState[]) => shown.at(-1)!;

test("begins with the case of the newest item, for the first receiver", async () => {
  const { run, shown } = handOver();
  await run.open();
  expect(last(shown)).toMatchObject({
    step: "choosing",
    choice: firstChoice(handOverChoice.caseId, "en"),
    cases: [{ name: "Harbour", items: 4 }],
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
