/**
 * The list of all that is kept: the newest items first, then all of them. What the list's parts do not say, because they
 * are damaged or of schema 1, the records do.
 */
import type { IDBPTransaction } from "idb";
import type { CaseId, ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import { openCase } from "./cases";
import type { KeyRing } from "./data-keys";
import { listRange, openPart, SEALED_IN, sealedIn, summariesFromRecords } from "./lists";
import { countPending } from "./pending";
import type { KeptList } from "./read";
import type { CaseRow, Db, ListRow, VaultDb } from "./schema";
import { isDamage, unlessDamaged } from "./unless-damaged";

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
  const { listed, stored } = await listedAtOnce(db, keys, onNewest).catch((error) => {
    if (isDamage(error)) return listedApart(db, keys);
    throw error;
  });
  const isStored = new Set(stored);
  const damaged = [...listed.keys()].filter((id) => !isStored.has(id));
  for (const id of damaged) listed.delete(id);
  const unlisted = [...isStored].filter((id) => !listed.has(id));
  const found = new Map((await summariesFromRecords(db, keys, unlisted)).map((each) => [each.id, each]));
  damaged.push(...unlisted.filter((id) => !found.has(id)));
  return { summaries: inOrder([...listed.values(), ...found.values()]), damaged, waiting: await countPending(db) };
}

interface Listed {
  listed: Map<ExhibitId, ExhibitSummary>;
  /** Exhibits that have their number. */
  stored: ExhibitId[];
}

/** @throws where the browser cannot read one of the rows: it gives none of them then */
async function listedAtOnce(db: Db, keys: KeyRing, onNewest: (newest: ExhibitSummary[]) => void): Promise<Listed> {
  const rows = await readRows(db);
  const open = await partsOpener(keys, rows.cases);
  const newest = await open(rows.newest);
  onNewest(inOrder([...newest]));
  const [older, stored] = await rows.rest;
  return { listed: byId([...(await open(older)), ...newest]), stored };
}

/** Row by row, without those that the browser cannot read. */
async function listedApart(db: Db, keys: KeyRing): Promise<Listed> {
  const readable = async <Row>(all: Promise<Row>[]) =>
    (await Promise.all(all.map((each) => each.catch(unlessDamaged)))).filter((row) => row !== null);
  const cases = await readable((await db.getAllKeys("cases")).map((id) => db.get("cases", id)));
  const parts = await readable((await db.getAllKeys("lists")).map((place) => db.get("lists", place)));
  const open = await partsOpener(
    keys,
    cases.filter((row) => row !== undefined),
  );
  const listed = byId(await open(parts.filter((row) => row !== undefined)));
  return { listed, stored: await sealedIn(db.transaction(SEALED_IN)) };
}

const byId = (summaries: ExhibitSummary[]) => new Map(summaries.map((summary) => [summary.id, summary]));

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
  const rest = Promise.all([Promise.all(older).then((rows) => rows.flat()), sealedIn(tx)]);
  rest.catch(() => {}); // whoever wants it waits for it later
  return { cases, newest: newest.flat(), rest };
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
