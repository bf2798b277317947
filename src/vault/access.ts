/**
 * Which keys there are right now. Asked anew each time, so that nothing opens what is kept after the vault was locked:
 * not a background that runs on, nor another page.
 */
import { VaultError } from "@/src/model/errors";
import { type DataKey, importKey } from "./cipher";
import { KeyRing, makeDataKey } from "./data-keys";
import { ensureMeta, KEYS_LOCK } from "./meta";
import type { Db } from "./schema";
import { identityInUse, keepDataKey, sessionDataKey } from "./session-keys";

export class Access {
  #keys: KeyRing | null = null;

  constructor(private readonly db: Db) {}

  /** What opens the kept rows, or `null` while the vault is locked. */
  async keysIfOpen(): Promise<KeyRing | null> {
    const identity = await identityInUse(await ensureMeta(this.db));
    if (this.#keys?.identity !== identity) this.#keys = identity === null ? null : new KeyRing(this.db, identity);
    return this.#keys;
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
      const isOpen = (await identityInUse(meta)) !== null;
      const kept = isOpen ? await sessionDataKey() : null;
      const stored = kept && (await this.db.getKey("dataKeys", kept.id)) ? kept : null;
      const { id, raw } = stored ?? (await makeDataKey(this.db, meta.recipient));
      if (isOpen && !stored) await keepDataKey({ id, raw });
      return { id, key: await importKey(raw) };
    });
  }
}
