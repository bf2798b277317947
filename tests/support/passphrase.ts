/** Setting a passphrase and unlocking, as a user does it in the library. */
import type { Driven } from "@/tools/drive/driven";
import type { View } from "@/tools/drive/view";

export async function setPassphrase(library: View, passphrase: string): Promise<void> {
  await library.press("Settings");
  await library.press("Set a passphrase");
  await library.fill("New passphrase", passphrase);
  await library.fill("New passphrase, once more", passphrase);
  await library.press("Set this passphrase");
  await library.untilText(/The passphrase is set/);
}

export async function unlock(library: View, passphrase: string): Promise<void> {
  await library.fill("Passphrase", passphrase);
  await library.press("Unlock");
}

/** All that our pages and the background can reach in memory that outlives an event. */
export async function sessionMemory(driven: Driven): Promise<string> {
  const own = await driven.openOwnPage("library.html");
  return own.run(async () => {
    const api = (globalThis as unknown as { chrome: { storage: { session: { get(): Promise<object> } } } }).chrome;
    return JSON.stringify(await api.storage.session.get());
  }, null);
}
