/**
 * Which keys there are right now. Asked anew each time, so that nothing opens what is kept after the vault was locked:
 * not a background that runs on, nor another page.
 */
import { VaultError } from "@/src/model/errors";
import { type DataKey, importKey } from "./cipher";
import { KeyRing, makeDataKey } from "./data-keys";
import { ensureMeta, KEYS_LOCK } from "./meta";
import { readOpenIdentity } from "./open-identity";
import type { Db, VaultMeta } from "./schema";
import { identityInUse, keepDataKey, sessionDataKey } from "./session-keys";

export class Access {
  #keys: KeyRing | null = null;
  #open: { recipient: string; identity: string } | null = null;

  constructor(private readonly db: Db) {}

  /** What opens the kept rows, or `null` while the vault is locked. */
  async keysIfOpen(): Promise<KeyRing | null> {
    const identity = await this.#identity(await ensureMeta(this.db));
    if (this.#keys?.identity !== identity) this.#keys = identity === null ? null : new KeyRing(this.db, identity);
    return this.#keys;
  }

  /** The one without a passphrase is read once: it lies in the clear as long as it counts. */
  async #identity(meta: VaultMeta): Promise<string | null> {
    if (meta.identity.kind === "passphrase") return identityInUse(meta);
    if (this.#open?.recipient !== meta.recipient) {
      this.#open = { recipient: meta.recipient, identity: await readOpenIdentity(this.db.name) };
    }
    return this.#open.identity;
  }

  /** @throws {VaultError} `locked` */
  async keys(): Promise<KeyRing> {
    const keys = await this.keysIfOpen();
    if (!keys) throw new VaultError("locked");
    return keys;
  }

  /**
   * What new rows are sealed under. While the vault is open: one key for the browser session. While it is locked: a key
   * for this once, which nothing in memory remembers.
   */
  async dataKey(): Promise<DataKey> {
    return navigator.locks.request(KEYS_LOCK, async () => {
      const meta = await ensureMeta(this.db);
      const isOpen = (await this.#identity(meta)) !== null;
      const kept = isOpen ? await sessionDataKey() : null;
      const stored = kept && (await this.db.getKey("dataKeys", kept.id)) ? kept : null;
      const { id, raw } = stored ?? (await makeDataKey(this.db, meta.recipient));
      if (isOpen && !stored) await keepDataKey({ id, raw });
      return { id, key: await importKey(raw) };
    });
  }
}
