import { blobOf } from "./blob-of";

/**
 * Hands a file to the user through the browser's own download, so that no download permission is needed.
 * The browser collects the stream in its blob store, not in this page's memory.
 */
export async function saveStream(stream: ReadableStream<Uint8Array<ArrayBuffer>>, fileName: string): Promise<void> {
  saveBlob(await blobOf(stream), fileName);
}

/** As `saveStream`, of a file that is at hand whole. */
export function saveBlob(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The download reads the blob after this turn; a minute is what browsers themselves allow for.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
