/**
 * Writes files into a ZIP one after another, as a stream, and digests each on the way. Text is packed; pictures
 * are stored, because they gain nothing from it.
 */
import { ZipWriter } from "@zip.js/zip.js/lib/zip-core-writer.js";
import { isPacked } from "@/src/manifest/packing";
import type { UtcInstant } from "@/src/model/instant";

/** Takes in a file's bytes on their way. */
export interface Digester<Found> {
  update(piece: Uint8Array): void;
  finish(): Found | Promise<Found>;
}

/** What is known of a file before it is written. */
export interface FileToCome {
  /** Expected length; decides whether the file needs the ZIP64 form. The true length is what is written. */
  bytes: number;
  mime: string;
}

/** Enough: text shrinks hardly any further, and takes several times as long. */
const LEVEL = 6;

export class ZipSink {
  readonly #zip: ZipWriter<unknown>;

  constructor(out: WritableStream<Uint8Array>, signal: AbortSignal) {
    this.#zip = new ZipWriter(out, {
      level: 0,
      useWebWorkers: false, // a worker from a blob is refused by our content security policy
      extendedTimestamp: false,
      signal,
    });
  }

  /**
   * @param path From the ZIP's own top.
   * @param time Given to the file, so that nothing tells when the ZIP itself was made.
   * @param onPiece Told of every piece on its way; what it throws ends the file.
   */
  async add<Found>(
    path: string,
    time: UtcInstant,
    content: ReadableStream<Uint8Array>,
    file: FileToCome,
    digester: Digester<Found>,
    onPiece: (length: number) => void = () => {},
  ): Promise<Found> {
    const counted = content.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(piece, controller) {
          onPiece(piece.length);
          digester.update(piece);
          controller.enqueue(piece);
        },
      }),
    );
    await this.#zip.add(path, counted, {
      uncompressedSize: file.bytes,
      rawLastModDate: dosTime(time),
      level: isPacked(file) ? LEVEL : 0,
    });
    return digester.finish();
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
