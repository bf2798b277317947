/**
 * What a passer-by may see of the program, as the user set it; in `storage.local`, in the clear: nothing here says what is
 * kept, nor what for. Reading it never fails: where nothing can be read, the usual site and look hold.
 */
import { leaveToFrom, USUAL_LEAVE_TO } from "@/src/model/leave-to";
import { type Look, lookFrom } from "@/src/model/neutral-look";
import { readLocal, watchLocal, writeLocal } from "./local-store";

const LEAVE_TO_KEY = "leaveTo";

const leaveTo = (stored: unknown): string => leaveToFrom(stored) ?? USUAL_LEAVE_TO;

export async function readLeaveTo(): Promise<string> {
  return leaveTo(await readLocal(LEAVE_TO_KEY));
}

/** Calls back with the site now, and whenever it is changed, on whatever page. */
export function watchLeaveTo(callback: (url: string) => void): void {
  void readLeaveTo().then(callback);
  watchLocal(LEAVE_TO_KEY, (stored) => callback(leaveTo(stored)));
}

export async function writeLeaveTo(url: string): Promise<void> {
  await writeLocal(LEAVE_TO_KEY, url);
}

const LOOK_KEY = "look";

export async function readLook(): Promise<Look> {
  return lookFrom(await readLocal(LOOK_KEY));
}

/** Calls back whenever another one is chosen, on whatever page, and when everything is forgotten. */
export function watchLook(callback: (look: Look) => void): void {
  watchLocal(LOOK_KEY, (stored) => callback(lookFrom(stored)));
}

export async function writeLook(look: Look): Promise<void> {
  await writeLocal(LOOK_KEY, look);
}
