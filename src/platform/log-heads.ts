/**
 * The last entry of each case's log, by its hash, as it was noted after it was written. It lies outside the store, in
 * `storage.local`, so that a store that the browser emptied, or that was put back to an older state, is noticed.
 */
import { browser } from "./browser";
import { writeLocal } from "./local-store";

const HEAD = "head:";

/** Never fails: where nothing can be read, none was noted. */
export async function readHeads(): Promise<Map<string, string>> {
  const stored: Record<string, unknown> = await browser.storage.local.get(null).catch(() => ({}));
  const heads = Object.entries(stored).filter(([key, value]) => key.startsWith(HEAD) && typeof value === "string");
  return new Map(heads.map(([key, value]) => [key.slice(HEAD.length), value as string]));
}

export async function writeHead(caseId: string, hash: string): Promise<void> {
  await writeLocal(HEAD + caseId, hash);
}

export async function forgetHead(caseId: string): Promise<void> {
  await browser.storage.local.remove(HEAD + caseId);
}
