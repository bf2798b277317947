import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { randomFrom } from "@/tools/interrupt/plan";
import { Known } from "@/tools/torture/known";
import { planOf } from "@/tools/torture/plan";
import { tear } from "@/tools/torture/tear";

describe("what was told is compared with what is there", () => {
  test("and nothing is wrong where it is the same, with or without what was under way", () => {
    for (const shown of [["EX-001"], ["EX-001", "EX-002"]]) {
      const known = new Known(["EX-001"], ["one"]);
      known.underWay = "two";
      expect(known.settle(shown)).toEqual([]);
      expect(known.urls).toEqual(shown.length === 2 ? ["one", "two"] : ["one"]);
    }
  });

  test("and an item that is gone, is too many or has another's number is found", () => {
    const known = () => new Known(["EX-001", "EX-002"]);
    expect(known().settle(["EX-001"])).toEqual(["EX-002 is gone"]);
    expect(known().settle(["EX-001", "EX-002", "EX-003"])).toEqual(["1 items more than were saved"]);
    expect(known().settle(["EX-001", "EX-002", "EX-002"])).toEqual(["a number was given twice: EX-001 EX-002 EX-002"]);
  });

  test("and what was saved while locked has to be there after unlocking", () => {
    const known = new Known(["EX-001"]);
    known.saved("two", null);
    expect(known.settle(["EX-001"])).toEqual(["of 1 saved while locked, 0 are there"]);
  });

  test("and a copy that was being put back is there whole, or not at all", () => {
    const known = () => {
      const empty = new Known();
      empty.mayBeRestored(["EX-001", "EX-002"], ["one", "two"]);
      return empty;
    };
    expect(known().settle([])).toEqual([]);
    expect(known().settle(["EX-001", "EX-002"])).toEqual([]);
    expect(known().settle(["EX-001"])).toEqual(["EX-002 is gone"]);
  });
});

test("a seed gives the same plan each time", () => {
  expect(planOf(7)).toEqual(planOf(7));
  expect(new Set(Array.from({ length: 200 }, (_, seed) => planOf(seed).kind)).size).toBe(9);
});

test("a tear changes one file, the same one for the same seed, and no lock or log of the browser", async () => {
  const profile = await mkdtemp(join(tmpdir(), "notes-tear-"));
  const folder = join(profile, "Default", "IndexedDB", "a.leveldb");
  await mkdir(folder, { recursive: true });
  for (let seed = 0; seed < 20; seed += 1) {
    for (const name of ["000003.log", "CURRENT", "LOG", "LOCK"]) await writeFile(join(folder, name), "x".repeat(9000));
    const { file } = await tear(profile, randomFrom(seed));
    const changed = [];
    for (const name of ["000003.log", "CURRENT", "LOG", "LOCK"])
      if ((await readFile(join(folder, name), "utf8")) !== "x".repeat(9000)) changed.push(join("a.leveldb", name));
    expect(changed).toEqual([file]);
  }
  await rm(profile, { recursive: true });
});
