/**
 * Deleting one exhibit. First, in one transaction: its row with its key goes, the list forgets it, and the log says so.
 * From then on the bytes of its files are a draft that nobody can open; they are removed next, or, where the browser
 * ends before that, with the other drafts at its next start (drafts.ts). What may stay in the browser's files is said in
 * docs/formats/vault.md.
 */
import { VaultError } from "@/src/model/errors";
import type { ExhibitId, ExhibitRecord } from "@/src/model/exhibit";
import type { DataKey } from "./cipher";
import type { KeyRing } from "./data-keys";
import { discardDraft } from "./drafts";
import { type CaptureAct, Ledger, LOG_LOCK } from "./ledger";
import { type Also, commitLedger } from "./ledger-commit";
import type { OpenVault } from "./open";
import { openRecord } from "./rows";
import type { ExhibitRow } from "./schema";

/** The exhibit that is being deleted, and the log that will say so. */
interface Deleting {
  record: ExhibitRecord;
  row: ExhibitRow;
  keys: KeyRing;
  ledger: Ledger;
  dataKey: DataKey;
}

/** Enters what is done beside, before the deleting. @returns What has to be committed with it */
type Beside = (deleting: Deleting) => Promise<Also>;
const NOTHING: Beside = async () => () => [];

/** @throws {VaultError} `locked`, `notFound`, `damaged` and others: nothing was deleted then */
export async function deleteExhibit(
  vault: OpenVault,
  id: ExhibitId,
  act: CaptureAct,
  beside: Beside = NOTHING,
): Promise<void> {
  await navigator.locks.request(LOG_LOCK, () => destroyKey(vault, id, act, beside));
  // Without its key it is deleted; what of it could not be removed now is, at the next start.
  await discardDraft(vault.db, id).catch((cause) => console.warn("not removed yet:", cause));
}

async function destroyKey({ db, access }: OpenVault, id: ExhibitId, act: CaptureAct, beside: Beside): Promise<void> {
  const keys = await access.keys();
  const row = await db.get("exhibits", id);
  // One that is still being written, or waits for its number, is not listed and so cannot be meant.
  const isUnlisted = (await db.getKey("drafts", id)) ?? (await db.getKeyFromIndex("pending", "id", id));
  if (!row || isUnlisted !== undefined) throw new VaultError("notFound");
  const record = await openRecord(keys, row);
  const ledger = await Ledger.open(db, keys, record.caseId);
  const dataKey = await access.dataKey();
  const also = await beside({ record, row, keys, ledger, dataKey });
  await ledger.withdraw(record, act);
  await commitLedger(db, await ledger.rows(dataKey), (tx) => [
    ...also(tx),
    () => tx.objectStore("exhibits").delete(id),
    () => tx.objectStore("drafts").put({ id }),
  ]);
}
