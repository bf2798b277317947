/**
 * Where a file goes that is made piece by piece. A large one is written straight to a place the user chooses, where the browser
 * can do that (Chromium); otherwise the browser collects it in its blob store on the disk, and it is downloaded from there.
 */
import { ExportError } from "@/src/model/errors";
import { saveStream } from "./save-file";

export interface SavePlace {
  /** As the user named it. */
  fileName: string;
  /** Whether the user chose the place; otherwise it is among the browser's downloads. */
  isPlaced: boolean;
  /** Rejects with what the stream errors with; no file is left then. */
  save(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void>;
}

/** A blob of this size still fits into the blob store of a full disk, and is written twice without anyone waiting for it. */
const LARGE_BYTES = 256 << 20;

/** https://wicg.github.io/file-system-access/#api-showsavefilepicker; not in Firefox, and not in TypeScript's types. */
interface FilePickers {
  showSaveFilePicker?: (options: { suggestedName: string }) => Promise<PickedFile>;
}
type PickedFile = FileSystemFileHandle & { remove?: () => Promise<void> };

/**
 * Must be called from a press, before anything else is waited for.
 * @param bytes About how large it will be.
 * @throws {ExportError} `cancelled` where the user chose no place
 */
export async function savePlace(suggestedName: string, bytes: number): Promise<SavePlace> {
  const { showSaveFilePicker } = globalThis as FilePickers;
  if (bytes < LARGE_BYTES || showSaveFilePicker === undefined) {
    return { fileName: suggestedName, isPlaced: false, save: (stream) => saveStream(stream, suggestedName) };
  }
  const file = await showSaveFilePicker({ suggestedName }).catch((cause: unknown) => {
    throw new ExportError("cancelled", undefined, { cause });
  });
  return { fileName: file.name, isPlaced: true, save: (stream) => writeTo(file, stream) };
}

async function writeTo(file: PickedFile, stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
  try {
    await stream.pipeTo(await file.createWritable());
  } catch (error) {
    await file.remove?.().catch(() => {}); // the picker made it, empty; where it cannot be removed it stays so
    throw error;
  }
}
