/**
 * Which items are recordings that were cut off, until the user was told of them. Their ids stand in the vault's own row, and
 * nothing else of them does.
 */
import type { ExhibitId } from "@/src/model/exhibit";
import type { CutOffRecording } from "@/src/model/recording";
import { commit } from "./commit";
import { ensureMeta } from "./meta";
import type { OpenVault } from "./open";
import { IdbReader } from "./reader";
import type { Db } from "./schema";

export const noteCutOff = (db: Db, id: ExhibitId): Promise<void> => change(db, (ids) => [...ids, id]);

/** The user was told of these. */
export const forgetCutOff = (db: Db, told: readonly ExhibitId[]): Promise<void> =>
  change(db, (ids) => ids.filter((id) => !told.includes(id)));

async function change(db: Db, next: (ids: ExhibitId[]) => ExhibitId[]): Promise<void> {
  await ensureMeta(db);
  const tx = db.transaction("meta", "readwrite", { durability: "strict" });
  const put = async () => {
    const meta = (await tx.store.get("vault"))!;
    await tx.store.put({ ...meta, cutOffRecordings: next(meta.cutOffRecordings ?? []) }, "vault");
  };
  await commit(tx, [put]);
}

/** Those that can be read; none while the vault is locked. */
export async function cutOffRecordings({ db, access }: OpenVault): Promise<CutOffRecording[]> {
  const reader = new IdbReader(db, access);
  const found: CutOffRecording[] = [];
  for (const id of (await ensureMeta(db)).cutOffRecordings ?? []) {
    const record = await reader.record(id).catch(() => null); // deleted meanwhile; what is damaged the list names
    if (record?.kind !== "recording") continue;
    const { exhibit, captured, recording } = record;
    found.push({ id, exhibit, endUtc: captured.endUtc, tz: captured.tz, seconds: recording.seconds });
  }
  return found;
}
