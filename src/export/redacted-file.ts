/** The copy of an exhibit's picture on which the parts that the user covered are opaque, into the bundle in the place of its files. */
import { checkedBytes } from "@/src/model/checked-bytes";
import type { CoverBox } from "@/src/model/covers";
import { ExportError, PictureError } from "@/src/model/errors";
import { exhibitFolder, type PageRecord } from "@/src/model/exhibit";
import { type DerivedFile, REDACTED_FILE } from "@/src/model/exhibit-files";
import { redactedCopy } from "@/src/png/redacted-copy";
import type { VaultReader } from "@/src/vault/read";
import type { BagSink } from "./bag-sink";

/** @throws {ExportError} `fileChanged`, `fileMissing` where the picture is not as it was saved */
export async function addRedacted(
  bag: BagSink,
  reader: VaultReader,
  record: PageRecord,
  boxes: readonly CoverBox[],
): Promise<DerivedFile> {
  const { file, widthPx, heightPx } = record.picture;
  const about = { exhibit: record.exhibit, path: file };
  const recorded = record.files.find(({ path }) => path === file);
  if (recorded === undefined) throw new ExportError("fileMissing", about);
  const changed = (options?: ErrorOptions) => new ExportError("fileChanged", about, options);
  const unlessDamaged = (cause: unknown): never => {
    throw cause instanceof PictureError ? changed({ cause }) : cause;
  };
  const original = checkedBytes(await reader.file(record.id, file), recorded, changed);
  const copy = await redactedCopy(original, boxes).catch(unlessDamaged);
  const size = { bytes: widthPx * heightPx * 4, mime: "image/png" };
  const path = `exhibits/${exhibitFolder(record.exhibit)}/${REDACTED_FILE}`;
  const digests = await bag.addFile(path, copy, size).catch(unlessDamaged);
  return {
    path: REDACTED_FILE,
    role: "derived",
    op: "redact",
    from: [file],
    mime: "image/png",
    complete: recorded.complete,
    ...digests,
    boxes,
  };
}
