/**
 * The key that others encrypt packages to for this vault: an age identity of its own, kept as a row that only the open
 * vault reads. It stays when a passphrase is set, and never opens what is kept here.
 */
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { type Binding, openRow, sealRow } from "./cipher";
import { commit } from "./commit";
import { ensureMeta, KEYS_LOCK } from "./meta";
import type { OpenVault } from "./open";

const BINDING: Binding = { kind: "receive-key", id: "vault", version: 1 };

/** @returns The public half (`age1…`); made on first use. @throws {VaultError} `locked`, `damaged`, `full` */
export async function receiveRecipient(vault: OpenVault): Promise<string> {
  return identityToRecipient((await receiveIdentity(vault)) ?? (await makeIdentity(vault)));
}

/** The secret half; `null` where none was made yet. @throws {VaultError} `locked`, `damaged` */
export async function receiveIdentity({ db, access }: OpenVault): Promise<string | null> {
  const keys = await access.keys();
  const { receiveKey } = await ensureMeta(db);
  if (receiveKey === undefined) return null;
  return openRow<string>(await keys.get(receiveKey.dataKeyId), BINDING, receiveKey);
}

/** Two pages may make one at once: whoever commits first decides. */
async function makeIdentity(vault: OpenVault): Promise<string> {
  const { db, access } = vault;
  const dataKey = await access.dataKey();
  const receiveKey = await sealRow(dataKey, BINDING, await generateX25519Identity());
  await navigator.locks.request(KEYS_LOCK, async () => {
    const tx = db.transaction("meta", "readwrite", { durability: "strict" });
    const put = async () => {
      const meta = (await tx.store.get("vault"))!;
      if (meta.receiveKey === undefined) await tx.store.put({ ...meta, receiveKey }, "vault");
    };
    await commit(tx, [put]);
  });
  return (await receiveIdentity(vault))!;
}
