import { markedCopy } from "@/src/marked/marked-copy";
import { checkedBytes } from "@/src/model/checked-bytes";
import type { CoverBox } from "@/src/model/covers";
import type { CustodyEntry } from "@/src/model/custody";
import { StreamDigester } from "@/src/model/digest";
import { ExportError } from "@/src/model/errors";
import { exhibitFolder, type PageRecord } from "@/src/model/exhibit";
import { blobOf } from "@/src/platform/blob-of";
import { saveBlob } from "@/src/platform/save-file";
import { type RedactedOptions, redactedCopy } from "@/src/png/redacted-copy";
import type { MarkedRequest } from "@/src/ui/library/world";
import type { VaultReader } from "@/src/vault/read";
import type { Append } from "./world";

export function saveMarked(
  reader: VaultReader,
  append: Append,
  record: PageRecord,
  request: MarkedRequest,
): Promise<string> {
  const make: Make = (original, options) => markedCopy(record, original, options);
  return saveCopy(reader, append, record, request, { event: "mark", make, ending: "", detail: {} });
}

/** @param boxes What of the picture is opaque. */
export function saveRedacted(
  reader: VaultReader,
  append: Append,
  record: PageRecord,
  boxes: readonly CoverBox[],
  request: MarkedRequest,
): Promise<string> {
  const make: Make = (original, options) => redactedCopy(original, boxes, options);
  const detail = { how: "opaque", covers: boxes.length };
  return saveCopy(reader, append, record, request, { event: "blur", make, ending: "-copy", detail });
}

type Make = (
  original: ReadableStream<Uint8Array>,
  options: RedactedOptions,
) => Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;

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
  reader: VaultReader,
  append: Append,
  record: PageRecord,
  { onProgress, signal }: MarkedRequest,
  { event, make, ending, detail: more }: Copy,
): Promise<string> {
  const { id, caseId, exhibit, picture } = record;
  const about = { exhibit, path: picture.file };
  const original = record.files.find(({ path }) => path === picture.file);
  if (original === undefined) throw new ExportError("fileMissing", about);
  const bytes = checkedBytes(
    await reader.file(id, picture.file),
    original,
    () => new ExportError("fileChanged", about),
  );
  const copy = await make(bytes, {
    onProgress: ({ rowsDone, rowsTotal }) => onProgress(rowsDone, rowsTotal),
    signal,
  });
  const digester = new StreamDigester();
  const blob = await blobOf(copy.pipeThrough(digesting(digester)));
  signal.throwIfAborted();
  const digest = `sha256:${digester.finish().sha256}` as const;
  const detail = { file: picture.file, sha256: original.sha256, bytes: blob.size, ...more };
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
function copyName({ exhibit, captured }: PageRecord, ending: string): string {
  const [day = "", time = ""] = captured.endUtc.replace(/[-:]/g, "").split("T");
  return `document-${exhibitFolder(exhibit)}-${day}-${time.slice(0, 6)}${ending}.png`;
}
