/** The names of an exhibit's files: of those that its record lists, and of those that a package puts beside them. */
import { MARKED_FILE, REDACTED_FILE } from "@/src/model/exhibit-files";
import { foldersOf, isPlainPath } from "./paths";

export const CORRECTIONS_FILE = "corrections.json";
export const LEFT_OUT_FILE = "left-out.json";

/** Files we put beside those of a record. */
const OUR_FILES = ["record.json", "derived.json", CORRECTIONS_FILE, LEFT_OUT_FILE, MARKED_FILE, REDACTED_FILE];

/** @param paths Of the files that a record lists. @returns Why no package could hold them; `null` where one can. */
export function namesFault(paths: readonly string[]): string | null {
  if (!paths.every((path) => isPlainPath(`data/exhibits/0000/${path}`))) return "unusable file name";
  const names = [...paths, ...OUR_FILES];
  const unique = new Set(names);
  if (unique.size !== names.length) return "two files have one name";
  return names.flatMap(foldersOf).some((folder) => unique.has(folder)) ? "a file has the name of a folder" : null;
}
