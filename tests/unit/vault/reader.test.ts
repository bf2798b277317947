import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import { openReader, openVault } from "@/src/vault/open";
import { ExhibitWriter } from "@/src/vault/seal";
import { act, madeUpExhibit } from "@/tests/support/exhibits";

vi.mock("@/src/platform/browser", () => ({
  browser: { storage: { session: { get: async () => ({}), set: async () => {} } } },
}));

async function vaultOf(name: string, count: number) {
  const vault = await openVault(name);
  for (let made = 0; made < count; made += 1) {
    const { id: _id, caseId: _case, exhibit: _number, files: _files, ...draft } = (await madeUpExhibit(1)).record;
    await (await ExhibitWriter.begin(vault)).seal(vault.defaultCase, draft, act());
  }
  return vault;
}

test("what can be read is listed when one item is damaged and one lacks a part, and these are named", async () => {
  const { db } = await vaultOf("damaged", 4);
  const reader = await openReader("damaged");
  const all = (await reader.summaries()).summaries;
  expect(all.map(({ exhibit }) => exhibit)).toEqual([4, 3, 2, 1]);

  const changed = (await db.get("exhibits", all[1]!.id))!;
  changed.summary.bytes[0]! ^= 1;
  await db.put("exhibits", changed);
  const { summary: _, ...lacking } = (await db.get("exhibits", all[2]!.id))!;
  await db.put("exhibits", lacking as typeof changed);

  const { summaries, damaged } = await reader.summaries();
  expect(summaries.map(({ exhibit }) => exhibit)).toEqual([4, 1]);
  expect(damaged.toSorted()).toEqual([all[1]!.id, all[2]!.id].toSorted());
});

test("a log that cannot be read whole is not given in part", async () => {
  const { db, defaultCase } = await vaultOf("log", 2);
  const row = (await db.get("custody", [defaultCase, 1]))!;
  row.value.bytes[0]! ^= 1;
  await db.put("custody", row);
  await expect((await openReader("log")).custody(defaultCase)).rejects.toMatchObject({ code: "damaged" });
});
