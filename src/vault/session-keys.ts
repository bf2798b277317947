/**
 * What of the vault's keys is in memory: `storage.session`, which our own pages and the background can read, which no
 * page of the web can, and which is gone with the browser. While the vault is locked there is nothing in it.
 */
import { DEFAULT_IDLE_MINUTES } from "@/src/model/lock";
import { browser } from "@/src/platform/browser";
import type { VaultMeta } from "./schema";

const OPEN_IDENTITY = "openIdentity";
const DATA_KEY = "dataKey";

interface OpenIdentity {
  identity: string;
  /** When it was last used, by this device's clock, in milliseconds. */
  usedMs: number;
}

interface KeptDataKey {
  id: string;
  raw: number[];
}

async function read<Value>(key: string): Promise<Value | null> {
  return ((await browser.storage.session.get(key))[key] as Value | undefined) ?? null;
}

/** What the passphrase opened, or `null` while the vault is locked: at once after it lay unused for too long. */
export async function identityInUse(meta: VaultMeta): Promise<string | null> {
  const open = await read<OpenIdentity>(OPEN_IDENTITY);
  if (open === null) return null;
  const unusedMs = Date.now() - open.usedMs;
  return unusedMs > (meta.idleMinutes ?? DEFAULT_IDLE_MINUTES) * 60_000 ? null : open.identity;
}

export async function keepIdentity(identity: string): Promise<void> {
  const open: OpenIdentity = { identity, usedMs: Date.now() };
  await browser.storage.session.set({ [OPEN_IDENTITY]: open });
}

export async function sessionDataKey(): Promise<{ id: string; raw: Uint8Array<ArrayBuffer> } | null> {
  const kept = await read<KeptDataKey>(DATA_KEY);
  return kept && { id: kept.id, raw: Uint8Array.from(kept.raw) };
}

export async function keepDataKey({ id, raw }: { id: string; raw: Uint8Array }): Promise<void> {
  const kept: KeptDataKey = { id, raw: Array.from(raw) };
  await browser.storage.session.set({ [DATA_KEY]: kept });
}

/** Locking: after this nothing in memory that a page of ours can reach opens what is kept. */
export async function forgetKeys(): Promise<void> {
  await browser.storage.session.remove([OPEN_IDENTITY, DATA_KEY]);
}

/** Calls back when the vault is locked or unlocked, from wherever. Returns how to stop listening. */
export function watchLock(onChange: (isLocked: boolean) => void): () => void {
  const listener = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>, area: string) => {
    const change = changes[OPEN_IDENTITY];
    if (area !== "session" || !change) return;
    const [before, now] = [change.oldValue !== undefined, change.newValue !== undefined];
    if (before !== now) onChange(!now);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
