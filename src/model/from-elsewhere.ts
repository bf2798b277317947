/**
 * Things that are no page: a file that was made elsewhere and came in as it was, and a recording of the screen. What is
 * said of them here stands in their record. Format: docs/formats/record.md
 */
import type { UtcInstant } from "./instant";

/** What a file is, told by its first bytes and never by its name alone. */
export const FILE_FORMS = [
  "picture",
  "video",
  "sound",
  "pdf",
  "mail", // an e-mail as a file
  "chat", // an exported conversation, as text or packed with its pictures
  "text",
  "packed", // a ZIP of which nothing more is known
  "other",
] as const;
export type FileForm = (typeof FILE_FORMS)[number];

/** Something the file says of itself. A claim: whoever has the file can write anything there. */
export interface FileClaim {
  name: FileClaimName;
  value: string;
  /** Where in the file it was read, e.g. `exif:DateTimeOriginal`. */
  source: string;
}

export const FILE_CLAIMS = [
  "taken", // when it was taken
  "device", // what it was taken with
  "program", // what it was last saved with
  "place", // latitude and longitude
  "from",
  "to",
  "date",
  "subject",
  "attachments",
  "people", // who writes in a conversation
  "messages", // how many
  "first", // when the first was written, in its words
  "last",
  "inside", // what is packed in it
] as const;
export type FileClaimName = (typeof FILE_CLAIMS)[number];

export interface Imported {
  /** Path in `files`. */
  file: string;
  form: FileForm;
  /** Its name as it came, letter by letter. */
  name: string;
  /** When it was last changed, as the system it came from says; `null` where it does not. */
  modifiedUtc: UtcInstant | null;
  how: "chosen" | "dropped";
  /** What it says of itself, in the order of `FILE_CLAIMS`; empty where it says nothing that is read. */
  says: FileClaim[];
  /** Its words, where it has some that can be read: of a mail its plain text, of a conversation all of it. */
  text: string | null;
}

/** What a log entry of the event `import` says in its `about` when a file came in, and no package. */
export const IMPORTED_FILE = "file";

/** Longest values, in UTF-16 code units; what is longer is cut. */
export const IMPORT_LIMITS = { name: 1000, value: 2000, text: 100_000 } as const;

/** The largest that is shown or played here: all of it lies in memory then, and the browser could put more on the disk. */
export const MAX_SHOWN_BYTES = 256 << 20;

/** The largest file that comes in. */
export const MAX_IMPORT_BYTES = 4_000_000_000;
/** How many come in at one go. */
export const MAX_IMPORT_FILES = 200;

/** What was recorded, as the browser names it; `null` where it does not say. */
export const RECORDED_SURFACES = ["tab", "window", "screen"] as const;

export const ENDED_BY = [
  "user", // "Stop and keep"
  "sharing", // the browser's own button, or what was shared is gone
  "full", // there was no room for more
  "cutOff", // its page or the browser was closed
] as const;

export interface Recording {
  /** Path in `files`. */
  file: string;
  form: "video";
  surface: (typeof RECORDED_SURFACES)[number] | null;
  withSound: boolean;
  /** How long it lasts, in seconds; of one that was cut off, as far as it is known to have been stored. */
  seconds: number;
  /** How long what was recorded lasts, as the user typed it; `null` where they did not. */
  ofSeconds: number | null;
  endedBy: (typeof ENDED_BY)[number];
}
