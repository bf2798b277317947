/**
 * Keys of the vault: an age identity guards the data keys, one data key is made per browser session, each row has a key
 * of its own under it. Saving needs only the public recipient and the session's data key; reading needs the identity.
 */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { VaultError } from "@/src/model/errors";
import type { CaseId } from "@/src/model/exhibit";
import { browser } from "@/src/platform/browser";
import { type DataKey, importKey, randomKeyBytes } from "./cipher";
import { type Db, SCHEMA_VERSION, type VaultMeta } from "./schema";

/** Where the session's data key lies between two runs of the background: memory only, gone with the browser. */
const SESSION_KEY = "dataKey";

/** The vault's own row, made on first use. Two pages may ask at once: whoever commits first decides. */
export async function ensureMeta(db: Db): Promise<VaultMeta> {
  const present = await db.get("meta", "vault");
  if (present) return present;
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const meta: VaultMeta = {
    version: SCHEMA_VERSION,
    recipient,
    identity: { kind: "open", identity },
    defaultCase: crypto.randomUUID() as CaseId,
  };
  const tx = db.transaction("meta", "readwrite", { durability: "strict" });
  const other = await tx.store.get("vault");
  if (!other) await tx.store.put(meta, "vault");
  await tx.done;
  return other ?? meta;
}

/** The key that new rows of this browser session are sealed under. */
export async function sessionDataKey(db: Db, meta: VaultMeta): Promise<DataKey> {
  const stored = (await browser.storage.session.get(SESSION_KEY))[SESSION_KEY] as
    | { id: string; raw: number[] }
    | undefined;
  if (stored && (await db.getKey("dataKeys", stored.id))) {
    return { id: stored.id, key: await importKey(Uint8Array.from(stored.raw)) };
  }
  const raw = randomKeyBytes();
  const id = crypto.randomUUID();
  const encrypter = new Encrypter();
  encrypter.addRecipient(meta.recipient);
  const sealed = new Uint8Array(await encrypter.encrypt(raw));
  const tx = db.transaction("dataKeys", "readwrite", { durability: "strict" });
  await Promise.all([tx.store.add({ id, sealed }), tx.done]);
  await browser.storage.session.set({ [SESSION_KEY]: { id, raw: Array.from(raw) } });
  return { id, key: await importKey(raw) };
}

/** Opens data keys with the identity, each once. */
export class KeyRing {
  readonly #opened = new Map<string, Promise<DataKey>>();

  constructor(
    private readonly db: Db,
    private readonly identity: string,
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
    try {
      const decrypter = new Decrypter();
      decrypter.addIdentity(this.identity);
      return { id, key: await importKey(new Uint8Array(await decrypter.decrypt(row.sealed))) };
    } catch (cause) {
      throw new VaultError("damaged", { cause });
    }
  }
}
