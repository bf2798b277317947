/**
 * Data keys: AES-256 keys that rows' own keys are sealed under, each sealed with age to the vault's recipient. Making
 * one needs only the recipient; opening one needs the identity.
 */
import { Decrypter, Encrypter } from "age-encryption";
import { VaultError } from "@/src/model/errors";
import { type DataKey, importKey, randomKeyBytes } from "./cipher";
import { commit } from "./commit";
import type { Db } from "./schema";

export async function sealTo(recipient: string, raw: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return new Uint8Array(await encrypter.encrypt(raw));
}

/** @throws {VaultError} `damaged` when it was not sealed to this identity. */
export async function openWith(identity: string, sealed: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    return new Uint8Array(await decrypter.decrypt(sealed));
  } catch (cause) {
    throw new VaultError("damaged", { cause });
  }
}

/** A fresh data key, stored sealed. The caller holds `KEYS_LOCK`. @throws {VaultError} `full` */
export async function makeDataKey(db: Db, recipient: string): Promise<{ id: string; raw: Uint8Array<ArrayBuffer> }> {
  const id = crypto.randomUUID();
  const raw = randomKeyBytes();
  const sealed = await sealTo(recipient, raw);
  const tx = db.transaction("dataKeys", "readwrite", { durability: "strict" });
  await commit(tx, [() => tx.store.add({ id, sealed })]);
  return { id, raw };
}

/** Opens data keys with the identity, each once. */
export class KeyRing {
  readonly #opened = new Map<string, Promise<DataKey>>();

  constructor(
    private readonly db: Db,
    readonly identity: string,
  ) {}

  /** @throws {VaultError} `damaged` when the key is gone or was not sealed to this identity. */
  get(id: string): Promise<DataKey> {
    const known = this.#opened.get(id);
    if (known) return known;
    const opening = this.#open(id);
    this.#opened.set(id, opening);
    opening.catch(() => this.#opened.delete(id)); // what failed once may be tried again
    return opening;
  }

  async #open(id: string): Promise<DataKey> {
    const row = await this.db.get("dataKeys", id);
    if (!row) throw new VaultError("damaged");
    return { id, key: await importKey(await openWith(this.identity, row.sealed)) };
  }
}
