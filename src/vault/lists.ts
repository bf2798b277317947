/**
 * The list of a case, in parts of a hundred exhibits: ten thousand need two hundred decryptions, and adding one rewrites
 * one part. It holds nothing that the records and the corrections beside them do not say: where a part is damaged it is made anew from them.
 */
import type { IDBPTransaction, StoreNames } from "idb";
import { type Correction, standing } from "@/src/model/correction";
import type { CaseId, ExhibitId, ExhibitRecord, ExhibitSummary } from "@/src/model/exhibit";
import { browserAddress, claimsOf, isPage, originOf, textOf, titleOf } from "@/src/model/exhibit-kind";
import type { Remarks } from "@/src/model/remarks";
import { type Binding, type DataKey, openRow, sealRow } from "./cipher";
import type { KeyRing } from "./data-keys";
import { openExhibitKey, openRecord } from "./rows";
import type { Db, ExhibitRow, ListRow, VaultDb } from "./schema";
import { readCorrections } from "./stored-corrections";
import { readRemarks } from "./stored-remarks";
import { unlessDamaged } from "./unless-damaged";

/** Exhibits in a part. */
const PART_SIZE = 100;
/** Characters of a post's words that go into the list, for the search. */
const TEXT_LENGTH = 4000;

/** The part an exhibit is in, by its number. */
export const partOf = (exhibit: number): number => Math.floor((exhibit - 1) / PART_SIZE);

export const listRange = (id: CaseId): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

/** A part of another version does not open, so a part that was put back to an older state is refused. */
const listBinding = (id: CaseId, part: number, version: number): Binding => ({
  kind: "list",
  id: `${id}/${part}`,
  version,
});

export async function sealPart(
  dataKey: DataKey,
  id: CaseId,
  part: number,
  version: number,
  summaries: readonly ExhibitSummary[],
): Promise<ListRow> {
  return { ...(await sealRow(dataKey, listBinding(id, part, version), summaries)), case: id, part };
}

/** @throws {VaultError} `damaged` */
export async function openPart(keys: KeyRing, row: ListRow, version: number): Promise<ExhibitSummary[]> {
  return openRow(await keys.get(row.dataKeyId), listBinding(row.case, row.part, version), row);
}

/** The whole list of a case from its records. What cannot be read is left out. */
export async function listFromRecords(db: Db, keys: KeyRing, id: CaseId): Promise<ExhibitSummary[]> {
  const ids = await sealedIn(db.transaction(SEALED_IN));
  const summaries = (await summariesFromRecords(db, keys, ids)).filter(({ caseId }) => caseId === id);
  return summaries.sort((one, other) => one.exhibit - other.exhibit);
}

/** Records read side by side. */
const BATCH = 100;

/** In any order. What cannot be read is left out. */
export async function summariesFromRecords(
  db: Db,
  keys: KeyRing,
  ids: readonly ExhibitId[],
): Promise<ExhibitSummary[]> {
  const summaries: ExhibitSummary[] = [];
  for (let at = 0; at < ids.length; at += BATCH) {
    const read = ids.slice(at, at + BATCH).map(async (id) => {
      const row = await db.get("exhibits", id).catch(unlessDamaged);
      return row ? summaryFromRow(keys, row) : null;
    });
    summaries.push(...(await Promise.all(read)).filter((summary) => summary !== null));
  }
  return summaries;
}

/** The stores that tell which exhibits have their number. */
export const SEALED_IN = ["exhibits", "drafts", "pending"] as const;

/** Exhibits that have their number: neither being written nor waiting for one. */
export async function sealedIn<Stores extends StoreNames<VaultDb>>(
  tx: IDBPTransaction<VaultDb, (Stores | (typeof SEALED_IN)[number])[]>,
): Promise<ExhibitId[]> {
  const all = tx.objectStore("exhibits").getAllKeys();
  const others = new Set(await tx.objectStore("drafts").getAllKeys());
  let waiting = await tx.objectStore("pending").index("id").openKeyCursor();
  for (; waiting; waiting = await waiting.continue()) others.add(waiting.key);
  return (await all).filter((id) => !others.has(id));
}

/** `null` where the record is damaged; damaged corrections and remarks are none. */
async function summaryFromRow(keys: KeyRing, row: ExhibitRow): Promise<ExhibitSummary | null> {
  const record = await openRecord(keys, row).catch(unlessDamaged);
  if (record === null) return null;
  const key = await openExhibitKey(keys, row);
  const corrections = await readCorrections(key, row).catch(unlessDamaged);
  const kept = await readRemarks(key, row).catch(unlessDamaged);
  return summaryOf(record, corrections ?? [], kept?.remarks);
}

export function summaryOf(
  record: ExhibitRecord,
  corrections: readonly Correction[] = [],
  remarks?: Remarks,
): ExhibitSummary {
  const claims = claimsOf(record);
  const correctedHandle = standing(corrections).get("handle")?.value;
  return {
    id: record.id,
    caseId: record.caseId,
    exhibit: record.exhibit,
    capturedUtc: record.captured.endUtc,
    url: browserAddress(record) ?? "",
    title: titleOf(record),
    platform: originOf(record),
    handle: claims.handle ?? null,
    ...(correctedHandle != null && { correctedHandle }),
    postedAtText: claims.postedAtText ?? null,
    pictures: isPage(record) ? record.pictures : "as shown",
    missing: record.missing,
    text: textOf(record)?.slice(0, TEXT_LENGTH) ?? null,
    ...(remarks && { remarks: remarksInList(remarks) }),
  };
}

function remarksInList({ description, significance, effect, people, place, tags, links }: Remarks) {
  const words = [significance, effect, ...people, place].filter(Boolean).join("\n").slice(0, TEXT_LENGTH);
  return { description, tags, words, ...(links.length > 0 && { links }) };
}
