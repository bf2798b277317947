/** What can be asked of any exhibit, whether it is a page, a file that came in, or a recording. */

import type { ExhibitRecord, FileRecord, ImportRecord, PageRecord, UnnumberedRecord } from "./exhibit";
import type { ExhibitFile } from "./exhibit-files";
import { type FileForm, MAX_SHOWN_BYTES } from "./from-elsewhere";
import type { PageFacts } from "./page-facts";

export function isPage(record: Pick<ExhibitRecord, "kind">): record is PageRecord {
  return record.kind === "post";
}

/** One that is shown as a picture. */
export type PictureRecord = PageRecord | ImportRecord;

/** Whether the user can cover parts of it in copies. Whether the browser can open a picture that came in shows only when it does. */
export function isCoverable(record: ExhibitRecord): record is PictureRecord {
  const file = record.files.find(({ path }) => path === shownFile(record));
  if (isPage(record)) return file?.mime === "image/png";
  return (
    record.kind === "import" &&
    record.imported.form === "picture" &&
    file !== undefined &&
    file.bytes <= MAX_SHOWN_BYTES
  );
}

/** Which of the three it is, as the list and its filters name it; a page's platform is its own. */
export function originOf(record: UnnumberedRecord): string {
  if (record.kind === "post") return record.facts.platform;
  return record.kind === "import" ? "imported" : "recorded";
}

/** The part of the record that is about its one file. */
export function aboutFile(record: FileRecord): { file: string; form: FileForm } {
  return record.kind === "import" ? record.imported : record.recording;
}

/** The path of what is shown of it first: a page's picture, or the file itself. */
export function shownFile(record: UnnumberedRecord): string {
  if (record.kind === "post") return record.picture.file;
  return aboutFile(record as FileRecord).file;
}

/** The same with what is recorded of it. @throws {TypeError} where the record does not name it among its files */
export function shownFileOf(record: ExhibitRecord): ExhibitFile {
  const path = shownFile(record);
  const file = record.files.find((each) => each.path === path);
  if (file === undefined) throw new TypeError("a record names the file that is shown of it");
  return file;
}

/** What a page claims; of anything else nothing is claimed in this form. */
export function claimsOf(record: ExhibitRecord): Partial<PageFacts> {
  return isPage(record) ? record.facts : {};
}

/** The title of the page, or the name that a file came with. */
export function titleOf(record: ExhibitRecord): string | null {
  if (isPage(record)) return record.page.title;
  return record.kind === "import" ? record.imported.name : null;
}

/** Its words, where some were read. */
export function textOf(record: ExhibitRecord): string | null {
  if (isPage(record)) return record.facts.text;
  return record.kind === "import" ? record.imported.text : null;
}

/** The address the browser showed; `null` for what is no page. */
export function browserAddress(record: ExhibitRecord): string | null {
  return isPage(record) ? record.url.browser : null;
}
