/** The vault's own row: what it is sealed to, how its identity is kept, and what the user set. Readable by anyone. */
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import type { CaseId } from "@/src/model/exhibit";
import { commit } from "./commit";
import { deleteOpenIdentity, storeOpenIdentity } from "./open-identity";
import { type Db, SCHEMA_VERSION, type VaultMeta } from "./schema";

/** Held while a data key is made or the identity is replaced, so that no key is sealed to a recipient of before. */
export const KEYS_LOCK = "notes-vault-keys";

/** The vault's own row, made on first use. Two pages may ask at once: whoever commits first decides. */
export async function ensureMeta(db: Db): Promise<VaultMeta> {
  const present = await db.get("meta", "vault");
  if (present) return moved(db, present);
  // The identity is stored before anything is sealed to it.
  const identity = await storeOpenIdentity(db.name, await generateX25519Identity());
  const meta: VaultMeta = {
    version: SCHEMA_VERSION,
    recipient: await identityToRecipient(identity),
    identity: { kind: "open" },
    defaultCase: crypto.randomUUID() as CaseId,
  };
  const tx = db.transaction("meta", "readwrite", { durability: "strict" });
  const other = await tx.store.get("vault");
  if (!other) await tx.store.put(meta, "vault");
  await tx.done;
  return other ?? meta;
}

/** Schema 1 kept the identity in this row. */
async function moved(db: Db, meta: VaultMeta): Promise<VaultMeta> {
  const { identity } = meta;
  if (identity.kind !== "open" || identity.identity === undefined) return meta;
  await deleteOpenIdentity(db.name); // what an upgrade that was cut off had made
  await storeOpenIdentity(db.name, identity.identity);
  const next: VaultMeta = { ...meta, identity: { kind: "open" } };
  const tx = db.transaction("meta", "readwrite", { durability: "strict" });
  await commit(tx, [() => tx.store.put(next, "vault")]);
  return next;
}

/** Changes what the user set, and nothing else. @throws {VaultError} */
export async function setInMeta(
  db: Db,
  some: Partial<Pick<VaultMeta, "idleMinutes" | "offerPutAway" | "reminderAwayMs" | "defaultCase">>,
): Promise<void> {
  await ensureMeta(db);
  const tx = db.transaction("meta", "readwrite", { durability: "strict" });
  const change = async () => tx.store.put({ ...(await tx.store.get("vault"))!, ...some }, "vault");
  await commit(tx, [change]);
}
