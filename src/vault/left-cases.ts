/** Cases whose log was found damaged: what is in them stays, and no item is added. Which they are is in the vault's own row. */
import type { CaseId } from "@/src/model/exhibit";
import { commit } from "./commit";
import type { Db, VaultMeta } from "./schema";

interface MetaStore {
  get(key: "vault"): Promise<VaultMeta | undefined>;
  put(meta: VaultMeta, key: "vault"): Promise<unknown>;
}

export async function leaveCase(store: MetaStore, id: CaseId): Promise<void> {
  const meta = (await store.get("vault"))!;
  await store.put({ ...meta, damagedCases: [...new Set([...(meta.damagedCases ?? []), id])] }, "vault");
}

/** @throws {VaultError} */
export async function leaveDamagedCase({ db }: { db: Db }, id: CaseId): Promise<void> {
  const tx = db.transaction("meta", "readwrite", { durability: "strict" });
  await commit(tx, [() => leaveCase(tx.store, id)]);
}
