/** The binder's own words. Which language they are in is the caller's choice. */

import type { FileClaimName } from "@/src/model/from-elsewhere";
import type { LinkRel } from "@/src/model/links";
import type { MissingPart } from "@/src/model/missing";

/** Each is a message `binder_<key>`; the numbers of values it takes are in the English message. */
export const BINDER_KEYS = [
  "title",
  "what",
  "for_police",
  "for_lawyer",
  "for_platform",
  "for_helpline",
  "for_friend",
  "for_myself",
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
  "people",
  "place",
  "tags",
  "links",
  "did",
  "timelineReported",
  "timelineAnswered",
  "permalink",
  "platform",
  "displayName",
  "imported",
  "importedNote",
  "fileChanged",
  "fileSays",
  "file",
  "fileInPackage",
  "fileOutOfPackage",
  "recorded",
  "recordedOf",
  "originalPlace",
  "typed",
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
  "pictureRedacted",
  "pictureNotPrinted",
  "pictureLeftOut",
  "pictureRows",
  "savedWith",
  "savedBy",
  "actions",
  "missing",
  "nothing",
  "id",
  "files",
  "fileNotComplete",
  "fileLeftOut",
  "readFrom",
  "corrected",
  "appendix",
  "methodTitle",
  "method",
  "limitsTitle",
  "limits",
  "printTitle",
  "print",
  "logTitle",
  "logNote",
  "logBroken",
] as const;
export type BinderKey = (typeof BINDER_KEYS)[number];

export interface BinderWords {
  /** BCP 47. */
  language: string;
  /** Where its lines begin: the columns of the binder stand in that order, too. */
  direction: "ltr" | "rtl";
  say(key: BinderKey, values?: readonly (string | number)[]): string;
  /** What an exhibit is to another one, whose number follows. */
  link(rel: LinkRel): string;
  /** What a record lacks and why, as a sentence. */
  missing(part: MissingPart): string;
  /** What a file says of itself, by its name. */
  fileClaim(name: FileClaimName): string;
}
