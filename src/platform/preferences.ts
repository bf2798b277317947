/**
 * What the user has set, in `storage.local`. It is kept in the clear, so nothing of what was saved may stand here, nor
 * anything that says what the program is for.
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
