/** Exhibits whose bytes are being written. A draft means nothing until it is sealed, and can be taken back whole. */
import type { ExhibitId } from "@/src/model/exhibit";
import { commit } from "./commit";
import type { Db, DraftRow } from "./schema";

export async function addDraft(db: Db, draft: DraftRow): Promise<void> {
  const tx = db.transaction("drafts", "readwrite", { durability: "strict" });
  await commit(tx, [() => tx.store.add(draft)]);
}

/**
 * Removes the drafts that a stopped background left behind, but for recordings (recordings.ts). Only call while no capture runs.
 * @returns What was removed.
 */
export async function sweepDrafts({ db }: { db: Db }): Promise<DraftRow[]> {
  const drafts = (await db.getAll("drafts")).filter(({ recording }) => recording === undefined);
  for (const { id } of drafts) await discardDraft(db, id);
  return drafts;
}

export async function discardDraft(db: Db, id: ExhibitId): Promise<void> {
  const tx = db.transaction(["drafts", "exhibits", "pending", "chunks"], "readwrite", { durability: "strict" });
  const discard = async () => {
    // What was sealed is no draft any more; nothing of it is ever removed here.
    if ((await tx.objectStore("drafts").getKey(id)) === undefined) return;
    const place = await tx.objectStore("pending").index("id").getKey(id);
    await Promise.all([
      tx.objectStore("chunks").delete(IDBKeyRange.bound([id], [id, []])),
      tx.objectStore("exhibits").delete(id),
      place === undefined ? null : tx.objectStore("pending").delete(place),
      tx.objectStore("drafts").delete(id),
    ]);
  };
  await commit(tx, [discard]);
}
