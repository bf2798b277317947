/**
 * What the user has set, in `storage.local`. It is kept in the clear, so nothing of what was saved may stand here, nor
 * anything that says what the program is for. Beside it, a mark that deleting everything was begun, so that the next start goes on.
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

/** Calls back once everything was deleted, from wherever. */
export function watchClearing(onCleared: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const change = changes[CLEARING_KEY];
    if (area === "local" && change !== undefined && change.newValue === undefined) onCleared();
  });
}
