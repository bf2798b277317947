/** The marked copy of one exhibit into the bundle. */
import type { CoverBox } from "@/src/model/covers";
import { ExportError, PictureError } from "@/src/model/errors";
import { exhibitFolder, type PageRecord } from "@/src/model/exhibit";
import { type DerivedFile, MARKED_FILE } from "@/src/model/exhibit-files";
import type { VaultReader } from "@/src/vault/read";
import type { BagSink } from "./bag-sink";

/**
 * @param picture The record's picture, from its first byte.
 * @param boxes What of it is to be opaque in the copy.
 * @throws {PictureError} before anything is made, where no copy can be made of such a picture
 */
export type MakeMarked = (
  record: PageRecord,
  picture: ReadableStream<Uint8Array>,
  boxes: readonly CoverBox[],
) => Promise<ReadableStream<Uint8Array>>;

/** Room for a heading, in rows: only to tell whether the file needs the ZIP64 form. */
const HEADING_ROWS = 10_000;

/**
 * @returns What was put into the bundle; `null` where no copy can be made of such a picture.
 * @throws {ExportError} `notMarked` where the picture turned out damaged on the way
 */
export async function addMarked(
  bag: BagSink,
  reader: VaultReader,
  record: PageRecord,
  boxes: readonly CoverBox[],
  make: MakeMarked,
): Promise<DerivedFile | null> {
  const { file: original, widthPx, heightPx } = record.picture;
  const copy = await make(record, await reader.file(record.id, original), boxes).catch(unlessNoPicture);
  if (copy === null) return null;
  const bytes = widthPx * (heightPx + HEADING_ROWS) * 4;
  const path = `exhibits/${exhibitFolder(record.exhibit)}/${MARKED_FILE}`;
  const digests = await bag.addFile(path, copy, { bytes, mime: "image/png" }).catch((cause: unknown) => {
    if (!(cause instanceof PictureError)) throw cause;
    throw new ExportError("notMarked", { exhibit: record.exhibit, path: original }, { cause });
  });
  return {
    path: MARKED_FILE,
    role: "derived",
    op: "mark",
    from: [original],
    mime: "image/png",
    complete: true,
    ...digests,
    ...(boxes.length > 0 && { boxes }),
  };
}

function unlessNoPicture(error: unknown): null {
  if (error instanceof PictureError) return null;
  throw error;
}
