import "fake-indexeddb/auto";
import { describe, expect, test, vi } from "vitest";
import { openReader, openVault } from "@/src/vault/open";
import { ExhibitWriter } from "@/src/vault/seal";
import { act, madeUpExhibit } from "@/tests/support/exhibits";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

async function vaultOf(name: string, count: number) {
  const vault = await openVault(name);
  for (let made = 0; made < count; made += 1) {
    const { id: _id, caseId: _case, exhibit: _number, files: _files, ...draft } = (await madeUpExhibit(1)).record;
    await (await ExhibitWriter.begin(vault)).seal(vault.defaultCase, draft, act());
  }
  return vault;
}

test("an item whose row is gone is named as damaged, and the others are listed", async () => {
  const { db } = await vaultOf("gone", 3);
  const reader = await openReader("gone");
  const [, second] = (await reader.summaries()).summaries;
  await db.delete("exhibits", second!.id);
  const { summaries, damaged } = await reader.summaries();
  expect(summaries.map(({ exhibit }) => exhibit)).toEqual([3, 1]);
  expect(damaged).toEqual([second!.id]);
});

describe("where the list itself is damaged", () => {
  test("what can be read is listed from the records, and items that are damaged or lack a part are named", async () => {
    const { db } = await vaultOf("damaged", 4);
    const reader = await openReader("damaged");
    const all = (await reader.summaries()).summaries;
    expect(all.map(({ exhibit }) => exhibit)).toEqual([4, 3, 2, 1]);

    const changed = (await db.get("exhibits", all[1]!.id))!;
    changed.value.bytes[0]! ^= 1;
    await db.put("exhibits", changed);
    const { value: _, ...lacking } = (await db.get("exhibits", all[2]!.id))!;
    await db.put("exhibits", lacking as typeof changed);
    await db.clear("lists");

    const { summaries, damaged } = await reader.summaries();
    expect(summaries).toEqual([all[0], all[3]]);
    expect(damaged.toSorted()).toEqual([all[1]!.id, all[2]!.id].toSorted());
  });

  test("the next item that is saved makes it anew", async () => {
    const { db } = await vaultOf("anew", 2);
    const [part] = await db.getAll("lists");
    part!.value.bytes[0]! ^= 1;
    await db.put("lists", part!);
    await vaultOf("anew", 1);
    const before = await (await openReader("anew")).summaries();
    await db.clear("exhibits"); // so that only the list can tell
    const { damaged } = await (await openReader("anew")).summaries();
    expect(damaged.toSorted()).toEqual(before.summaries.map(({ id }) => id).toSorted());
  });

  test("a part put back to an older state is not believed", async () => {
    const { db } = await vaultOf("older", 1);
    const [older] = await db.getAll("lists");
    await vaultOf("older", 1);
    await db.put("lists", older!);
    const { summaries } = await (await openReader("older")).summaries();
    expect(summaries.map(({ exhibit }) => exhibit)).toEqual([2, 1]);
  });
});

test("a log that cannot be read whole is not given in part", async () => {
  const { db, defaultCase } = await vaultOf("log", 2);
  const row = (await db.get("custody", [defaultCase, 1]))!;
  row.value.bytes[0]! ^= 1;
  await db.put("custody", row);
  await expect((await openReader("log")).custody(defaultCase)).rejects.toMatchObject({ code: "damaged" });
});

describe("the newest items", () => {
  test("come before the others, newest first, and all are in order in the end", async () => {
    await vaultOf("many", 205);
    const reader = await openReader("many");
    const told: number[][] = [];
    const { summaries } = await reader.summaries((newest) => told.push(newest.map(({ exhibit }) => exhibit)));
    const downTo = (last: number) => Array.from({ length: 205 - last + 1 }, (_, n) => 205 - n);
    expect(told).toEqual([downTo(101)]);
    expect(summaries.map(({ exhibit }) => exhibit)).toEqual(downTo(1));
  }, 30_000);
});

test("where the browser cannot read a part of the list, its items are listed from their records", async () => {
  await vaultOf("torn", 3);
  const torn = () => {
    throw new DOMException("Failed to read large IndexedDB value", "DataError");
  };
  const { get, getAll, openCursor } = IDBObjectStore.prototype;
  const unlessList = (read: (...about: never[]) => unknown) =>
    function (this: IDBObjectStore, ...about: never[]) {
      return this.name === "lists" ? torn() : read.apply(this, about);
    };
  vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(unlessList(get) as typeof get);
  vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementation(unlessList(getAll) as typeof getAll);
  vi.spyOn(IDBObjectStore.prototype, "openCursor").mockImplementation(unlessList(openCursor) as typeof openCursor);
  const { summaries, damaged } = await (await openReader("torn")).summaries();
  vi.restoreAllMocks();
  expect(summaries.map(({ exhibit }) => exhibit)).toEqual([3, 2, 1]);
  expect(damaged).toEqual([]);
});
