/**
 * Writes files into a ZIP one after another, as a stream, and takes each file's digests on the way. Files are stored,
 * not compressed: pictures gain nothing from it, and stored bytes do not depend on the browser.
 */
import { ZipWriter } from "@zip.js/zip.js/lib/zip-core-writer.js";
import { type Digests, StreamDigester } from "@/src/model/digest";
import type { UtcInstant } from "@/src/model/instant";
import { textStream } from "./text-stream";

export class ZipSink {
  readonly #zip: ZipWriter<unknown>;
  readonly #top: string;

  /**
   * @param top The folder all files go into.
   * @param time Given to every file, so that nothing tells when the ZIP itself was made.
   */
  constructor(out: WritableStream<Uint8Array>, top: string, time: UtcInstant, signal: AbortSignal) {
    this.#top = top;
    this.#zip = new ZipWriter(out, {
      level: 0,
      useWebWorkers: false, // a worker from a blob is refused by our content security policy
      extendedTimestamp: false,
      rawLastModDate: dosTime(time),
      signal,
    });
  }

  /**
   * @param bytes Expected length; decides whether the file needs the ZIP64 form. The true length is what is written.
   * @param onPiece Told of every piece on its way; what it throws ends the file.
   */
  async add(
    path: string,
    content: ReadableStream<Uint8Array>,
    bytes: number,
    onPiece: (length: number) => void = () => {},
  ): Promise<Digests> {
    const digester = new StreamDigester();
    const counted = content.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(piece, controller) {
          onPiece(piece.length);
          digester.update(piece);
          controller.enqueue(piece);
        },
      }),
    );
    await this.#zip.add(`${this.#top}/${path}`, counted, { uncompressedSize: bytes });
    return digester.finish();
  }

  /** A file beside the folder that all others are in. */
  async addBeside(name: string, text: string): Promise<void> {
    await this.#zip.add(name, textStream([text]), { uncompressedSize: text.length });
  }

  async close(): Promise<void> {
    await this.#zip.close();
  }
}

/** ZIP's own form of a date and time, in UTC: two-second steps, 1980 to 2107. */
export function dosTime(time: UtcInstant): number {
  const at = new Date(time);
  const year = Math.min(Math.max(at.getUTCFullYear(), 1980), 2107);
  const date = ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const clock = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return ((date << 16) | clock) >>> 0;
}
