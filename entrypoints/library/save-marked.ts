import { keptBytes, openKept } from "@/src/export/kept-picture";
import { markedCopy } from "@/src/marked/marked-copy";
import type { CoverBox } from "@/src/model/covers";
import type { CustodyEntry } from "@/src/model/custody";
import { StreamDigester } from "@/src/model/digest";
import { exhibitFolder, type PageRecord } from "@/src/model/exhibit";
import { type PictureRecord, shownFileOf } from "@/src/model/exhibit-kind";
import { openPicture } from "@/src/picture/open-picture";
import { blobOf } from "@/src/platform/blob-of";
import { saveBlob } from "@/src/platform/save-file";
import { type RedactedOptions, redactedPicture } from "@/src/png/redacted-copy";
import type { MarkedRequest } from "@/src/ui/library/world";
import type { VaultReader } from "@/src/vault/read";
import type { Append } from "./world";

export function saveMarked(
  reader: VaultReader,
  append: Append,
  record: PageRecord,
  request: MarkedRequest,
): Promise<string> {
  const make: Make = async (options) => markedCopy(record, await keptBytes(reader, record), options);
  return saveCopy(append, record, request, { event: "mark", make, ending: "", detail: {} });
}

/** @param boxes What of the picture is opaque. */
export function saveRedacted(
  reader: VaultReader,
  append: Append,
  record: PictureRecord,
  boxes: readonly CoverBox[],
  request: MarkedRequest,
): Promise<string> {
  const make: Make = async (options) => redactedPicture(await openKept(reader, record, openPicture), boxes, options);
  const detail = { how: "opaque", covers: boxes.length };
  return saveCopy(append, record, request, { event: "blur", make, ending: "-copy", detail });
}

type Make = (options: RedactedOptions) => Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;

interface Copy {
  event: "mark" | "blur";
  make: Make;
  /** Of the file's name. */
  ending: string;
  /** Beside what the log says of every copy. */
  detail: CustodyEntry["detail"];
}

/** No copy leaves without its entry in the log, and none is made of a picture that is not as it was saved. */
async function saveCopy(
  append: Append,
  record: PictureRecord,
  { onProgress, signal }: MarkedRequest,
  { event, make, ending, detail: more }: Copy,
): Promise<string> {
  const { id, caseId } = record;
  const copy = await make({
    onProgress: ({ rowsDone, rowsTotal }) => onProgress(rowsDone, rowsTotal),
    signal,
  });
  const digester = new StreamDigester();
  const blob = await blobOf(copy.pipeThrough(digesting(digester)));
  signal.throwIfAborted();
  const digest = `sha256:${digester.finish().sha256}` as const;
  const { path, sha256 } = shownFileOf(record);
  const detail = { file: path, sha256, bytes: blob.size, ...more };
  await append({ caseId, act: { event, item: id, digest, detail } });
  const name = copyName(record, ending);
  saveBlob(blob.slice(0, blob.size, "image/png"), name);
  return name;
}

function digesting(digester: StreamDigester) {
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      digester.update(piece);
      controller.enqueue(piece);
    },
  });
}

/** `document-001-20261121-010208.png`: neutral, by number and the time of saving. */
function copyName({ exhibit, captured }: PictureRecord, ending: string): string {
  const [day = "", time = ""] = captured.endUtc.replace(/[-:]/g, "").split("T");
  return `document-${exhibitFolder(exhibit)}-${day}-${time.slice(0, 6)}${ending}.png`;
}
