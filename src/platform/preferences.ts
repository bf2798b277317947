/**
 * What the user has set, in `storage.local`. It is kept in the clear, so nothing of what was saved may stand here, nor
 * anything that says what the program is for. Beside it, a mark that deleting everything was begun, so that the next start goes on,
 * and the last hash of each log.
 */
import { screensFrom } from "@/src/model/scope";
import { browser } from "./browser";

const SCREENS_KEY = "screens";

/** Never fails: where nothing can be read, the usual number holds. */
export async function readScreens(): Promise<number> {
  const stored = await browser.storage.local.get(SCREENS_KEY).catch(() => ({}) as Record<string, unknown>);
  return screensFrom(stored[SCREENS_KEY]);
}

export async function writeScreens(screens: number): Promise<void> {
  await browser.storage.local.set({ [SCREENS_KEY]: screensFrom(screens) });
}

const PLACE_KEY = "place";
const LANGUAGE_KEY = "language";

/** The place and language that were chosen last; whatever stands there, for the reader to check. Never fails. */
export async function readPlace(): Promise<{ place: unknown; language: unknown }> {
  const place = await browser.storage.local.get(PLACE_KEY).catch(() => ({}) as Record<string, unknown>);
  const language = await browser.storage.local.get(LANGUAGE_KEY).catch(() => ({}) as Record<string, unknown>);
  return { place: place[PLACE_KEY], language: language[LANGUAGE_KEY] };
}

export async function writePlace({
  place,
  language,
}: {
  place: string | null;
  language: string | null;
}): Promise<void> {
  await browser.storage.local.set({ [PLACE_KEY]: place });
  await browser.storage.local.set({ [LANGUAGE_KEY]: language });
}

const STAMP_KEY = "stampBy";

/** The authority that stamps each item when it is saved; `null`: none, as from the start. Never fails. */
export async function readStampAuthority(): Promise<string | null> {
  const stored = await browser.storage.local.get(STAMP_KEY).catch(() => ({}) as Record<string, unknown>);
  const authority = stored[STAMP_KEY];
  return typeof authority === "string" ? authority : null;
}

export async function writeStampAuthority(authority: string | null): Promise<void> {
  await browser.storage.local.set({ [STAMP_KEY]: authority });
}

const BEGUN_KEY = "begun";

/** Whether the page for the first time was answered or skipped. Never fails: where nothing can be read, it was not. */
export async function hasBegun(): Promise<boolean> {
  const stored = await browser.storage.local.get(BEGUN_KEY).catch(() => ({}) as Record<string, unknown>);
  return stored[BEGUN_KEY] === true;
}

export async function noteBegun(): Promise<void> {
  await browser.storage.local.set({ [BEGUN_KEY]: true });
}

const CLEARING_KEY = "clearing";

export async function beginClearing(): Promise<void> {
  await browser.storage.local.set({ [CLEARING_KEY]: true });
}

export async function isClearing(): Promise<boolean> {
  return (await browser.storage.local.get(CLEARING_KEY))[CLEARING_KEY] === true;
}

/** Forgets everything that is set. The mark goes with it. */
export async function endClearing(): Promise<void> {
  await browser.storage.local.clear();
}

const HEAD = "head:";

/**
 * The last entry of each case's log, by its hash, as it was noted after it was written. It lies outside the store, so that
 * a store that the browser emptied, or that was put back to an older state, is noticed. Never fails.
 */
export async function readHeads(): Promise<Map<string, string>> {
  const stored = await browser.storage.local.get(null).catch(() => ({}) as Record<string, unknown>);
  const heads = Object.entries(stored).filter(([key, value]) => key.startsWith(HEAD) && typeof value === "string");
  return new Map(heads.map(([key, value]) => [key.slice(HEAD.length), value as string]));
}

export async function writeHead(caseId: string, hash: string): Promise<void> {
  await browser.storage.local.set({ [HEAD + caseId]: hash });
}

export async function forgetHead(caseId: string): Promise<void> {
  await browser.storage.local.remove(HEAD + caseId);
}

/** Calls back once everything was deleted, from wherever. */
export function watchClearing(onCleared: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const change = changes[CLEARING_KEY];
    if (area === "local" && change !== undefined && change.newValue === undefined) onCleared();
  });
}
