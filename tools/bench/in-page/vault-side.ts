/**
 * What the vault bench runs inside a page of the release build: the vault's own code on that browser's IndexedDB. It is
 * put into the page by the driver and is in no package.
 */

import type { ExhibitId, UnnumberedRecord } from "@/src/model/exhibit";
import type { UtcInstant } from "@/src/model/instant";
import { newRowKey } from "@/src/vault/cipher";
import { addDraft } from "@/src/vault/drafts";
import { FileWriter } from "@/src/vault/file-writer";
import { INCOMING_LOCK } from "@/src/vault/incoming";
import { Ledger, LOG_LOCK } from "@/src/vault/ledger";
import { type Also, commitLedger } from "@/src/vault/ledger-commit";
import { openVault } from "@/src/vault/open";
import { IdbReader } from "@/src/vault/reader";
import { exhibitRow } from "@/src/vault/rows";
import type { ExhibitRow } from "@/src/vault/schema";
import { ExhibitWriter } from "@/src/vault/seal";
import { FILE, madeUpDraft, madeUpPage } from "../vault/made-up";
import { type Asked, askedBy } from "./asked";

const vault = openVault();
// Drafts of a page of ours are left alone by the background as long as this is held, as while a copy is put back.
void navigator.locks.request(INCOMING_LOCK, () => new Promise(() => {}));
const ACT = {
  utc: "2026-11-21T01:02:03.456Z" as UtcInstant,
  tz: "Asia/Hong_Kong",
  actor: "unstated",
  app: "made-up",
} as const;

/** Fills in one go, as items that waited while locked are settled: same rows, fewer transactions. @param from First number */
export async function fill(from: number, count: number): Promise<void> {
  const { db, access, defaultCase: caseId } = await vault;
  const dataKey = await access.dataKey();
  const drafts = Array.from({ length: count }, async (_, n) => {
    const id = crypto.randomUUID() as ExhibitId;
    const { key, wrapped } = await newRowKey(dataKey, id, 1);
    await addDraft(db, { id });
    const file = new FileWriter(db, key, id, 0, FILE);
    await file.write(madeUpPage(from + n));
    const { entry, stored } = await file.close();
    const kept: UnnumberedRecord = { ...madeUpDraft(from + n), id, caseId, files: [entry] };
    return { owner: { id, dataKeyId: dataKey.id, key, wrapped }, kept, stored: [stored] };
  });
  const written = await Promise.all(drafts);
  await navigator.locks.request(LOG_LOCK, async () => {
    const ledger = await Ledger.open(db, await access.keys(), caseId);
    const rows: ExhibitRow[] = [];
    for (const { owner, kept, stored } of written) {
      rows.push(await exhibitRow(owner, "record", await ledger.number(kept, ACT), stored));
    }
    const also: Also = (tx) => [
      ...rows.map((row) => () => tx.objectStore("exhibits").add(row)),
      ...rows.map(
        ({ id }) =>
          () =>
            tx.objectStore("drafts").delete(id),
      ),
    ];
    await commitLedger(db, await ledger.rows(dataKey), also);
  });
}

/** Adds one as a capture does. @returns Milliseconds, writing its file, and sealing it; and what was asked of the store. */
export async function add(number: number): Promise<{ fileMs: number; sealMs: number; asked: Asked }> {
  const ms = { fileMs: 0, sealMs: 0 };
  const asked = await askedBy(async () => Object.assign(ms, await timeAdding(number)));
  return { ...ms, asked };
}

async function timeAdding(number: number): Promise<{ fileMs: number; sealMs: number }> {
  const opened = await vault;
  const startMs = performance.now();
  const writer = await ExhibitWriter.begin(opened);
  const file = writer.file(FILE);
  await file.write(madeUpPage(number));
  await file.close();
  const fileMs = performance.now() - startMs;
  await writer.seal(opened.defaultCase, madeUpDraft(number), ACT);
  return { fileMs, sealMs: performance.now() - startMs - fileMs };
}

/** Reads the list. @returns Milliseconds until the newest items are there, and until all are. */
export async function list(): Promise<{ newestMs: number; wholeMs: number; items: number }> {
  const { db, access } = await vault;
  let newestMs = 0;
  const startMs = performance.now();
  const { summaries } = await new IdbReader(db, access).summaries(() => {
    newestMs = performance.now() - startMs;
  });
  return { newestMs, wholeMs: performance.now() - startMs, items: summaries.length };
}

/** The floor: the same rows and keys out of IndexedDB, and nothing done with them. */
export async function raw(): Promise<{ ms: number; bytes: number }> {
  const { db } = await vault;
  const startMs = performance.now();
  const tx = db.transaction(["cases", "lists", "exhibits"]);
  const [, lists, ids] = await Promise.all([
    tx.objectStore("cases").getAll(),
    tx.objectStore("lists").getAll(),
    tx.objectStore("exhibits").getAllKeys(),
  ]);
  const ms = performance.now() - startMs;
  const bytes = lists.reduce((sum, { value, key }) => sum + value.bytes.length + key.bytes.length, 0);
  return { ms, bytes: bytes + ids.length * 36 };
}

/** The floor of adding: one row of that size into the same store, and taken out again without measuring. */
export async function rawAdd(bytes: number): Promise<number> {
  const { db } = await vault;
  const exhibit = crypto.randomUUID() as ExhibitId;
  const row = { exhibit, file: 0, chunk: 0, iv: new Uint8Array(12), bytes: new Uint8Array(bytes) };
  const startMs = performance.now();
  const tx = db.transaction("chunks", "readwrite", { durability: "strict" });
  await Promise.all([tx.store.add(row), tx.done]);
  const ms = performance.now() - startMs;
  await db.delete("chunks", [exhibit, 0, 0]);
  return ms;
}
