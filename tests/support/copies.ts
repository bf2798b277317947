/** Copies, as a user makes, opens and puts them back in the library. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { View } from "@/tools/drive/view";

/** @returns The bytes of the file in the downloads. */
export async function makeCopy(library: View, downloads: string, passphrase: string): Promise<Buffer> {
  await library.press("Copies");
  await library.fill("Passphrase for the copy", passphrase);
  await library.fill("Passphrase for the copy, once more", passphrase);
  await library.press("Back up everything");
  const [name] = /documents-[\d-]+\.zip\.age/.exec(await library.untilText(/The copy is in your downloads/))!;
  const isWhole = async () => {
    const found = await readdir(downloads);
    return found.includes(name!) && !found.some((each) => /\.(part|crdownload)$/.test(each));
  };
  await library.until("the download", isWhole);
  return readFile(join(downloads, name!));
}

/** Chooses the copy and presses the button that opens it. */
export async function openCopy(library: View, copy: Buffer, passphrase: string, button: string): Promise<void> {
  await choose(library, copy);
  await library.fill("Its passphrase, or the secret age key", passphrase);
  await library.press(button);
}

/** As if the file had been chosen in the browser's own window. */
async function choose(library: View, bytes: Buffer): Promise<void> {
  await library.run((base64) => {
    const file = new File([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], "copy.age");
    const chosen = new DataTransfer();
    chosen.items.add(file);
    document.querySelector<HTMLInputElement>('input[type="file"]')!.files = chosen.files;
  }, bytes.toString("base64"));
}
