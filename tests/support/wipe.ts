/** Deleting everything, as a user does it where the library offers it. */
import { type View, ViewGone } from "@/tools/drive/view";

/** The page loads itself anew then, and is as after installing. */
export async function wipeAll(library: View): Promise<void> {
  await library.press("Delete everything");
  await library.fill("To go on, type “delete”", "delete");
  await library.pressAndGo("Delete everything now");
  await untilAnew(library, /No passphrase is set|Nothing is kept yet/);
}

/** The page loads itself anew, so it may be gone for a moment. */
async function untilAnew(library: View, words: RegExp): Promise<void> {
  for (;;) {
    try {
      await library.untilText(words);
      return;
    } catch (error) {
      if (!(error instanceof ViewGone)) throw error;
    }
  }
}
