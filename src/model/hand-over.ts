/** What is chosen when items are handed over: for whom, and what becomes of the pictures. */
import type { ExhibitFile, ExhibitId, ExhibitRecord, PageRecord } from "./exhibit";
import { isPage, shownFile } from "./exhibit-kind";

/** Changes which choices stand first, and the words of the package's README and of the binder's cover; nothing else. */
export const RECEIVERS = ["police", "lawyer", "platform", "helpline", "friend", "myself"] as const;
export type Receiver = (typeof RECEIVERS)[number];

/**
 * "full": every file. "covered": pictures only of items whose pages were saved with every picture covered. "none": no picture
 * at all. Where in an uncovered picture the page's own pictures stand is not recorded, so none of it can be covered later.
 */
export const PICTURES_INSIDE = ["full", "covered", "none"] as const;
export type PicturesInside = (typeof PICTURES_INSIDE)[number];

export interface HandOverDefaults {
  pictures: PicturesInside;
  withMarked: boolean;
  /** The account, the reports, and what was written about each item. */
  withWords: boolean;
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
 * and the page's HTML, in which pictures can be written out or named by address. Of files from elsewhere only plain text
 * surely holds none.
 */
export function isInside(
  record: ExhibitRecord,
  { mime }: Pick<ExhibitFile, "mime">,
  pictures: PicturesInside,
): boolean {
  if (pictures === "full") return true;
  if (!isPage(record)) return mime === "text/plain";
  if (record.pictures !== "covered") return false;
  return pictures === "covered" || mime.startsWith("text/");
}

/** Whether the item's picture, or the file that it is about, goes into a package. */
export function isShownInside(record: ExhibitRecord, pictures: PicturesInside): boolean {
  const path = shownFile(record);
  const file = record.files.find((each) => each.path === path);
  return file !== undefined && isInside(record, file, pictures);
}

/** Whether a picture of a page goes into a package. */
export function isPictureInside(record: ExhibitRecord, pictures: PicturesInside): record is PageRecord {
  return isPage(record) && isShownInside(record, pictures);
}

/** What of one item goes into a package, counted before it is made. Marked copies are not made yet and not counted. */
export interface PreviewRow {
  id: ExhibitId;
  files: number;
  bytes: number;
  leftOut: number;
  hasPicture: boolean;
}

export interface PackagePreview {
  /** In the order of their numbers. */
  rows: PreviewRow[];
  /** What the person wrote that goes in. */
  words: { events: number; reports: number };
}

/** What is wrong with a list of public keys: one is none, or some are made for future computers and others are not. */
export type KeysMistake = "mistypedKey" | "mixedKeys";
