/**
 * Writes one file of an exhibit: digested as the bytes come, encrypted before they are stored, read back and compared
 * at the end. Until the exhibit is sealed its chunks belong to a draft and mean nothing.
 */
import { StreamDigester } from "@/src/model/digest";
import { VaultError } from "@/src/model/errors";
import type { ExhibitFile, ExhibitId, FileAbout } from "@/src/model/exhibit";
import { ChunkWriter, readStored, type StoredFile } from "./chunks";
import type { Db } from "./schema";

export class FileWriter {
  readonly #digester = new StreamDigester();
  readonly #chunks: ChunkWriter;
  readonly #gzip: ReturnType<typeof gzipInto> | null;

  constructor(
    private readonly db: Db,
    private readonly key: CryptoKey,
    private readonly exhibit: ExhibitId,
    private readonly file: number,
    private readonly about: FileAbout,
  ) {
    this.#chunks = new ChunkWriter(db, key, exhibit, file);
    this.#gzip = about.mime.startsWith("text/") ? gzipInto(this.#chunks) : null;
  }

  /** Pieces are taken in the order of the calls; wait for each. @throws {VaultError} `full` */
  async write(piece: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#digester.update(piece);
    await (this.#gzip ? this.#compress((into) => into.write(piece)) : this.#chunks.write(piece));
  }

  /**
   * Stores the rest, reads everything back and compares.
   * @param head The file's first bytes, where they are known only now; for a file that is not gzipped.
   * @throws {VaultError} `damaged`, `full`
   */
  async close(head = NOTHING): Promise<{ entry: ExhibitFile; stored: StoredFile }> {
    await this.#compress((into) => into.close());
    await this.#gzip?.stored;
    const chunks = await this.#chunks.close(head);
    const stored = { path: this.about.path, chunks, gzip: this.#gzip !== null };
    const readBack = await this.#readBack(stored, head);
    if (readBack.afterHead.sha512 !== this.#digester.finish().sha512) throw new VaultError("damaged");
    return { entry: { ...this.about, ...readBack.whole, complete: true }, stored };
  }

  async #readBack(stored: StoredFile, head: Uint8Array) {
    const whole = new StreamDigester();
    const afterHead = head.length === 0 ? whole : new StreamDigester();
    let skip = head.length;
    for await (const piece of readStored(this.db, this.key, this.exhibit, this.file, stored)) {
      whole.update(piece);
      if (afterHead !== whole) afterHead.update(piece.subarray(skip));
      skip = Math.max(0, skip - piece.length);
    }
    const digests = whole.finish();
    return { whole: digests, afterHead: afterHead === whole ? digests : afterHead.finish() };
  }

  /** Where storing what was compressed failed, the stream only says that it was cut off; the reason lies with `stored`. */
  async #compress(step: (into: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>) => Promise<void>): Promise<void> {
    if (!this.#gzip) return;
    try {
      await step(this.#gzip.into);
    } catch (cause) {
      await this.#gzip.stored;
      throw cause;
    }
  }
}

const NOTHING = new Uint8Array(0);

function gzipInto(chunks: ChunkWriter) {
  const gzip = new CompressionStream("gzip");
  const storing = async () => {
    for await (const piece of gzip.readable) await chunks.write(piece);
  };
  const stored = storing();
  stored.catch(() => {}); // reported where it is awaited
  return { into: gzip.writable.getWriter(), stored };
}
