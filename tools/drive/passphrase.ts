/** Setting a passphrase, locking and unlocking, as a user does it in the library. */
import { type View, ViewGone } from "./view";

export async function setPassphrase(library: View, passphrase: string): Promise<void> {
  await library.press("Settings");
  await library.press("Set a passphrase");
  await library.fill("New passphrase", passphrase);
  await library.fill("New passphrase, once more", passphrase);
  await library.press("Set this passphrase");
  await library.untilText(/The passphrase is set/);
}

export async function lock(library: View): Promise<void> {
  await library.pressAndGo("Lock");
  await untilLocked(library);
}

/** The page loads itself anew when it locks, so it may be gone for a moment. */
export async function untilLocked(library: View): Promise<void> {
  for (;;) {
    try {
      await library.untilText(/Your notes are locked/);
      return;
    } catch (error) {
      if (!(error instanceof ViewGone)) throw error;
    }
  }
}

export async function unlock(library: View, passphrase: string): Promise<void> {
  await library.fill("Passphrase", passphrase);
  await library.press("Unlock");
}
