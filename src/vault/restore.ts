/**
 * Puts back a copy into a vault in which nothing is kept: the same cases, exhibits, numbers and words, and the same logs,
 * each of which goes on with `restore`. Each exhibit is written as a draft and read back; one transaction then makes all
 * of them appear.
 */
import type { Correction } from "@/src/model/correction";
import type { CustodyEntry } from "@/src/model/custody";
import { VaultError } from "@/src/model/errors";
import type { CaseId, ExhibitFile, ExhibitId, ExhibitRecord, ExhibitSummary } from "@/src/model/exhibit";
import type { Note } from "@/src/model/note";
import type { KeptRemarks } from "@/src/model/remarks";
import { newRowKey } from "./cipher";
import { addDraft, discardDraft } from "./drafts";
import { FileWriter } from "./file-writer";
import { type CaptureAct, commitLedgers, Ledger, LOG_LOCK } from "./ledger";
import { summaryOf } from "./lists";
import { ensureMeta } from "./meta";
import { sealNote } from "./notes";
import type { OpenVault } from "./open";
import { storeExhibit } from "./rows";
import type { Db, VaultMeta } from "./schema";
import { sealCorrections } from "./stored-corrections";
import { sealRemarks } from "./stored-remarks";

/** Held by a page that writes drafts, so that a background that starts meanwhile does not sweep them away. */
export const RESTORE_LOCK = "notes-vault-restore";

export interface CopiedExhibit {
  record: ExhibitRecord;
  corrections: readonly Correction[];
  remarks: KeptRemarks | null;
  read(path: string, take: (piece: Uint8Array) => Promise<void>): Promise<void>;
}

/** One case of a copy, after it was checked against its lists, its records and its log. */
export interface CopiedCase {
  caseId: CaseId;
  log: readonly CustodyEntry[];
  notes: readonly Note[];
  exhibits(): AsyncIterable<CopiedExhibit>;
  /** Of the bag that it was in. */
  digest: `sha256:${string}`;
}

export interface RestoreOptions {
  /** Set in the same transaction. */
  meta: Pick<VaultMeta, "defaultCase"> & Partial<Pick<VaultMeta, "idleMinutes">>;
  onBytes?: (written: number) => void;
  /** When aborted, restoring rejects with the signal's reason, and nothing was put back. */
  signal?: AbortSignal;
}

/** @throws {VaultError} `locked`, `notEmpty`, `damaged`, `full`: nothing was put back then */
export async function restore(
  vault: OpenVault,
  cases: readonly CopiedCase[],
  act: CaptureAct,
  options: RestoreOptions,
): Promise<void> {
  await vault.access.keys();
  await expectEmpty(vault.db);
  const written = new Map<CaseId, ExhibitSummary[]>(cases.map(({ caseId }) => [caseId, []]));
  const begun: ExhibitId[] = [];
  try {
    for (const { caseId, exhibits } of cases) {
      for await (const exhibit of exhibits()) {
        begun.push(exhibit.record.id);
        await writeExhibit(vault, exhibit, options);
        written.get(caseId)!.push(summaryOf(exhibit.record, exhibit.corrections, exhibit.remarks?.remarks));
      }
    }
    await navigator.locks.request(LOG_LOCK, () => appear(vault, cases, written, act, options));
  } catch (error) {
    for (const id of begun) await discardDraft(vault.db, id);
    throw error;
  }
}

async function expectEmpty(db: Db): Promise<void> {
  const counts = await Promise.all([db.count("custody"), db.count("pending"), db.count("cases")]);
  if (counts.some((count) => count > 0)) throw new VaultError("notEmpty");
}

async function writeExhibit({ db, access }: OpenVault, exhibit: CopiedExhibit, options: RestoreOptions): Promise<void> {
  const { record, corrections, remarks } = exhibit;
  const { id } = record;
  const dataKey = await access.dataKey();
  const { key, wrapped } = await newRowKey(dataKey, id, 1);
  await addDraft(db, { id });
  const stored = [];
  for (const [place, file] of record.files.entries()) {
    const { bytes: _bytes, sha256: _short, sha512: _long, complete, ...about } = file;
    const writer = new FileWriter(db, key, id, place, about);
    await exhibit.read(about.path, async (piece) => {
      options.signal?.throwIfAborted();
      await writer.write(new Uint8Array(piece));
      options.onBytes?.(piece.length);
    });
    const closed = await writer.close();
    expectSame({ ...closed.entry, complete }, file);
    stored.push(closed.stored);
  }
  await storeExhibit(db, { id, dataKeyId: dataKey.id, key, wrapped }, record, stored);
  const words = {
    ...(corrections.length > 0 && { corrections: await sealCorrections(key, id, corrections) }),
    ...(remarks !== null && { remarks: await sealRemarks(key, id, remarks) }),
  };
  if (Object.keys(words).length > 0) await db.put("exhibits", { ...(await db.get("exhibits", id))!, ...words });
}

function expectSame(written: ExhibitFile, recorded: ExhibitFile): void {
  const same = (["bytes", "sha256", "sha512"] as const).every((field) => written[field] === recorded[field]);
  if (!same) throw new VaultError("damaged");
}

async function appear(
  { db, access }: OpenVault,
  cases: readonly CopiedCase[],
  written: ReadonlyMap<CaseId, readonly ExhibitSummary[]>,
  act: CaptureAct,
  { meta: some, signal }: RestoreOptions,
): Promise<void> {
  await expectEmpty(db); // also of what was saved meanwhile
  const dataKey = await access.dataKey();
  const keys = await access.keys();
  const restored = cases.map(async ({ caseId, log, notes, digest }) => {
    const summaries = written.get(caseId)!;
    const ledger = await Ledger.restored(db, keys, caseId, log, summaries);
    const about = notes.findLast(({ kind }) => kind === "case");
    if (about?.kind === "case") ledger.setRole(about.body.role);
    await ledger.enter({ ...act, event: "restore", item: null, digest, detail: { items: summaries.length } });
    return ledger.rows(dataKey);
  });
  const ledgers = await Promise.all(restored);
  const notes = await Promise.all(cases.flatMap((each) => each.notes).map((note) => sealNote(dataKey, note)));
  const meta = { ...(await ensureMeta(db)), ...some };
  signal?.throwIfAborted();
  await commitLedgers(db, ledgers, (tx) => [
    ...notes.map((row) => () => tx.objectStore("notes").add(row)),
    ...[...written.values()].flat().map(
      ({ id }) =>
        () =>
          tx.objectStore("drafts").delete(id),
    ),
    () => tx.objectStore("meta").put(meta, "vault"),
  ]);
}
