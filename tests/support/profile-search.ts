/** Looks for a string in every file of a browser profile, byte by byte. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** @returns The files that hold the string in UTF-8 or UTF-16, paths below the folder. */
export async function filesHolding(folder: string, text: string): Promise<string[]> {
  const needles = [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le"), Buffer.from(text, "utf16le").swap16()];
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0)); // a file that went away while we looked
    if (needles.some((needle) => bytes.includes(needle))) found.push(path.slice(folder.length + 1));
  }
  return found;
}
