/**
 * What a passer-by may see of the program, as the user set it; in `storage.local`, in the clear: nothing here says what is
 * kept, nor what for.
 */
import { leaveToFrom, USUAL_LEAVE_TO } from "@/src/model/leave-to";
import { type Look, lookFrom } from "@/src/model/neutral-look";
import { browser } from "./browser";

const LEAVE_TO_KEY = "leaveTo";

/** Never fails: where nothing can be read, the usual site holds. */
export async function readLeaveTo(): Promise<string> {
  const stored = await browser.storage.local.get(LEAVE_TO_KEY).catch(() => ({}) as Record<string, unknown>);
  return leaveToFrom(stored[LEAVE_TO_KEY]) ?? USUAL_LEAVE_TO;
}

/** Calls back with the site now, and whenever it is changed, on whatever page. */
export function watchLeaveTo(callback: (url: string) => void): void {
  void readLeaveTo().then(callback);
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === "local" && LEAVE_TO_KEY in changes) void readLeaveTo().then(callback);
  });
}

export async function writeLeaveTo(url: string): Promise<void> {
  await browser.storage.local.set({ [LEAVE_TO_KEY]: url });
}

const LOOK_KEY = "look";

/** Never fails: where nothing can be read, the usual one holds. */
export async function readLook(): Promise<Look> {
  const stored = await browser.storage.local.get(LOOK_KEY).catch(() => ({}) as Record<string, unknown>);
  return lookFrom(stored[LOOK_KEY]);
}

/** Calls back whenever another one is chosen, on whatever page, and when everything is forgotten. */
export function watchLook(callback: (look: Look) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === "local" && LOOK_KEY in changes) callback(lookFrom(changes[LOOK_KEY]?.newValue));
  });
}

export async function writeLook(look: Look): Promise<void> {
  await browser.storage.local.set({ [LOOK_KEY]: look });
}
