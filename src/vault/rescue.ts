/**
 * A case whose own row is damaged, or does not go with its log: its state as far as the log and the records tell. It takes
 * entries about what is done with what is in it, the first of which says that the log is damaged; it takes no new item.
 */
import { genesis } from "@/src/custody/chain";
import { highestExhibit } from "@/src/model/copy";
import type { CaseId } from "@/src/model/exhibit";
import type { CaseState } from "./cases";
import type { KeyRing } from "./data-keys";
import { listFromRecords } from "./lists";
import type { Db } from "./schema";
import { readableLog } from "./witness";

export async function rescuedCase(db: Db, keys: KeyRing, id: CaseId): Promise<CaseState> {
  const { entries, nextSeq } = await readableLog(db, keys, id);
  const hash = entries.at(-1)?.hash ?? (await genesis(id));
  const numbers = [highestExhibit(entries), ...(await listFromRecords(db, keys, id)).map(({ exhibit }) => exhibit)];
  const nextExhibit = 1 + numbers.reduce((one, other) => Math.max(one, other), 0);
  return { id, nextExhibit, head: nextSeq === 0 ? null : { seq: nextSeq - 1, hash }, lists: null };
}
