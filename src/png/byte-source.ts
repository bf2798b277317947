/** A stream of bytes, read by count instead of by piece. */
import { PictureError } from "@/src/model/errors";

export class ByteSource {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(stream: ReadableStream<Uint8Array>) {
    this.#reader = stream.getReader();
  }

  /** The next bytes, no more than these. @throws {PictureError} `damaged` at the end of the stream; what the stream errors with */
  async some(most: number): Promise<Uint8Array> {
    if (!(await this.#fill())) throw new PictureError("damaged");
    const piece = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(piece.length);
    return piece;
  }

  /** Exactly so many. For a few: they are held. @throws as `some` */
  async exactly(count: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(count);
    for (let at = 0; at < count; ) {
      const piece = await this.some(count - at);
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }

  async isAtEnd(): Promise<boolean> {
    return !(await this.#fill());
  }

  /** Gives the stream up. */
  async cancel(): Promise<void> {
    await this.#reader.cancel();
  }

  async #fill(): Promise<boolean> {
    while (this.#rest.length === 0) {
      const { done, value } = await this.#reader.read();
      if (done) return false;
      this.#rest = value;
    }
    return true;
  }
}
