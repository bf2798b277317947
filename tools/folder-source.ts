/** An unpacked bundle on disk as the source of a bag. Links are not followed. */
import { createReadStream } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { type BagFile, type BagSource, bagSource, nameFindings } from "@/src/verify/bag-source";
import type { Finding } from "@/src/verify/finding";

/** @param folder The bag, or what the ZIP was unpacked into. @returns `null` when there is not exactly one bag in it. */
export async function openFolder(folder: string): Promise<BagSource | null> {
  const files: BagFile[] = [];
  const findings: Finding[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const full = join(entry.parentPath, entry.name);
    const path = full.slice(join(folder, "x").length - 1).replaceAll("\\", "/");
    if (entry.isFile()) files.push({ path, bytes: (await lstat(full)).size, read: (take) => readFile(full, take) });
    else if (!entry.isDirectory()) findings.push({ code: "notAFile", path });
  }
  files.sort((one, other) => (one.path < other.path ? -1 : 1));
  const source = bagSource(files, [...findings, ...nameFindings(files.map(({ path }) => path))], "folder");
  return source && { ...source, name: source.name || basename(resolve(folder)) };
}

async function readFile(path: string, take: (piece: Uint8Array) => void | Promise<void>): Promise<void> {
  for await (const piece of createReadStream(path)) await take(piece as Buffer);
}
