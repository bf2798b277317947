/**
 * The list of all that is kept: the newest items first, then all of them. What the list's parts do not say, because they
 * are damaged or of schema 1, the records do.
 */
import type { IDBPTransaction } from "idb";
import type { CaseId, ExhibitSummary } from "@/src/model/exhibit";
import { openCase } from "./cases";
import type { KeyRing } from "./data-keys";
import { listRange, openPart, SEALED_IN, sealedIn, summariesFromRecords } from "./lists";
import { countPending } from "./pending";
import type { KeptList } from "./read";
import type { CaseRow, Db, ListRow, VaultDb } from "./schema";
import { unlessDamaged } from "./unless-damaged";

/** Two, so that there is a screen of items also where a part was only just begun. */
const NEWEST_PARTS = 2;

/**
 * @param onNewest Called with the newest items as soon as they are read, newest first. Not all of what is wrong is known then.
 * @throws {VaultError} `cannotOpen`; what is damaged is named in the list
 */
export async function readList(
  db: Db,
  keys: KeyRing,
  onNewest: (summaries: ExhibitSummary[]) => void = () => {},
): Promise<KeptList> {
  const { cases, newest, older, stored } = await readRows(db);
  const open = await partsOpener(keys, cases);
  onNewest(inOrder(await open(newest)));
  const listed = new Map([...(await open(await older)), ...(await open(newest))].map((each) => [each.id, each]));
  const isStored = new Set(await stored);
  const damaged = [...listed.keys()].filter((id) => !isStored.has(id));
  for (const id of damaged) listed.delete(id);
  const unlisted = [...isStored].filter((id) => !listed.has(id));
  const found = new Map((await summariesFromRecords(db, keys, unlisted)).map((each) => [each.id, each]));
  damaged.push(...unlisted.filter((id) => !found.has(id)));
  return { summaries: inOrder([...listed.values(), ...found.values()]), damaged, waiting: await countPending(db) };
}

/** Newest first. */
function inOrder(summaries: ExhibitSummary[]): ExhibitSummary[] {
  return summaries.sort((one, other) => other.exhibit - one.exhibit);
}

const STORES = ["cases", "lists", ...SEALED_IN] as const;

/** All as it was at one moment, in one transaction. What is not needed for the newest items comes later. */
async function readRows(db: Db) {
  const tx = db.transaction(STORES);
  const cases = await tx.objectStore("cases").getAll();
  const newest = await Promise.all(cases.map(({ id }) => newestParts(tx, id)));
  const older = cases.map(({ id }, place) =>
    tx.objectStore("lists").getAll(IDBKeyRange.bound([id], [id, newest[place]!.at(-1)?.part ?? 0], false, true)),
  );
  return {
    cases,
    newest: newest.flat(),
    older: Promise.all(older).then((rows) => rows.flat()),
    stored: sealedIn(tx),
  };
}

async function newestParts(tx: IDBPTransaction<VaultDb, typeof STORES>, id: CaseId): Promise<ListRow[]> {
  const rows: ListRow[] = [];
  let cursor = await tx.objectStore("lists").openCursor(listRange(id), "prev");
  for (; cursor && rows.length < NEWEST_PARTS; cursor = await cursor.continue()) rows.push(cursor.value);
  return rows;
}

/** Opens parts side by side. One that is damaged, or not of the version its case names, lists nothing. */
async function partsOpener(keys: KeyRing, cases: readonly CaseRow[]) {
  const versions = new Map<CaseId, readonly number[]>();
  for (const row of cases) versions.set(row.id, (await openCase(keys, row).catch(unlessDamaged))?.lists ?? []);
  const open = async (row: ListRow): Promise<ExhibitSummary[]> => {
    const version = versions.get(row.case)?.[row.part];
    return version === undefined ? [] : ((await openPart(keys, row, version).catch(unlessDamaged)) ?? []);
  };
  return async (rows: readonly ListRow[]) => (await Promise.all(rows.map(open))).flat();
}
