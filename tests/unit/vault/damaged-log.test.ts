import { beforeEach, describe, expect, test, vi } from "vitest";
import { checkLog } from "@/src/custody/check";
import type { CustodyEntry } from "@/src/model/custody";
import type { CaseId } from "@/src/model/exhibit";
import { readHeads } from "@/src/platform/log-heads";
import { beginCase } from "@/src/vault/case-choice";
import { damagedAmong, unreadableIn } from "@/src/vault/damaged-items";
import { type OpenVault, openReader, openVault } from "@/src/vault/open";
import type { VaultReader } from "@/src/vault/read";
import type { Db } from "@/src/vault/schema";
import { appendAct } from "@/src/vault/seal";
import { ACT, newVault, seal } from "@/tests/support/vaults";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

const check = { ...ACT, event: "check", item: null, digest: null, detail: {} } as const;

let vault: OpenVault;
let reader: VaultReader;
let first: CaseId;
beforeEach(async () => {
  vault = await newVault();
  reader = await openReader();
  first = vault.defaultCase;
});

/** All rows of all stores, as a copy of the disk would hold them. */
async function image(db: Db): Promise<() => Promise<void>> {
  const names = [...db.objectStoreNames];
  const rows = await Promise.all(
    names.map(async (name) => ({ keys: await db.getAllKeys(name), values: await db.getAll(name) })),
  );
  return async () => {
    for (const [at, name] of names.entries()) {
      await db.clear(name);
      for (const [n, value] of rows[at]!.values.entries()) {
        const isInline = db.transaction(name).store.keyPath !== null;
        await db.put(name, value as never, isInline ? undefined : (rows[at]!.keys[n] as never));
      }
    }
  };
}

const logOf = (id: CaseId): Promise<CustodyEntry[]> => reader.custody(id);

async function spoil(seq: number): Promise<void> {
  const row = (await vault.db.get("custody", [first, seq]))!;
  row.value.bytes[0]! ^= 1;
  await vault.db.put("custody", row);
}

describe("a store that was put back whole to an older state", () => {
  test("is noticed, also by a program that was started anew", async () => {
    await seal(vault);
    const putBack = await image(vault.db);
    await seal(vault);
    await putBack();
    expect(await (await openReader()).damagedCases()).toEqual([{ caseId: first, how: "setBack" }]);
  });

  test("takes no item under a number that was given before", async () => {
    await seal(vault);
    const putBack = await image(vault.db);
    await seal(vault);
    await putBack();
    const next = await seal(vault);
    expect(next.caseId).not.toBe(first);
    const [entry] = await logOf(next.caseId);
    expect(entry).toMatchObject({ event: "check", detail: { about: "log", continues: first } });
    expect((await seal(vault)).caseId).toBe(next.caseId);
    expect((await reader.summaries()).summaries).toHaveLength(3);
    expect((await reader.damagedCases()).map(({ caseId }) => caseId)).toEqual([first]);
  });

  test("says so in its log before anything else is entered, and the log holds together", async () => {
    await seal(vault);
    const putBack = await image(vault.db);
    await appendAct(vault, first, check);
    await putBack();
    await appendAct(vault, first, { ...check, event: "export" });
    const log = await logOf(first);
    expect(log.map(({ event }) => event)).toEqual(["capture", "check", "export"]);
    expect(log[1]!.detail).toMatchObject({ about: "log", outcome: "different", how: "setBack" });
    expect(await checkLog(log, first)).toMatchObject({ ok: true });
    expect(await reader.damagedCases()).toEqual([{ caseId: first, how: "damaged" }]);
  });

  test("is not suspected where the browser ended before the note was written", async () => {
    await seal(vault);
    const noted = (await readHeads()).get(first)!;
    await seal(vault);
    const { writeHead } = await import("@/src/platform/log-heads");
    await writeHead(first, noted);
    expect(await reader.damagedCases()).toEqual([]);
    expect((await seal(vault)).exhibit).toBe(3);
  });
});

test("a store that was emptied is noticed, and a new item can be saved", async () => {
  await seal(vault);
  for (const name of vault.db.objectStoreNames) await vault.db.clear(name);
  vault.db.close();
  vault = await openVault();
  expect(await (await openReader()).damagedCases()).toEqual([{ caseId: first, how: "emptied" }]);
  expect((await seal(vault)).exhibit).toBe(1);
});

describe("a damaged log", () => {
  test("whose case row cannot be read takes entries, the first of which says so, and no item", async () => {
    await seal(vault);
    const row = (await vault.db.get("cases", first))!;
    row.value.bytes[0]! ^= 1;
    await vault.db.put("cases", row);
    const entry = await appendAct(vault, first, { ...check, event: "export" });
    expect(entry.seq).toBe(2);
    expect((await logOf(first))[1]!.detail).toMatchObject({ about: "log", how: "damaged" });
    expect((await seal(vault)).caseId).not.toBe(first);
    expect((await reader.summaries()).summaries).toHaveLength(2);
  });

  test("is given as far as it can be read", async () => {
    await seal(vault);
    await appendAct(vault, first, check);
    await appendAct(vault, first, check);
    await spoil(1);
    await expect(reader.custody(first)).rejects.toMatchObject({ code: "damaged" });
    expect((await reader.readableCustody(first)).map(({ seq }) => seq)).toEqual([0, 2]);
  });

  test("is gone on from in the role that was chosen for it", async () => {
    await beginCase(vault, { name: "Mine", role: "friend", agreed: "yes" }, ACT);
    const { current } = await reader.cases();
    await vault.db.delete("cases", current);
    const next = await seal({ ...vault, defaultCase: current });
    expect(next.caseId).not.toBe(current);
    expect((await logOf(next.caseId)).map(({ actor }) => actor)).toEqual(["friend", "friend"]);
  });
});

describe("an item of which not even the record can be read", () => {
  test("is known by its number where it is still listed", async () => {
    const { id } = await seal(vault);
    await seal(vault);
    const row = (await vault.db.get("exhibits", id))!;
    row.value.bytes[0]! ^= 1;
    await vault.db.put("exhibits", row);
    const { summaries } = await reader.summaries();
    const found = await damagedAmong(reader, summaries, new AbortController().signal);
    expect(found).toMatchObject([{ id, exhibit: 1, record: null }]);
  });

  test("is known by its number from the log where it is not", async () => {
    const { id } = await seal(vault);
    await seal(vault);
    await vault.db.delete("exhibits", id);
    expect(await unreadableIn(reader, await logOf(first))).toMatchObject([{ id, exhibit: 1, record: null }]);
    const { summaries } = await reader.summaries();
    expect(await damagedAmong(reader, summaries, new AbortController().signal)).toEqual([]);
  });
});
