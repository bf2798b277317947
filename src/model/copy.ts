/** Encrypted copies of everything: what is in one, and what the custody log tells of them. Format: docs/formats/copy.md */
import type { CustodyAct, CustodyEntry } from "./custody";
import type { Sha256 } from "./digest";
import { type CaseId, MAX_EXHIBIT } from "./exhibit";
import type { IdleMinutes } from "./lock";

/** Of `copy.json`. A copy of the first form has no such file, and is one bundle. */
export const COPY_SCHEMA = "tidemark-copy/4";
/** Has no damaged cases. */
export const THIRD_COPY_SCHEMA = "tidemark-copy/3";
/** Has fewer settings, too. */
export const SECOND_COPY_SCHEMA = "tidemark-copy/2";

/** What `copy.json` says: which bags must be there, and what the user had set. */
export interface CopyIndex {
  schema: typeof COPY_SCHEMA;
  /** One for each case whose log holds together. */
  bags: CopiedBag[];
  /** One for each other case: its log as far as it can be read, and what is intact of it. */
  damaged: CopiedBag[];
  settings: CopiedSettings;
}

export interface CopiedBag {
  /** The bag's folder in the ZIP. */
  folder: string;
  caseId: CaseId;
  exhibits: number;
  /** Where the log in it ends. */
  lastSeq: number;
  tagManifestSha256: Sha256;
}

export interface CopiedSettings {
  /** The case that new items go into. */
  currentCase: CaseId;
  idleMinutes: IdleMinutes;
  screens: number;
  /** The authority that stamps each item when it is saved; `null`: none. */
  stampBy: string | null;
  /** Of "Get help". */
  place: string | null;
  language: string | null;
}

/** As a copy has them: those of the second form are fewer. */
export type SettingsRead = Pick<CopiedSettings, "currentCase" | "idleMinutes" | "screens"> & Partial<CopiedSettings>;

/** Where a copy lies, in the user's own word for it. */
export const COPY_PLACES = ["computer", "stick", "elsewhere"] as const;
export type CopyPlace = (typeof COPY_PLACES)[number];

/** What the checked copies of one case hold. */
export interface CaseCopies {
  places: CopyPlace[];
  /** Where the log in the newest of them ends; -1 where there is none. */
  lastSeq: number;
  /** The highest number of an exhibit in it; 0 where there is none. */
  upToExhibit: number;
  /** Lower numbers that are not in it, because they were damaged when it was made. */
  leftOut: number[];
}

export const NO_COPIES: CaseCopies = { places: [], lastSeq: -1, upToExhibit: 0, leftOut: [] };

/** The same, and what the case holds now. */
export interface CaseBesideCopies {
  known: CaseCopies;
  /** The highest number that was given to an exhibit. */
  lastExhibit: number;
  /** Whether something was written or corrected since the newest copy. */
  hasNewWords: boolean;
}

/** What the library tells of all copies together. */
export interface CopiesKnown {
  /** Places with a copy that was opened again and checked. */
  places: number;
  /** Items that are in no such copy. */
  newItems: number;
  /** Whether something was written or corrected since the newest of them. */
  hasNewWords: boolean;
}

/** A copy that lacks more than can be listed counts as holding none. */
const LONGEST_DETAIL = 2000;

/** What is written down when a copy was opened again and found whole. */
export function copyCheckDetail(
  place: CopyPlace,
  { lastSeq, upToExhibit, leftOut }: Omit<CaseCopies, "places">,
): CustodyAct["detail"] {
  const lacks = leftOut.join(",");
  const holds = lacks.length > LONGEST_DETAIL ? { upToExhibit: 0 } : { upToExhibit, ...(lacks && { leftOut: lacks }) };
  return { about: "copy", place, lastSeq, ...holds, outcome: "equal" };
}

export function isCopyCheck({ event, detail }: Pick<CustodyAct, "event" | "detail">): boolean {
  return event === "check" && detail.about === "copy" && COPY_PLACES.some((place) => place === detail.place);
}

/** What is known after an entry for which `isCopyCheck` holds. A copy that is older than another adds its place only. */
export function afterCopyCheck(before: CaseCopies, { detail }: Pick<CustodyAct, "detail">): CaseCopies {
  const places = COPY_PLACES.filter((place) => place === detail.place || before.places.includes(place));
  const lastSeq = Number(detail.lastSeq);
  if (!Number.isSafeInteger(lastSeq) || lastSeq < before.lastSeq) return { ...before, places };
  const leftOut = typeof detail.leftOut === "string" ? detail.leftOut.split(",").map(Number) : [];
  return { places, lastSeq, upToExhibit: Number(detail.upToExhibit), leftOut };
}

/** The same, from a whole log. Entries of the first release do not name the highest number; their log does. */
export function copiesInLog(log: readonly CustodyEntry[]): CaseCopies {
  return log.filter(isCopyCheck).reduce((known, { detail }) => {
    const upToExhibit = detail.upToExhibit ?? highestExhibit(log.filter(({ seq }) => seq <= Number(detail.lastSeq)));
    return afterCopyCheck(known, { detail: { ...detail, upToExhibit } });
  }, NO_COPIES);
}

/** The highest number that was given in this log; 0 where none was. */
export function highestExhibit(log: readonly CustodyEntry[]): number {
  return log.reduce((highest, entry) => Math.max(highest, exhibitOf(entry) ?? 0), 0);
}

/** The number that an entry says was given, or `null`. */
function exhibitOf({ event, detail }: CustodyEntry): number | null {
  const isGiven = event === "capture" || event === "import";
  const number = Number(detail.exhibit);
  return isGiven && Number.isSafeInteger(number) && number <= MAX_EXHIBIT ? number : null;
}

/** Whether an exhibit is in none of the checked copies of its case. */
export function isInNoCopy(exhibit: number, { upToExhibit, leftOut }: CaseCopies): boolean {
  return exhibit > upToExhibit || leftOut.includes(exhibit);
}
