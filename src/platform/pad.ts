/**
 * The notepad that stands in front of the locked notes where the user wants one, and what is written in it; in
 * `storage.local`, in the clear, as of any notepad. Reading it never fails: where nothing can be read, there is none.
 */
import { readLocal, writeLocal } from "./local-store";

const PAD_KEY = "pad";
const TEXT_KEY = "padText";

export async function readPad(): Promise<boolean> {
  return (await readLocal(PAD_KEY)) === true;
}

export async function writePad(isOn: boolean): Promise<void> {
  await writeLocal(PAD_KEY, isOn);
}

export async function readPadText(): Promise<string> {
  const text = await readLocal(TEXT_KEY);
  return typeof text === "string" ? text : "";
}

export async function writePadText(text: string): Promise<void> {
  await writeLocal(TEXT_KEY, text);
}
