/**
 * Exhibits that were saved while the vault was locked: whole and sealed, in the order of saving. Their number, their
 * place in the list and their log entry need the identity, and are given when the vault is next open.
 */
import type { ExhibitId, UnnumberedRecord } from "@/src/model/exhibit";
import type { UtcInstant } from "@/src/model/instant";
import type { StoredFile } from "./chunks";
import { decryptJson } from "./cipher";
import { commit } from "./commit";
import type { KeyRing } from "./data-keys";
import { type CaptureAct, LOG_LOCK } from "./ledger";
import { commitLedger } from "./ledger-commit";
import type { OpenVault } from "./open";
import { exhibitRow, expectStored, openExhibitKey, openFiles, type RowOwner } from "./rows";
import type { Db, PendingRow } from "./schema";
import { type SoundLedger, soundLedger } from "./sound-ledger";
import { unlessDamaged } from "./unless-damaged";
import { settleNotes } from "./waiting-notes";

interface Waiting {
  kept: UnnumberedRecord;
  act: CaptureAct;
}

/** Exhibits settled in one transaction. */
const BATCH = 50;

/** @throws {VaultError} `full`; `damaged` when it does not read back */
export async function addPending(
  db: Db,
  owner: RowOwner,
  waiting: Waiting,
  stored: readonly StoredFile[],
): Promise<void> {
  const row = await exhibitRow(owner, "pending", waiting, stored);
  const tx = db.transaction("pending", "readwrite", { durability: "strict" });
  await commit(tx, [() => tx.store.add(row as PendingRow)]); // the store gives it its place
  await expectStored(await db.getFromIndex("pending", "id", owner.id), owner, "pending", waiting);
}

/** How many wait, without those that are still being written. */
export async function countPending(db: Db): Promise<number> {
  return (await waitingPlaces(db)).length;
}

/**
 * Gives those that wait their numbers, in the order in which they were saved. Stopped half-way it goes on where it was
 * the next time. What cannot be read stays where it is; what belongs to a case whose log is damaged goes into another case.
 * @param now When this is done; written into each entry beside the time of saving.
 * @param given What opens the rows, while the vault is still locked.
 * @returns How many still wait.
 */
export async function settle(vault: OpenVault, now: UtcInstant, given?: KeyRing): Promise<number> {
  return navigator.locks.request(LOG_LOCK, async () => {
    const keys = given ?? (await vault.access.keysIfOpen());
    const places = await waitingPlaces(vault.db);
    if (!keys) return places.length;
    for (let at = 0; at < places.length; at += BATCH) {
      await settleBatch(vault, keys, places.slice(at, at + BATCH), now);
    }
    await settleNotes(vault, keys, now); // they may name exhibits that waited
    return countPending(vault.db);
  });
}

async function waitingPlaces(db: Db): Promise<number[]> {
  const tx = db.transaction(["pending", "drafts"]);
  const drafts: ReadonlySet<ExhibitId> = new Set(await tx.objectStore("drafts").getAllKeys());
  const places: number[] = [];
  let row = await tx.objectStore("pending").index("id").openKeyCursor();
  for (; row; row = await row.continue()) if (!drafts.has(row.key)) places.push(row.primaryKey);
  return places.sort((one, other) => one - other);
}

interface Opened {
  place: number;
  owner: RowOwner;
  waiting: Waiting;
  stored: StoredFile[];
}

async function settleBatch(vault: OpenVault, keys: KeyRing, places: number[], now: UtcInstant): Promise<void> {
  const read = await Promise.all(
    places.map(async (place) => openPending(keys, (await vault.db.get("pending", place))!).catch(unlessDamaged)),
  );
  const byCase = Map.groupBy(
    read.filter((each) => each !== null),
    ({ waiting }) => waiting.kept.caseId,
  );
  for (const [caseId, exhibits] of byCase) {
    const [{ waiting }] = exhibits as [Opened];
    await enter(vault, await soundLedger(vault, keys, caseId, { ...waiting.act, utc: now }), exhibits, now);
  }
}

/** @throws {VaultError} `damaged` */
export async function openPending(keys: KeyRing, row: PendingRow): Promise<Opened> {
  const { place, id, dataKeyId, key: wrapped, value } = row;
  const key = await openExhibitKey(keys, row);
  const waiting = await decryptJson<Waiting>(key, { kind: "pending", id, version: 1 }, value);
  return { place, owner: { id, dataKeyId, key, wrapped }, waiting, stored: await openFiles(key, row) };
}

async function enter(
  { db, access }: OpenVault,
  { ledger, caseId, also }: SoundLedger,
  exhibits: Opened[],
  now: UtcInstant,
): Promise<void> {
  const numbered = [];
  for (const { owner, waiting, stored } of exhibits) {
    const record = await ledger.number({ ...waiting.kept, caseId }, waiting.act, { entered: now });
    numbered.push({ owner, record, row: await exhibitRow(owner, "record", record, stored) });
  }
  const tx = db.transaction("exhibits", "readwrite", { durability: "strict" });
  // An earlier try may have come this far: as long as it waits, its row counts for nothing.
  await commit(
    tx,
    numbered.map(
      ({ row }) =>
        () =>
          tx.store.put(row),
    ),
  );
  for (const { owner, record } of numbered)
    await expectStored(await db.get("exhibits", owner.id), owner, "record", record);
  const rows = await ledger.rows(await access.dataKey());
  await commitLedger(db, rows, (all) => [
    ...exhibits.map(
      ({ place }) =>
        () =>
          all.objectStore("pending").delete(place),
    ),
    ...also(all),
  ]);
}
