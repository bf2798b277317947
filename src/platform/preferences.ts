/** What the user has set, in `storage.local`. Reading it never fails: where nothing can be read, it is as from the start. */
import { screensFrom } from "@/src/model/scope";
import { readLocal, writeLocal } from "./local-store";

const SCREENS_KEY = "screens";

export async function readScreens(): Promise<number> {
  return screensFrom(await readLocal(SCREENS_KEY));
}

export async function writeScreens(screens: number): Promise<void> {
  await writeLocal(SCREENS_KEY, screensFrom(screens));
}

const PLACE_KEY = "place";
const LANGUAGE_KEY = "language";

/** The place and language that were chosen last; whatever stands there, for the reader to check. */
export async function readPlace(): Promise<{ place: unknown; language: unknown }> {
  return { place: await readLocal(PLACE_KEY), language: await readLocal(LANGUAGE_KEY) };
}

export async function writePlace(chosen: { place: string | null; language: string | null }): Promise<void> {
  await writeLocal(PLACE_KEY, chosen.place);
  await writeLocal(LANGUAGE_KEY, chosen.language);
}

const STAMP_KEY = "stampBy";

/** The authority that stamps each item when it is saved; `null`: none, as from the start. */
export async function readStampAuthority(): Promise<string | null> {
  const authority = await readLocal(STAMP_KEY);
  return typeof authority === "string" ? authority : null;
}

export async function writeStampAuthority(authority: string | null): Promise<void> {
  await writeLocal(STAMP_KEY, authority);
}

const BEGUN_KEY = "begun";

/** Whether the page for the first time was answered or skipped. */
export async function hasBegun(): Promise<boolean> {
  return (await readLocal(BEGUN_KEY)) === true;
}

export async function noteBegun(): Promise<void> {
  await writeLocal(BEGUN_KEY, true);
}
