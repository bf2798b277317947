/**
 * Puts back a copy into a vault in which nothing is kept: the same exhibits under the same numbers, and the same log, which
 * goes on with `restore`. Each exhibit is written as a draft and read back; one transaction then makes all of them appear.
 */
import type { Correction } from "@/src/model/correction";
import type { CustodyAct, CustodyEntry } from "@/src/model/custody";
import { VaultError } from "@/src/model/errors";
import type { CaseId, ExhibitFile, ExhibitRecord, ExhibitSummary } from "@/src/model/exhibit";
import { newRowKey } from "./cipher";
import { addDraft, discardDraft } from "./drafts";
import { FileWriter } from "./file-writer";
import { type CaptureAct, commitLedger, Ledger, LOG_LOCK } from "./ledger";
import { summaryOf } from "./lists";
import { ensureMeta } from "./meta";
import type { OpenVault } from "./open";
import { storeExhibit } from "./rows";
import type { Db } from "./schema";
import { sealCorrections } from "./stored-corrections";

/** Held by a page that writes drafts, so that a background that starts meanwhile does not sweep them away. */
export const RESTORE_LOCK = "notes-vault-restore";

export interface CopiedExhibit {
  record: ExhibitRecord;
  corrections: readonly Correction[];
  file(path: string): Promise<Uint8Array<ArrayBuffer>[]>;
}

/** What is in a copy, after it was checked against its lists, its records and its log. */
export interface Copy {
  caseId: CaseId;
  log: readonly CustodyEntry[];
  exhibits: AsyncIterable<CopiedExhibit>;
}

/** @throws {VaultError} `locked`, `notEmpty`, `damaged`, `full`: nothing was put back then */
export async function restore(
  vault: OpenVault,
  copy: Copy,
  act: CaptureAct & Pick<CustodyAct, "detail" | "digest">,
  onItem: (itemsDone: number) => void = () => {},
): Promise<void> {
  await vault.access.keys();
  await expectEmpty(vault.db);
  const written: ExhibitSummary[] = [];
  try {
    for await (const exhibit of copy.exhibits) {
      written.push(summaryOf(exhibit.record, exhibit.corrections));
      await writeExhibit(vault, exhibit);
      onItem(written.length);
    }
    await navigator.locks.request(LOG_LOCK, () => appear(vault, copy, written, act));
  } catch (error) {
    for (const { id } of written) await discardDraft(vault.db, id);
    throw error;
  }
}

async function expectEmpty(db: Db): Promise<void> {
  const counts = await Promise.all([db.count("custody"), db.count("pending"), db.count("cases")]);
  if (counts.some((count) => count > 0)) throw new VaultError("notEmpty");
}

async function writeExhibit({ db, access }: OpenVault, { record, corrections, file }: CopiedExhibit): Promise<void> {
  const { id } = record;
  const dataKey = await access.dataKey();
  const { key, wrapped } = await newRowKey(dataKey, id, 1);
  await addDraft(db, { id });
  const stored = [];
  for (const [place, { bytes, sha256, sha512, complete, ...about }] of record.files.entries()) {
    const writer = new FileWriter(db, key, id, place, about);
    for (const piece of await file(about.path)) await writer.write(piece);
    const closed = await writer.close();
    expectSame(closed.entry, { ...about, bytes, sha256, sha512, complete });
    stored.push(closed.stored);
  }
  await storeExhibit(db, { id, dataKeyId: dataKey.id, key, wrapped }, record, stored);
  if (corrections.length === 0) return;
  const row = (await db.get("exhibits", id))!;
  await db.put("exhibits", { ...row, corrections: await sealCorrections(key, id, corrections) });
}

function expectSame(written: ExhibitFile, recorded: ExhibitFile): void {
  const same = (["bytes", "sha256", "sha512"] as const).every((field) => written[field] === recorded[field]);
  if (!same) throw new VaultError("damaged");
}

async function appear(
  { db, access }: OpenVault,
  { caseId, log }: Copy,
  written: readonly ExhibitSummary[],
  act: CaptureAct & Pick<CustodyAct, "detail" | "digest">,
): Promise<void> {
  await expectEmpty(db); // also of what was saved meanwhile
  const ledger = await Ledger.restored(db, await access.keys(), caseId, log, written);
  await ledger.enter({ ...act, event: "restore", item: null });
  const meta = { ...(await ensureMeta(db)), defaultCase: caseId };
  await commitLedger(db, await ledger.rows(await access.dataKey()), (tx) => [
    ...written.map(
      ({ id }) =>
        () =>
          tx.objectStore("drafts").delete(id),
    ),
    () => tx.objectStore("meta").put(meta, "vault"),
  ]);
}
