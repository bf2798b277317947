/** A mark in `storage.local` that deleting everything was begun, so that the next start goes on with it. */
import { browser } from "./browser";
import { watchLocal, writeLocal } from "./local-store";

const CLEARING_KEY = "clearing";

export async function beginClearing(): Promise<void> {
  await writeLocal(CLEARING_KEY, true);
}

/** @throws where that cannot be read: then nothing may be taken for kept, nor for deleted */
export async function isClearing(): Promise<boolean> {
  return (await browser.storage.local.get(CLEARING_KEY))[CLEARING_KEY] === true;
}

/** Forgets everything that is set. The mark goes with it. */
export async function endClearing(): Promise<void> {
  await browser.storage.local.clear();
}

/** Calls back once everything was deleted, from wherever. */
export function watchClearing(onCleared: () => void): void {
  watchLocal(CLEARING_KEY, (value) => {
    if (value === undefined) onCleared();
  });
}
