/** Copies, as a user makes, opens and puts them back in the library. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { View } from "@/tools/drive/view";
import { chooseFile } from "./choose-file";

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
  await chooseFile(library, "copy.age", copy);
  await library.fill("Its passphrase, or the secret age key", passphrase);
  await library.press(button);
}
