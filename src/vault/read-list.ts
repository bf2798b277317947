/** The list of all that is kept. What its parts do not say, because they are damaged or of schema 1, the records do. */
import type { CaseId, ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import { openCase } from "./cases";
import type { KeyRing } from "./data-keys";
import { listRange, openPart, sealedExhibits, summaryFromRow } from "./lists";
import { countPending } from "./pending";
import type { KeptList } from "./read";
import type { CaseRow, Db, ListRow } from "./schema";
import { unlessDamaged } from "./unless-damaged";

/** @throws {VaultError} `cannotOpen`; what is damaged is named in the list */
export async function readList(db: Db, keys: KeyRing): Promise<KeptList> {
  const listed = new Map<ExhibitId, ExhibitSummary>();
  for (const id of await db.getAllKeys("cases")) {
    for (const summary of await listedInCase(db, keys, id)) listed.set(summary.id, summary);
  }
  const stored = new Set(await sealedExhibits(db));
  const damaged = [...listed.keys()].filter((id) => !stored.has(id));
  for (const id of damaged) listed.delete(id);
  for (const id of stored) {
    if (listed.has(id)) continue;
    const summary = await fromRecord(db, keys, id);
    if (summary) listed.set(id, summary);
    else damaged.push(id);
  }
  const summaries = [...listed.values()].sort((one, other) => other.exhibit - one.exhibit);
  return { summaries, damaged, waiting: await countPending(db) };
}

/** What the parts of one case's list say, as far as they can be read. */
async function listedInCase(db: Db, keys: KeyRing, id: CaseId): Promise<ExhibitSummary[]> {
  // One transaction, so that no part is newer than the case's row.
  const tx = db.transaction(["cases", "lists"]);
  const [row, parts] = await Promise.all([
    tx.objectStore("cases").get(id) as Promise<CaseRow>,
    tx.objectStore("lists").getAll(listRange(id)) as Promise<ListRow[]>,
  ]);
  const versions = (await openCase(keys, row).catch(unlessDamaged))?.lists ?? [];
  const read = parts.map(async (part) => {
    const version = versions[part.part];
    return version === undefined ? null : openPart(keys, part, version).catch(unlessDamaged);
  });
  return (await Promise.all(read)).flatMap((summaries) => summaries ?? []);
}

async function fromRecord(db: Db, keys: KeyRing, id: ExhibitId): Promise<ExhibitSummary | null> {
  const row = await db.get("exhibits", id);
  return row ? summaryFromRow(keys, row) : null;
}
