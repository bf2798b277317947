/** The copy of an exhibit's picture on which the parts that the user covered are opaque, into the bundle in the place of its files. */
import type { CoverBox } from "@/src/model/covers";
import { ExportError, PictureError } from "@/src/model/errors";
import { exhibitFolder } from "@/src/model/exhibit";
import { type DerivedFile, REDACTED_FILE } from "@/src/model/exhibit-files";
import { isPage, type PictureRecord, shownFileOf } from "@/src/model/exhibit-kind";
import { redactedPicture } from "@/src/png/redacted-copy";
import type { VaultReader } from "@/src/vault/read";
import type { BagSink } from "./bag-sink";
import { type OpenPicture, openKept } from "./kept-picture";

/**
 * @throws {ExportError} `fileChanged`, `fileMissing` where the picture is not as it was saved; `notCovered` where one that
 * came in is not opened by this browser
 */
export async function addRedacted(
  bag: BagSink,
  reader: VaultReader,
  record: PictureRecord,
  boxes: readonly CoverBox[],
  open: OpenPicture,
): Promise<DerivedFile> {
  const unlessUnread = (cause: unknown): never => {
    throw cause instanceof PictureError ? unread(record, cause) : cause;
  };
  const picture = await openKept(reader, record, open).catch(unlessUnread);
  const { widthPx, heightPx } = picture.form;
  const size = { bytes: widthPx * heightPx * 4, mime: "image/png" };
  const path = `exhibits/${exhibitFolder(record.exhibit)}/${REDACTED_FILE}`;
  const digests = await bag.addFile(path, redactedPicture(picture, boxes), size).catch(unlessUnread);
  const original = shownFileOf(record);
  return {
    path: REDACTED_FILE,
    role: "derived",
    op: "redact",
    from: [original.path],
    mime: "image/png",
    complete: original.complete,
    ...digests,
    boxes,
  };
}

/** The picture of a page was written here, so what cannot be read of it was changed. */
function unread(record: PictureRecord, cause: PictureError): ExportError {
  const about = { exhibit: record.exhibit, path: shownFileOf(record).path };
  return new ExportError(isPage(record) ? "fileChanged" : "notCovered", about, { cause });
}
