/** Damages one file of the store, as a bad disk or a cut-off write would; the seed decides which and how. */
import { open, readdir, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import type { Random } from "../interrupt/plan";

const TEARS = ["truncated", "bits flipped", "block of zeros"] as const;

export interface Tear {
  /** Below the profile's IndexedDB folder. */
  file: string;
  how: string;
}

const BLOCK = 4096;

/** @param profile Of a Chromium that was closed. */
export async function tear(profile: string, random: Random): Promise<Tear> {
  const folder = join(profile, "Default", "IndexedDB");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  // LOG and LOCK hold nothing.
  const files = paths.filter((path) => !/\/(LOG|LOG\.old|LOCK)$/.test(path)).sort();
  const path = files[Math.floor(random() * files.length)]!;
  const { size } = await stat(path);
  return { file: path.slice(folder.length + 1), how: await spoil(path, size, random) };
}

async function spoil(path: string, size: number, random: Random): Promise<string> {
  const kind = TEARS[Math.floor(random() * TEARS.length)]!;
  const at = Math.floor(random() * size);
  if (kind === "truncated") {
    await truncate(path, at);
    return `cut off at ${at} of ${size}`;
  }
  const file = await open(path, "r+");
  try {
    const bytes = Buffer.alloc(kind === "bits flipped" ? 1 : Math.min(BLOCK, size - at));
    if (kind === "bits flipped") {
      await file.read(bytes, 0, 1, at);
      bytes[0]! ^= 1 << Math.floor(random() * 8);
    }
    await file.write(bytes, 0, bytes.length, at);
  } finally {
    await file.close();
  }
  return `${kind} at ${at} of ${size}`;
}
