import { beforeEach, describe, expect, test, vi } from "vitest";
import type { ExhibitRecord } from "@/src/model/exhibit";
import { addCorrection } from "@/src/vault/corrections";
import { checkFixity } from "@/src/vault/fixity";
import { type OpenVault, openReader } from "@/src/vault/open";
import { appendAct } from "@/src/vault/seal";
import { ACT, newVault, seal } from "@/tests/support/vaults";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

let vault: OpenVault;
let records: ExhibitRecord[];
beforeEach(async () => {
  vault = await newVault();
  records = [await seal(vault), await seal(vault, { contents: { "a.png": "one", "b.txt": "two" } })];
});

const check = async () => checkFixity(await openReader());

test("what nobody touched is all there and the same", async () => {
  const seen: number[] = [];
  const report = await checkFixity(await openReader(), { onProgress: ({ itemsDone }) => seen.push(itemsDone) });
  // Two records, and two files in each.
  expect(report).toEqual({ files: 6, findings: [], isComplete: true, caseIds: [vault.defaultCase], damagedLogs: [] });
  expect(seen).toEqual([0, 1, 2]);
});

test("one byte changed in any chunk of any file is found, and the file is named", async () => {
  for (const row of await vault.db.getAll("chunks")) {
    const record = records.find(({ id }) => id === row.exhibit)!;
    const at = Math.floor(Math.random() * row.bytes.length);
    const changed = structuredClone(row);
    changed.bytes[at]! ^= 1;
    await vault.db.put("chunks", changed);
    expect((await check()).findings).toEqual([
      { id: record.id, exhibit: record.exhibit, path: record.files[row.file]!.path, state: "changed" },
    ]);
    await vault.db.delete("chunks", [row.exhibit, row.file, row.chunk]);
    expect((await check()).findings).toMatchObject([{ path: record.files[row.file]!.path, state: "missing" }]);
    await vault.db.put("chunks", row);
  }
  expect((await check()).findings).toEqual([]);
});

describe("is found", () => {
  test("a record that was changed, and one that is gone", async () => {
    const [first, second] = records;
    const row = (await vault.db.get("exhibits", first!.id))!;
    row.value.bytes[9]! ^= 1;
    await vault.db.put("exhibits", row);
    await vault.db.delete("exhibits", second!.id);
    expect((await check()).findings).toEqual([
      { id: second!.id, exhibit: null, path: "record.json", state: "missing" },
      { id: first!.id, exhibit: 1, path: "record.json", state: "changed" },
    ]);
  });

  test("a correction that was taken out again without the log knowing", async () => {
    const item = records[0]!.id;
    const before = (await vault.db.get("exhibits", item))!;
    await addCorrection(vault, { item, fact: "handle", value: "someone.else" }, ACT);
    expect((await check()).findings).toEqual([]);
    await vault.db.put("exhibits", before);
    expect((await check()).findings).toEqual([{ id: item, exhibit: 1, path: "corrections", state: "changed" }]);
  });

  test("a log whose end was cut, or of which an entry was changed", async () => {
    await appendAct(vault, vault.defaultCase, { ...ACT, event: "check", item: null, digest: null, detail: {} });
    const last = (await vault.db.get("custody", [vault.defaultCase, 2]))!;
    await vault.db.delete("custody", [vault.defaultCase, 2]);
    const finding = { id: null, exhibit: null, path: "custody.jsonl", state: "changed" };
    expect((await check()).findings).toEqual([finding]);
    last.value.bytes[0]! ^= 1;
    await vault.db.put("custody", last);
    expect((await check()).findings).toEqual([finding]);
  });
});

test("stopped half-way it says what it found so far, and that it did not come to the end", async () => {
  const stop = new AbortController();
  const report = await checkFixity(await openReader(), {
    signal: stop.signal,
    onProgress: ({ itemsDone }) => itemsDone === 1 && stop.abort(),
  });
  expect(report).toMatchObject({ files: 3, findings: [], isComplete: false });
});
