/** The vault's own row: what it is sealed to, how its identity is kept, and what the user set. Readable by anyone. */
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import type { CaseId } from "@/src/model/exhibit";
import { commit } from "./commit";
import { type Db, SCHEMA_VERSION, type VaultMeta } from "./schema";

/** Held while a data key is made or the identity is replaced, so that no key is sealed to a recipient of before. */
export const KEYS_LOCK = "notes-vault-keys";

/** The vault's own row, made on first use. Two pages may ask at once: whoever commits first decides. */
export async function ensureMeta(db: Db): Promise<VaultMeta> {
  const present = await db.get("meta", "vault");
  if (present) return present;
  const identity = await generateX25519Identity();
  const meta: VaultMeta = {
    version: SCHEMA_VERSION,
    recipient: await identityToRecipient(identity),
    identity: { kind: "open", identity },
    defaultCase: crypto.randomUUID() as CaseId,
  };
  const tx = db.transaction("meta", "readwrite", { durability: "strict" });
  const other = await tx.store.get("vault");
  if (!other) await tx.store.put(meta, "vault");
  await tx.done;
  return other ?? meta;
}

/** Changes what the user set, and nothing else. @throws {VaultError} */
export async function setInMeta(db: Db, some: Pick<VaultMeta, "idleMinutes" | "offerPutAway">): Promise<void> {
  await ensureMeta(db);
  const tx = db.transaction("meta", "readwrite", { durability: "strict" });
  const change = async () => tx.store.put({ ...(await tx.store.get("vault"))!, ...some }, "vault");
  await commit(tx, [change]);
}
