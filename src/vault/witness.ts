/**
 * Whether the store still holds the last entry that was written to a log. Its hash is noted outside the store, after it was
 * written; so the store may be further than the note, never behind it.
 */
import type { CustodyEntry, CustodyHead } from "@/src/model/custody";
import type { CaseId } from "@/src/model/exhibit";
import { readHeads, writeHead } from "@/src/platform/log-heads";
import { custodyBinding, logRange } from "./cases";
import { openRow } from "./cipher";
import type { KeyRing } from "./data-keys";
import type { Db } from "./schema";
import { unlessDamaged } from "./unless-damaged";

export async function noteHead({ caseId, headHash }: Pick<CustodyHead, "caseId" | "headHash">): Promise<void> {
  // An older note says less, and nothing wrong.
  await writeHead(caseId, headHash).catch((cause) => console.warn("not noted:", cause));
}

/** Whether entries that were written are not in the store any more. @param headHash Where the log ends now. */
export async function isSetBack(db: Db, keys: KeyRing, id: CaseId, headHash: string | null): Promise<boolean> {
  const noted = (await readHeads()).get(id);
  if (noted === undefined || noted === headHash) return false;
  const { entries } = await readableLog(db, keys, id);
  return entries.every(({ hash }) => hash !== noted);
}

/** The entries of a log that can be read, in order, and at which place the next one goes. */
export async function readableLog(
  db: Db,
  keys: KeyRing,
  id: CaseId,
): Promise<{ entries: CustodyEntry[]; nextSeq: number }> {
  const places = await db.getAllKeys("custody", logRange(id));
  const read = places.map(async (place) => {
    const row = (await db.get("custody", place))!;
    return openRow<CustodyEntry>(await keys.get(row.dataKeyId), custodyBinding(id, place[1]), row);
  });
  const entries = await Promise.all(read.map((each) => each.catch(unlessDamaged)));
  return { entries: entries.filter((each) => each !== null), nextSeq: (places.at(-1)?.[1] ?? -1) + 1 };
}
