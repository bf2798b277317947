/** Writes an exhibit that comes from outside, out of a copy or a package, as a draft: it counts for nothing until a ledger lists it. */
import type { Correction } from "@/src/model/correction";
import type { ExhibitRecord } from "@/src/model/exhibit";
import type { KeptRemarks } from "@/src/model/remarks";
import { newRowKey } from "./cipher";
import { commit } from "./commit";
import { addDraft } from "./drafts";
import { FileWriter } from "./file-writer";
import type { OpenVault } from "./open";
import { storeExhibit } from "./rows";
import { sealCorrections } from "./stored-corrections";
import { sealRemarks } from "./stored-remarks";

/** Held by a page that writes drafts, so that a background that starts meanwhile does not sweep them away. */
export const INCOMING_LOCK = "notes-vault-restore";

/** One exhibit, after it was checked against its lists, its record and its log. */
export interface IncomingExhibit {
  record: ExhibitRecord;
  corrections: readonly Correction[];
  remarks: KeptRemarks | null;
  read(path: string, take: (piece: Uint8Array) => Promise<void>): Promise<void>;
}

export interface WriteOptions {
  onBytes?: (written: number) => void;
  /** When aborted, writing rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** Each file is read back and compared with its record. @throws {VaultError} `damaged` where it differs, `full` */
export async function writeIncoming(
  { db, access }: OpenVault,
  { record, corrections, remarks, read }: IncomingExhibit,
  { signal, onBytes }: WriteOptions,
): Promise<void> {
  const { id } = record;
  const dataKey = await access.dataKey();
  const { key, wrapped } = await newRowKey(dataKey, id, 1);
  await addDraft(db, { id });
  const stored = [];
  for (const [place, file] of record.files.entries()) {
    const { path, role, mime } = file;
    const writer = new FileWriter(db, key, id, place, { path, role, mime }, file);
    await read(path, async (piece) => {
      signal?.throwIfAborted();
      await writer.write(piece);
      onBytes?.(piece.length);
    });
    stored.push((await writer.close()).stored);
  }
  await storeExhibit(db, { id, dataKeyId: dataKey.id, key, wrapped }, record, stored);
  const words = {
    ...(corrections.length > 0 && { corrections: await sealCorrections(key, id, corrections) }),
    ...(remarks !== null && { remarks: await sealRemarks(key, id, remarks) }),
  };
  const row = { ...(await db.get("exhibits", id))!, ...words };
  const tx = db.transaction("exhibits", "readwrite", { durability: "strict" });
  await commit(tx, [() => tx.store.put(row)]);
}
