/** What a binder in a test is made with: the fonts of the package, read from where they are built from. */
import { readFile } from "node:fs/promises";
import { FontShelf } from "@/src/export/pdf/font-shelf";
import { packedFonts } from "@/tools/fonts";

const fonts = packedFonts();

export async function packageFonts() {
  const { table, files } = await fonts;
  return { table, read: async (file: string) => new Uint8Array(await readFile(files.get(file)!)) };
}

export async function packageShelf(): Promise<FontShelf> {
  const { table, read } = await packageFonts();
  return new FontShelf(table, read);
}
