/** The marked copy of one exhibit into the bundle, and the list that says what it was made of. */
import { canonicalJson } from "@/src/model/canonical-json";
import { ExportError, PictureError } from "@/src/model/errors";
import {
  DERIVED_SCHEMA,
  type DerivedFiles,
  type ExhibitFile,
  type ExhibitId,
  exhibitFolder,
  MARKED_FILE,
  type PageRecord,
} from "@/src/model/exhibit";
import type { VaultReader } from "@/src/vault/read";
import type { BagSink } from "./bag-sink";

/**
 * @param picture The record's picture, from its first byte.
 * @throws {PictureError} before anything is made, where no copy can be made of such a picture
 */
export type MakeMarked = (
  record: PageRecord,
  picture: ReadableStream<Uint8Array>,
) => Promise<ReadableStream<Uint8Array>>;

/** The marked copies of a bundle. An exhibit that is not among them has none. */
export type MarkedCopies = ReadonlyMap<ExhibitId, ExhibitFile>;

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
  make: MakeMarked,
): Promise<ExhibitFile | null> {
  const folder = `exhibits/${exhibitFolder(record.exhibit)}`;
  const { file: original, widthPx, heightPx } = record.picture;
  const copy = await make(record, await reader.file(record.id, original)).catch(unlessNoPicture);
  if (copy === null) return null;
  const bytes = widthPx * (heightPx + HEADING_ROWS) * 4;
  const digests = await bag
    .addFile(`${folder}/${MARKED_FILE}`, copy, { bytes, mime: "image/png" })
    .catch((cause: unknown) => {
      if (!(cause instanceof PictureError)) throw cause;
      throw new ExportError("notMarked", { exhibit: record.exhibit, path: original }, { cause });
    });
  const file: ExhibitFile = {
    path: MARKED_FILE,
    role: "derived",
    op: "mark",
    from: [original],
    mime: "image/png",
    complete: true,
    ...digests,
  };
  const list: DerivedFiles = { schema: DERIVED_SCHEMA, files: [file] };
  await bag.addText(`${folder}/derived.json`, [canonicalJson(list)]);
  return file;
}

function unlessNoPicture(error: unknown): null {
  if (error instanceof PictureError) return null;
  throw error;
}
