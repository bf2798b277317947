/**
 * `storage.local`: on the disk, in the clear, so nothing of what was saved may stand here, nor anything that says what the
 * program is for. What is read is whatever stands there, for the caller to check.
 */
import { browser } from "./browser";

/** Never fails: `undefined` where nothing stands there, or nothing can be read. */
export async function readLocal(key: string): Promise<unknown> {
  const stored: Record<string, unknown> = await browser.storage.local.get(key).catch(() => ({}));
  return stored[key];
}

export async function writeLocal(key: string, value: unknown): Promise<void> {
  await browser.storage.local.set({ [key]: value });
}

/** Calls back with what stands there from now on, whenever that changes, on whatever page; `undefined` where it was removed. */
export function watchLocal(key: string, callback: (value: unknown) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const change = changes[key];
    if (area === "local" && change !== undefined) callback(change.newValue);
  });
}
