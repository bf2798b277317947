/** The log's entry for this export names the exhibits that went into the bundle: whether these are the ones in it. */
import type { CustodyEntry } from "@/src/model/custody";
import { exhibitFolder } from "@/src/model/exhibit";
import type { Finding } from "./finding";

/**
 * @param folders Folder of each exhibit in the bundle, e.g. `data/exhibits/001/`.
 * @param log `null` where it does not hold together; then nothing is compared, as where the entry names no exhibits.
 */
export function exportFindings(folders: readonly string[], log: readonly CustodyEntry[] | null): Finding[] {
  const named = namedFolders(log?.findLast(isBegun));
  if (named === null) return [];
  return [
    ...[...named].filter((path) => !folders.includes(path)).map((path): Finding => ({ code: "exhibitMissing", path })),
    ...folders.filter((path) => !named.has(path)).map((path): Finding => ({ code: "exhibitExtra", path })),
  ];
}

/** Whether the entry for this export says that pictures were left out. */
export function isWithoutPictures(log: readonly CustodyEntry[]): boolean {
  const pictures = log.findLast(isBegun)?.detail.pictures;
  return pictures === "redacted" || pictures === "covered" || pictures === "none";
}

/** Whether the entry for this export says that what its maker wrote was left out. */
export function isWithoutWords(log: readonly CustodyEntry[]): boolean {
  return log.findLast(isBegun)?.detail.words === false;
}

/** Older logs say nothing of the outcome. */
function isBegun({ event, detail }: CustodyEntry): boolean {
  return event === "export" && (detail.outcome ?? "begun") === "begun";
}

function namedFolders(entry: CustodyEntry | undefined): ReadonlySet<string> | null {
  const exhibits = entry?.detail.exhibits;
  if (typeof exhibits !== "string" || !/^\d{1,9}(,\d{1,9})*$/.test(exhibits)) return null;
  return new Set(exhibits.split(",").map((number) => `data/exhibits/${exhibitFolder(Number(number))}/`));
}
