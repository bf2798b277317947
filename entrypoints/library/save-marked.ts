import { markedCopy } from "@/src/marked/marked-copy";
import { checkedBytes } from "@/src/model/checked-bytes";
import { StreamDigester } from "@/src/model/digest";
import { ExportError } from "@/src/model/errors";
import { type ExhibitRecord, exhibitFolder } from "@/src/model/exhibit";
import { saveBlob } from "@/src/platform/save-file";
import type { MarkedRequest } from "@/src/ui/library/world";
import type { VaultReader } from "@/src/vault/read";
import type { Append } from "./world";

/** No copy leaves without its entry in the log, and none is made of a picture that is not as it was saved. */
export async function saveMarked(
  reader: VaultReader,
  append: Append,
  record: ExhibitRecord,
  { onProgress, signal }: MarkedRequest,
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
  const copy = await markedCopy(record, bytes, {
    onProgress: ({ rowsDone, rowsTotal }) => onProgress(rowsDone, rowsTotal),
    signal,
  });
  const digester = new StreamDigester();
  const blob = await new Response(copy.pipeThrough(digesting(digester))).blob();
  signal.throwIfAborted();
  const digest = `sha256:${digester.finish().sha256}` as const;
  const detail = { file: picture.file, sha256: original.sha256, bytes: blob.size };
  await append({ caseId, act: { event: "mark", item: id, digest, detail } });
  const name = markedName(record);
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
function markedName({ exhibit, captured }: ExhibitRecord): string {
  const [day = "", time = ""] = captured.endUtc.replace(/[-:]/g, "").split("T");
  return `document-${exhibitFolder(exhibit)}-${day}-${time.slice(0, 6)}.png`;
}
