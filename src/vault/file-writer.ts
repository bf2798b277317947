/**
 * Writes one file of an exhibit: encrypted before it is stored, read back and compared with what was given, digested at
 * the end. Until the exhibit is sealed its chunks belong to a draft and mean nothing.
 */
import { type Digests, digestsOf, StreamDigester } from "@/src/model/digest";
import { VaultError } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import type { ExhibitFile, FileAbout } from "@/src/model/exhibit-files";
import { ChunkWriter, joined, readStored, type StoredFile, sameBytes } from "./chunks";
import type { Db } from "./schema";

/**
 * A file up to this length is held while it is written, so that the browser itself can digest it: that is many times as
 * quick as doing it piece by piece. A longer one is digested as it is read back.
 */
const MAX_HELD_BYTES = 48 << 20;

export class FileWriter {
  readonly #chunks: ChunkWriter;
  readonly #gzip: ReturnType<typeof gzipInto> | null;
  /** What was given so far; `null` where that is too much to hold. */
  #held: Uint8Array<ArrayBuffer>[] | null = [];
  #bytes = 0;

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

  /** Pieces are taken in the order of the calls; wait for each. @throws {VaultError} `full`, `damaged` */
  async write(given: Uint8Array<ArrayBuffer>): Promise<void> {
    const piece = given.slice(); // whoever gave it may use it again
    this.#bytes += piece.length;
    if (this.#bytes > MAX_HELD_BYTES) this.#held = null;
    this.#held?.push(piece);
    await (this.#gzip ? this.#compress((into) => into.write(piece)) : this.#chunks.write(piece));
  }

  /** Stores what was given so far; only for a file that is not gzipped. @throws as `write` */
  async flush(): Promise<void> {
    await this.#chunks.flush();
  }

  /**
   * Stores the rest. Every chunk has been read back and compared then; what was gzipped is also unpacked and compared.
   * @param head The file's first bytes, where they are known only now; for a file that is not gzipped.
   * @throws {VaultError} `damaged`, `full`
   */
  async close(head = NOTHING): Promise<{ entry: ExhibitFile; stored: StoredFile }> {
    await this.#compress((into) => into.close());
    await this.#gzip?.stored;
    const whole = this.#held && joined([head, ...this.#held], head.length + this.#bytes);
    this.#held = null;
    const [digests, chunks] = await Promise.all([whole && digestsOf(whole), this.#chunks.close(head)]);
    const stored = { path: this.about.path, chunks, gzip: this.#gzip !== null };
    if (whole && stored.gzip) await this.#expectUnpacked(stored, whole);
    return { entry: { ...this.about, ...(digests ?? (await this.#digestStored(stored))), complete: true }, stored };
  }

  async #expectUnpacked(stored: StoredFile, given: Uint8Array): Promise<void> {
    let at = 0;
    for await (const piece of this.#read(stored)) {
      if (!sameBytes(piece, given.subarray(at, at + piece.length))) throw new VaultError("damaged");
      at += piece.length;
    }
    if (at !== given.length) throw new VaultError("damaged");
  }

  /** What was gzipped is compared with its own check sum and length by the browser as it unpacks it. */
  async #digestStored(stored: StoredFile): Promise<Digests> {
    const digester = new StreamDigester();
    for await (const piece of this.#read(stored)) digester.update(piece);
    return digester.finish();
  }

  #read(stored: StoredFile) {
    return readStored(this.db, this.key, this.exhibit, this.file, stored);
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
