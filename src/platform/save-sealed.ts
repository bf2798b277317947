/**
 * Hands a large sealed file to the browser's own download. It is collected in the browser's private file store (OPFS) and
 * not in memory, and lies there until the next opening of our pages. So nothing readable may be given to this.
 */
import { letGo } from "@/src/model/let-go";
import { blobOf } from "./blob-of";
import { saveBlob } from "./save-file";

const FOLDER = "sealed";
/** Held by a page as long as it may have handed over a file that the browser is still copying. */
const LOCK = "notes-sealed-files";

/** Where the browser has no such store (private windows of Firefox), the browser itself collects the file. */
export async function saveSealed(stream: ReadableStream<Uint8Array<ArrayBuffer>>, fileName: string): Promise<void> {
  const folder = await openFolder();
  saveBlob(folder === null ? await blobOf(stream) : await collected(folder, stream), fileName);
}

async function openFolder(): Promise<FileSystemDirectoryHandle | null> {
  const store = await privateStore();
  if (store === null) return null;
  await holdUntilClosed();
  return store.getDirectoryHandle(FOLDER, { create: true });
}

/** `null` where the browser has none, or none in this kind of window. */
async function privateStore(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await navigator.storage.getDirectory();
  } catch {
    return null;
  }
}

/** @throws What the stream fails with; nothing is left then. */
async function collected(
  folder: FileSystemDirectoryHandle,
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<Blob> {
  const name = crypto.randomUUID();
  const handle = await folder.getFileHandle(name, { create: true });
  try {
    await write(stream, await handle.createWritable());
    return await handle.getFile();
  } catch (error) {
    await folder.removeEntry(name).catch(() => {}); // the next sweep takes it
    throw error;
  }
}

/** Piece by piece, each of which is let go when it is written. */
async function write(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  into: FileSystemWritableFileStream,
): Promise<void> {
  try {
    for await (const piece of stream) {
      await into.write(piece);
      letGo(piece);
    }
    await into.close();
  } catch (error) {
    await into.abort().catch(() => {}); // it may be what failed
    throw error;
  }
}

let held: Promise<void> | null = null;
function holdUntilClosed(): Promise<void> {
  held ??= new Promise((begun) => {
    void navigator.locks.request(LOCK, { mode: "shared" }, () => {
      begun();
      return new Promise<never>(() => {});
    });
  });
  return held;
}

/** Removes what earlier pages handed over; not while one of them is open. */
export async function sweepSealed(): Promise<void> {
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (free) => {
    if (free !== null) await removeSealed();
  });
}

/** Removes all of it, whoever uses it. */
export async function removeSealed(): Promise<void> {
  const store = await privateStore();
  await store?.removeEntry(FOLDER, { recursive: true }).catch((error: DOMException) => {
    if (error.name !== "NotFoundError") throw error;
  });
}
