/** How much room an exhibit's files take, by what they are. */
import type { ExhibitRecord } from "./exhibit";
import { shownFile } from "./exhibit-kind";

/** In bytes, as the files were recorded; text lies packed in the vault and takes less there. */
export interface ExhibitSize {
  /** Photographs as the browser gave them. */
  originals: number;
  /** The picture made of them, or drawn again. */
  picture: number;
  /** The page's code. */
  page: number;
  other: number;
  total: number;
}

export function sizeOf(record: ExhibitRecord): ExhibitSize {
  const size = { originals: 0, picture: 0, page: 0, other: 0, total: 0 };
  for (const { path, role, mime, bytes } of record.files) {
    size.total += bytes;
    if (path === shownFile(record) && role === "derived") size.picture += bytes;
    else if (role === "original" && mime.startsWith("image/")) size.originals += bytes;
    else if (mime.startsWith("text/")) size.page += bytes;
    else size.other += bytes;
  }
  return size;
}
