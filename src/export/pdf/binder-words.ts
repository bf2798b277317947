/** The binder's own words. Which language they are in is the caller's choice. */
import type { MissingPart } from "@/src/model/exhibit";

/** Each is a message `binder_<key>`; the numbers of values it takes are in the English message. */
export const BINDER_KEYS = [
  "title",
  "what",
  "package",
  "made",
  "madeWith",
  "exhibits",
  "exhibitsRange",
  "digest",
  "log",
  "logEntry",
  "checkTitle",
  "check",
  "claims",
  "index",
  "why",
  "address",
  "account",
  "posted",
  "saved",
  "page",
  "pageOf",
  "notFound",
  "notOnPage",
  "timeline",
  "timelineNote",
  "timelinePosted",
  "timelineSaved",
  "about",
  "timeUnknown",
  "witnesses",
  "effect",
  "permalink",
  "platform",
  "displayName",
  "profile",
  "postedDate",
  "postedText",
  "repostedBy",
  "pageTitle",
  "text",
  "picture",
  "pictureWhole",
  "picturePart",
  "pictureCovered",
  "pictureNotPrinted",
  "pictureRows",
  "savedWith",
  "savedBy",
  "actions",
  "missing",
  "nothing",
  "id",
  "files",
  "fileNotComplete",
  "readFrom",
  "appendix",
  "methodTitle",
  "method",
  "limitsTitle",
  "limits",
  "printTitle",
  "print",
  "logTitle",
  "logNote",
] as const;
export type BinderKey = (typeof BINDER_KEYS)[number];

export interface BinderWords {
  /** BCP 47. */
  language: string;
  say(key: BinderKey, values?: readonly (string | number)[]): string;
  /** What a record lacks and why, as a sentence. */
  missing(part: MissingPart): string;
}
