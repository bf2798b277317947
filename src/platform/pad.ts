/**
 * The notepad that stands in front of the locked notes where the user wants one, and what is written in it; in
 * `storage.local`, in the clear, as of any notepad.
 */
import { browser } from "./browser";

const PAD_KEY = "pad";
const TEXT_KEY = "padText";

/** Never fails: where nothing can be read, there is none. */
export async function readPad(): Promise<boolean> {
  const stored = await browser.storage.local.get(PAD_KEY).catch(() => ({}) as Record<string, unknown>);
  return stored[PAD_KEY] === true;
}

export async function writePad(isOn: boolean): Promise<void> {
  await browser.storage.local.set({ [PAD_KEY]: isOn });
}

export async function readPadText(): Promise<string> {
  const stored = await browser.storage.local.get(TEXT_KEY).catch(() => ({}) as Record<string, unknown>);
  const text = stored[TEXT_KEY];
  return typeof text === "string" ? text : "";
}

export async function writePadText(text: string): Promise<void> {
  await browser.storage.local.set({ [TEXT_KEY]: text });
}
