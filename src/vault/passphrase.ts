/**
 * The passphrase: an age file (scrypt) around the identity, so that `age -d` opens it too. Each new passphrase comes with
 * a new identity: what the old passphrase or an old recovery sheet opens is nothing that is saved from then on.
 */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { VaultError } from "@/src/model/errors";
import { commit } from "./commit";
import { openWith, sealTo } from "./data-keys";
import { ensureMeta, KEYS_LOCK } from "./meta";
import { deleteOpenIdentity, readOpenIdentity } from "./open-identity";
import { readRecoveryKey } from "./recovery-key";
import type { Db, VaultMeta } from "./schema";
import { WORK_FACTOR } from "./work-factor";

/** Two keyboards may write one letter in two ways. */
const normal = (passphrase: string): string => passphrase.normalize("NFC");

async function sealIdentity(identity: string, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(normal(passphrase));
  encrypter.setScryptWorkFactor(WORK_FACTOR);
  return new Uint8Array(await encrypter.encrypt(identity));
}

/** @throws {VaultError} `wrongPassphrase`; `damaged` when no passphrase can open it. */
export async function openIdentity(sealed: Uint8Array, passphrase: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(normal(passphrase));
  try {
    return await decrypter.decrypt(sealed, "text");
  } catch (cause) {
    const isWrong = cause instanceof Error && cause.message.startsWith("no identity matched");
    throw new VaultError(isWrong ? "wrongPassphrase" : "damaged", { cause });
  }
}

/**
 * The identity that a passphrase, or the key of the recovery sheet, stands for.
 * @throws {VaultError} `wrongPassphrase`, `mistypedKey`, `wrongKey`, `damaged`
 */
export async function identityFor(db: Db, meta: VaultMeta, secret: string): Promise<string> {
  const typed = readRecoveryKey(secret);
  if (typed === null) {
    if (meta.identity.kind === "open") return readOpenIdentity(db.name);
    return openIdentity(meta.identity.sealed, secret);
  }
  const recipient = await identityToRecipient(typed).catch((cause) => {
    throw new VaultError("mistypedKey", { cause });
  });
  if (recipient !== meta.recipient) throw new VaultError("wrongKey");
  return typed;
}

/**
 * Sets a passphrase, or another one. Every data key is sealed anew, to a new identity, in one transaction.
 * @param current The passphrase or recovery key so far; `null` while none is set.
 * @returns The new identity.
 * @throws {VaultError} as `identityFor`; `wrongPassphrase` where one is set and none was given; `mistypedKey` for a
 * passphrase that looks like a recovery key
 */
export async function setPassphrase(db: Db, current: string | null, passphrase: string): Promise<string> {
  return navigator.locks.request(KEYS_LOCK, async () => {
    const meta = await ensureMeta(db);
    if (meta.identity.kind === "passphrase" && current === null) throw new VaultError("wrongPassphrase");
    if (readRecoveryKey(passphrase) !== null) throw new VaultError("mistypedKey"); // it would be taken for a key
    const before = await identityFor(db, meta, current ?? "");
    const identity = await generateX25519Identity();
    const recipient = await identityToRecipient(identity);
    const sealed = await sealIdentity(identity, passphrase);
    if ((await openIdentity(sealed, passphrase)) !== identity) throw new VaultError("damaged");
    const rows = [];
    for (const { id, sealed } of await db.getAll("dataKeys")) {
      const raw = await openWith(before, sealed).catch(() => null); // damaged already: it stays as it lies
      if (raw) rows.push({ id, sealed: await sealTo(recipient, raw) });
    }
    const tx = db.transaction(["meta", "dataKeys"], "readwrite", { durability: "strict" });
    // Read again: what else stands in the row may have been changed meanwhile.
    const replace = async () => {
      const now = (await tx.objectStore("meta").get("vault"))!;
      await tx.objectStore("meta").put({ ...now, recipient, identity: { kind: "passphrase", sealed } }, "vault");
    };
    await commit(tx, [...rows.map((row) => () => tx.objectStore("dataKeys").put(row)), replace]);
    await deleteOpenIdentity(db.name);
    return identity;
  });
}
