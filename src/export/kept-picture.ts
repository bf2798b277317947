/** The picture of an exhibit as it was kept, opened to be gone through row by row. */
import { checkedBytes } from "@/src/model/checked-bytes";
import { ExportError } from "@/src/model/errors";
import { isPage, type PictureRecord, shownFile, shownFileOf } from "@/src/model/exhibit-kind";
import { blobOf } from "@/src/platform/blob-of";
import { type PictureRows, readPng } from "@/src/png/png-reader";
import type { VaultReader } from "@/src/vault/read";

/**
 * Opens a picture of any kind with its media type, which only a page with the browser's own decoders can.
 * @throws {PictureError} `notOpened`, `tooLarge`
 */
export type OpenPicture = (file: Blob) => Promise<PictureRows>;

/**
 * Its bytes; at their end they are those that were recorded, or the stream fails.
 * @throws {ExportError} `fileChanged`, `fileMissing` where it is not as it was saved
 */
export async function keptBytes(
  reader: Pick<VaultReader, "file">,
  record: PictureRecord,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const path = shownFile(record);
  const about = { exhibit: record.exhibit, path };
  const recorded = record.files.find((file) => file.path === path);
  if (recorded === undefined) throw new ExportError("fileMissing", about);
  return checkedBytes(await reader.file(record.id, path), recorded, () => new ExportError("fileChanged", about));
}

/**
 * That of a page is compared with its record while it is gone through, one that came in before it is opened.
 * @throws {ExportError} as `keptBytes`; {PictureError}
 */
export async function openKept(
  reader: Pick<VaultReader, "file">,
  record: PictureRecord,
  open: OpenPicture,
): Promise<PictureRows> {
  const bytes = await keptBytes(reader, record);
  if (isPage(record)) return readPng(bytes);
  const file = await blobOf(bytes);
  return open(file.slice(0, file.size, shownFileOf(record).mime));
}
