import { describe, expect, test, vi } from "vitest";
import { ExportError, VaultError } from "@/src/model/errors";
import { type CopiesState, type CopiesWorld, type CopyMade, runCopies } from "@/src/ui/library/copies/run-copies";

const FILE = new Blob(["age"]);

function copies(changes: Partial<CopiesWorld>) {
  const shown: CopiesState[] = [];
  const world: CopiesWorld = {
    read: async () => ({ places: 1, newItems: 0, hasNewWords: false }),
    isAhead: async () => false,
    make: async () => ({ fileName: "documents.zip.age", leftOut: 0, damagedCases: [] }),
    check: async () => {},
    putBack: async () => ({ items: 3, asksForStamps: false }),
    ...changes,
  };
  return { shown, run: runCopies(world, (state) => shown.push(state)) };
}

const stepsOf = (shown: readonly CopiesState[]) =>
  shown.map(({ doing }) => doing.step).filter((step, place, all) => step !== all[place - 1]);

describe("a copy that is made", () => {
  test("tells how far it is, a thousandth at a time however many pieces there are", async () => {
    const { shown, run } = copies({
      make: async ({ onProgress }) => {
        for (let bytesDone = 0; bytesDone <= 100_000; bytesDone += 1) onProgress({ bytesDone, bytesTotal: 100_000 });
        return { fileName: "documents.zip.age", leftOut: 0, damagedCases: [] };
      },
    });
    await run.make({ passphrase: "heather anchor" });
    const told = shown.filter(({ doing }) => doing.step === "making");
    expect(told.length).toBeGreaterThan(900);
    expect(told.length).toBeLessThan(1100);
    expect(shown.at(-1)!.doing).toEqual({ step: "made", fileName: "documents.zip.age", leftOut: 0, damagedCases: [] });
  });

  test("is stopped by Stop, and says so as a stop and not as a failure", async () => {
    const { shown, run } = copies({
      make: ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener("abort", () => reject(new ExportError("cancelled")))),
    });
    const making = run.make({ passphrase: "heather anchor" });
    run.stop();
    await making;
    expect(stepsOf(shown)).toEqual(["making", "stopped"]);
  });

  test("keeps another from being begun beside it", async () => {
    const check = vi.fn(async () => {});
    const made = Promise.withResolvers<CopyMade>();
    const { run } = copies({
      make: () => made.promise,
      check,
    });
    const making = run.make({ passphrase: "heather anchor" });
    await run.check(FILE, "heather anchor", "stick");
    expect(check).not.toHaveBeenCalled();
    made.resolve({ fileName: "", leftOut: 0, damagedCases: [] });
    await making;
  });
});

describe("a copy that is opened", () => {
  test("names each part of the work as it begins", async () => {
    const { shown, run } = copies({
      putBack: async ({ onProgress }) => {
        for (const part of ["unsealing", "comparing", "writing"] as const)
          onProgress({ part, bytesDone: 1, bytesTotal: 3 });
        return { items: 3, asksForStamps: true };
      },
    });
    await run.putBack(FILE, "heather anchor");
    const parts = shown.flatMap(({ doing }) => (doing.step === "opening" ? [doing.part] : []));
    expect(parts).toEqual(["unsealing", "unsealing", "comparing", "writing"]);
    expect(shown.at(-1)!.doing).toEqual({ step: "putBack", items: 3, asksForStamps: true });
  });

  test("says why it was refused, and can be tried again", async () => {
    const refused = vi.fn<CopiesWorld["check"]>().mockRejectedValueOnce(new VaultError("wrongPassphrase"));
    const { shown, run } = copies({ check: refused.mockResolvedValue(undefined) });
    await run.check(FILE, "not it", "stick");
    expect(shown.at(-1)!.doing).toEqual({ step: "failed", failure: { code: "wrongPassphrase" } });
    await run.check(FILE, "heather anchor", "stick");
    expect(shown.at(-1)!.doing).toEqual({ step: "checked" });
  });
});
