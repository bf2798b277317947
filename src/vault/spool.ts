/**
 * Bytes that must be read here and there but come as a stream, such as an unpacked copy: kept encrypted in the store, under
 * a key that is in memory only, so that nothing readable is ever on the disk. Removed when done, or as a draft at the next start.
 */
import { VaultError } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import { letGo } from "@/src/model/let-go";
import { ChunkWriter, readChunk } from "./chunks";
import { importKey, randomKeyBytes } from "./cipher";
import { addDraft, discardDraft } from "./drafts";
import type { Db } from "./schema";

export class Spool {
  /** Where each chunk begins; chunk 0 is empty. */
  readonly #starts: number[] = [0, 0];
  size = 0;
  #last: { chunk: number; bytes: Uint8Array } | null = null;
  /** One reading after another: each may let go of the chunk that the one before took its bytes from. */
  #reading: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly db: Db,
    private readonly key: CryptoKey,
    private readonly id: ExhibitId,
  ) {}

  /**
   * Takes in the whole stream, and lets go of its pieces. @throws {VaultError} `full`; `notACopy` where the stream fails; the signal's reason when
   * that was aborted. Nothing is left then
   */
  static async of(
    db: Db,
    stream: ReadableStream<Uint8Array>,
    { onBytes, signal }: { onBytes?: (taken: number) => void; signal?: AbortSignal } = {},
  ): Promise<Spool> {
    const spool = new Spool(db, await importKey(randomKeyBytes()), crypto.randomUUID() as ExhibitId);
    await addDraft(db, { id: spool.id });
    try {
      await spool.#fill(stream, (bytes) => {
        signal?.throwIfAborted();
        onBytes?.(bytes);
      });
      return spool;
    } catch (error) {
      await spool.remove();
      if (signal?.aborted) throw signal.reason;
      throw error instanceof VaultError ? error : new VaultError("notACopy", { cause: error }); // the stream's own
    }
  }

  async remove(): Promise<void> {
    await discardDraft(this.db, this.id);
  }

  /** Exactly these bytes. */
  read(offset: number, length: number): Promise<Uint8Array> {
    const reading = this.#reading.then(() => this.#read(offset, length));
    this.#reading = reading.catch(() => {}); // told to whoever asked for it
    return reading;
  }

  async #read(offset: number, length: number): Promise<Uint8Array> {
    const whole = new Uint8Array(length);
    for (let at = 0; at < length; ) {
      const chunk = this.#starts.findLastIndex((start) => start <= offset + at);
      const piece = (await this.#chunk(chunk)).subarray(offset + at - this.#starts[chunk]!).subarray(0, length - at);
      if (piece.length === 0) throw new VaultError("damaged");
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }

  async #fill(stream: ReadableStream<Uint8Array>, onBytes: (taken: number) => void): Promise<void> {
    const writer = new ChunkWriter(this.db, this.key, this.id, 0, (bytes) => {
      this.size += bytes;
      this.#starts.push(this.size);
    });
    for await (const piece of stream) {
      onBytes(piece.length);
      await writer.write(piece);
      letGo(piece);
    }
    await writer.close(new Uint8Array(0));
    this.#starts.pop(); // where the next one would begin
  }

  /** Files lie one after another, so the chunk that was read last is mostly the next one, too. */
  async #chunk(chunk: number): Promise<Uint8Array> {
    if (this.#last?.chunk !== chunk) {
      if (this.#last) letGo(this.#last.bytes);
      this.#last = null; // should the next one not be read
      this.#last = { chunk, bytes: await readChunk(this.db, this.key, this.id, 0, chunk) };
    }
    return this.#last.bytes;
  }
}
