/** What is chosen when items are handed over: for whom, and what becomes of the pictures. */
import type { CoverBox, Covers } from "./covers";
import type { Role } from "./custody";
import type { ExhibitId, ExhibitRecord, PageRecord } from "./exhibit";
import type { ExhibitFile } from "./exhibit-files";
import { isCoverable, isPage, shownFile } from "./exhibit-kind";

/** Changes which choices stand first, and the words of the package's README and of the binder's cover; nothing else. */
export const RECEIVERS = ["police", "lawyer", "platform", "helpline", "friend", "myself"] as const;
export type Receiver = (typeof RECEIVERS)[number];

/**
 * "full": every file. "redacted": a copy of the picture on which the user's own boxes are opaque, instead of the item's files.
 * "covered": pictures only of items whose pages were saved with every picture covered. "none": no picture at all. Where in an
 * uncovered picture the page's own pictures stand is not recorded, so only the user can say what of it is to be covered.
 */
export const PICTURES_INSIDE = ["full", "redacted", "covered", "none"] as const;
export type PicturesInside = (typeof PICTURES_INSIDE)[number];

/** The same with what it needs: for "redacted" the boxes. */
export type PicturesRule = Exclude<PicturesInside, "redacted"> | Covers;

export function insideOf(rule: PicturesRule): PicturesInside {
  return typeof rule === "string" ? rule : "redacted";
}

export interface HandOverDefaults {
  pictures: PicturesInside;
  withMarked: boolean;
  /** The account, the reports, and what was written about each item. */
  withWords: boolean;
}

/** What stands first where someone gives what they keep for another person to a friend: all of it, which only then can be taken in there. */
export const GIVING_BACK: HandOverDefaults = { pictures: "full", withMarked: false, withWords: true };

/** Whether things that are kept in this role are another person's. */
export function isKeptForOthers(role: Role): boolean {
  return role === "friend" || role === "bystander";
}

export const HAND_OVER_DEFAULTS: Readonly<Record<Receiver, HandOverDefaults>> = {
  police: { pictures: "full", withMarked: true, withWords: true },
  lawyer: { pictures: "full", withMarked: true, withWords: true },
  platform: { pictures: "covered", withMarked: false, withWords: false },
  helpline: { pictures: "covered", withMarked: false, withWords: true },
  friend: { pictures: "covered", withMarked: false, withWords: false },
  myself: { pictures: "full", withMarked: false, withWords: true },
};

/**
 * Whether a file goes into a package. One that may hold a picture of an uncovered page does not: photographs, whole-page files,
 * and the page's HTML, in which pictures can be written out or named by address. Nor does any file that may show what the user
 * covered. A picture of which the user did not say what is to be covered goes in only where it was saved covered. Of other files
 * from elsewhere only plain text surely holds no picture.
 */
export function isInside(record: ExhibitRecord, { mime }: Pick<ExhibitFile, "mime">, rule: PicturesRule): boolean {
  if (rule === "full") return true;
  const boxes = saidOf(record, rule);
  if (boxes !== null) return boxes.length === 0;
  if (!isPage(record)) return mime === "text/plain";
  return record.pictures === "covered" && (rule !== "none" || mime.startsWith("text/"));
}

/** What the user said of its picture, where that decides; `null` where they said nothing. */
function saidOf(record: ExhibitRecord, rule: PicturesRule): readonly CoverBox[] | null {
  return typeof rule === "string" || !isCoverable(record) ? null : (rule.get(record.id) ?? null);
}

/** What is opaque on the copy that goes in instead of the item's files; `null` where there is none. */
export function boxesOf(record: ExhibitRecord, rule: PicturesRule): readonly CoverBox[] | null {
  const boxes = saidOf(record, rule);
  return boxes === null || boxes.length === 0 ? null : boxes;
}

/** Whether the item's picture, or the file that it is about, goes into a package as it was kept. */
export function isShownInside(record: ExhibitRecord, rule: PicturesRule): boolean {
  const path = shownFile(record);
  const file = record.files.find((each) => each.path === path);
  return file !== undefined && isInside(record, file, rule);
}

/** Whether a picture of a page goes into a package as it was kept. */
export function isPictureInside(record: ExhibitRecord, rule: PicturesRule): record is PageRecord {
  return isPage(record) && isShownInside(record, rule);
}

/** What of one item goes into a package, counted before it is made. Marked copies are not made yet and not counted. */
export interface PreviewRow {
  id: ExhibitId;
  files: number;
  bytes: number;
  leftOut: number;
  /** "redacted": the copy with the parts that the user covered. */
  picture: "kept" | "redacted" | "none";
}

/** Of how many items the record, which goes in whatever becomes of the pictures, holds what may tell of a person. */
export interface Carried {
  /** The addresses of pictures that had not loaded. */
  pictureAddresses: number;
  /** The name that a file from elsewhere had. */
  fileNames: number;
  /** Where a photograph says that it was taken. */
  places: number;
}

export interface PackagePreview {
  /** In the order of their numbers. */
  rows: PreviewRow[];
  carried: Carried;
  /** How many items nobody can take into their notes from it, because something of them is left out. */
  notWhole: number;
  /** What the person wrote that goes in. */
  words: { events: number; reports: number };
}

/** What is wrong with a list of public keys: one is none, or some are made for future computers and others are not. */
export type KeysMistake = "mistypedKey" | "mixedKeys";
