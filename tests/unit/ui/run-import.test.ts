import { expect, test, vi } from "vitest";
import { ImportError, VaultError } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import { MAX_IMPORT_FILES } from "@/src/model/from-elsewhere";
import { type ImportState, type ImportWorld, runImport } from "@/src/ui/library/importing/run-import";

const item = (exhibit: number) => ({ id: `id-${exhibit}` as ExhibitId, exhibit });
const files = (count: number) => Array.from({ length: count }, (_, n) => new File(["xy"], `${n}.txt`));

function importing(importFile: ImportWorld["importFile"]) {
  const shown: ImportState[] = [];
  return { shown, run: runImport({ importFile }, (state) => shown.push(state)) };
}

test("each file is told of; one that cannot come in stops no other", async () => {
  let next = 1;
  const { shown, run } = importing(async ({ file, onBytes }) => {
    if (file.name === "0.txt") throw new ImportError("unreadable");
    if (file.name === "1.txt") throw new VaultError("full");
    onBytes(1);
    onBytes(1);
    return item(next++);
  });
  await run.take(files(3), "chosen");
  expect(shown.at(-1)).toEqual({
    step: "imported",
    outcomes: [
      { name: "0.txt", item: null, failure: "unreadable" },
      { name: "1.txt", item: null, failure: "full" },
      { name: "2.txt", item: item(1), failure: null },
    ],
  });
  const told = shown.filter((state) => state.step === "importing");
  expect(told.at(-1)).toMatchObject({ place: 3, files: 3, bytesDone: 6, bytesTotal: 6 });
  expect(told.map(({ bytesDone }) => bytesDone)).toEqual(told.map(({ bytesDone }) => bytesDone).sort((a, b) => a - b));
});

test("stopping keeps what came in, and names what did not", async () => {
  const { shown, run } = importing(async ({ file, signal }) => {
    if (file.name === "0.txt") return item(1);
    run.stop();
    expect(signal.aborted).toBe(true);
    throw new ImportError("stopped");
  });
  await run.take(files(3), "dropped");
  const state = shown.at(-1);
  expect(state?.step === "imported" && state.outcomes.map(({ failure }) => failure)).toEqual([
    null,
    "stopped",
    "stopped",
  ]);
});

test("more files than come in at one go are named, and nothing of them is read", async () => {
  const importFile = vi.fn(async () => item(1));
  const { shown, run } = importing(importFile);
  await run.take(files(MAX_IMPORT_FILES + 2), "chosen");
  expect(importFile).toHaveBeenCalledTimes(MAX_IMPORT_FILES);
  const state = shown.at(-1);
  expect(state?.step === "imported" && state.outcomes.at(-1)).toMatchObject({ failure: "tooMany" });
});
