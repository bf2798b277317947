/** Where the files of a bundle come from: a ZIP, or a folder on disk. Checked the same way. */
import { foldedPath, foldersOf, isSafePath } from "@/src/manifest/paths";
import type { Finding } from "./finding";

export interface BagFile {
  /** From the bag's own folder, with `/`. */
  path: string;
  /** As announced. Reading gives no more than this, or fails. */
  bytes: number;
  /**
   * Hands over the file piece by piece, the next one when the last was taken. A piece may be let go then: keep a copy.
   * @throws {DamagedError} when its container is damaged there
   */
  read(take: (piece: Uint8Array) => void | Promise<void>): Promise<void>;
}

export interface BagSource {
  /** The bag's own folder; empty when the files lie at the top. */
  name: string;
  files: BagFile[];
  /** Files beside the bag's own folder, by their whole path. */
  outside: BagFile[];
  /** What is wrong with the container itself. Nothing is read when there is anything. */
  findings: Finding[];
  container: Container;
}

/** A folder may be a part of what was unpacked, and the computer's own system may have put files into it. */
export type Container = "zip" | "folder";

/**
 * Divides what is in a ZIP or in a chosen folder into the bag and what lies beside it.
 * @param files By their whole path. @param findings What is wrong with the container.
 * @returns `null` where there is not exactly one bag.
 */
export function bagSource(files: readonly BagFile[], findings: Finding[], container: Container): BagSource | null {
  const name = topFolder(files.map(({ path }) => path));
  if (name === null) return null;
  const prefix = name === "" ? "" : `${name}/`;
  const isInside = ({ path }: BagFile) => path.startsWith(prefix);
  return {
    name,
    findings,
    container,
    files: files.filter(isInside).map((file) => ({ ...file, path: file.path.slice(prefix.length) })),
    outside: files.filter((file) => !isInside(file)),
  };
}

/** The container of a file is damaged: truncated, wrong check sum, not what it announced. */
export class DamagedError extends Error {
  override readonly name = "DamagedError";
}

/**
 * Names that must not be read, and names that two files share after letter case and Unicode form, or a file and a folder.
 * @param folders Those that are named for themselves.
 */
export function nameFindings(paths: readonly string[], folders: readonly string[] = []): Finding[] {
  const seen = new Set([...folders, ...paths.flatMap(foldersOf)].map(foldedPath));
  return paths.flatMap((path): Finding[] => {
    if (!isSafePath(path)) return [{ code: "unsafeName", path }];
    const key = foldedPath(path);
    if (seen.has(key)) return [{ code: "duplicateName", path }];
    seen.add(key);
    return [];
  });
}

/** The bag's top folder: the one that holds `bagit.txt`, or "" when the files lie at the top; `null` when not one. */
function topFolder(paths: readonly string[]): string | null {
  if (paths.includes("bagit.txt")) return "";
  const tops = new Set(paths.filter((path) => /^[^/]+\/bagit\.txt$/.test(path)));
  if (tops.size !== 1) return null;
  const [only] = tops;
  return only!.slice(0, -"bagit.txt".length).replace(/\/$/, "");
}

/** Largest text file read whole: lists, the log, a record. Larger ones are digested, but their content is not read. */
export const MAX_TEXT_BYTES = 64 * 1024 * 1024;

/**
 * @param encoding Label as in the Encoding Standard.
 * @returns `null` when it is too large, not in that encoding, or begins with a byte order mark.
 */
export async function readText(file: BagFile, encoding = "utf-8"): Promise<string | null> {
  if (file.bytes > MAX_TEXT_BYTES) return null;
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === "utf-8" });
  const parts: string[] = [];
  try {
    await file.read((piece) => void parts.push(decoder.decode(piece, { stream: true })));
    parts.push(decoder.decode());
  } catch (error) {
    if (error instanceof TypeError || error instanceof DamagedError) return null;
    throw error;
  }
  const text = parts.join("");
  return text.startsWith("\uFEFF") ? null : text;
}

/** @param maxBytes A longer file is not read. @returns `null` when it is longer or damaged. */
export async function readBytes(file: BagFile, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (file.bytes > maxBytes) return null;
  const bytes = new Uint8Array(file.bytes);
  let at = 0;
  try {
    await file.read((piece) => {
      bytes.set(piece, at);
      at += piece.length;
    });
  } catch (error) {
    if (error instanceof RangeError || error instanceof DamagedError) return null;
    throw error;
  }
  return at === bytes.length ? bytes : null;
}
