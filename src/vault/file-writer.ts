/**
 * Writes one file of an exhibit: encrypted before it is stored, read back and compared with what was given, digested. Until the exhibit is sealed its chunks belong to a draft and mean nothing.
 */
import { type Digests, digestsOf, StreamDigester } from "@/src/model/digest";
import { VaultError } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import type { ExhibitFile, FileAbout } from "@/src/model/exhibit-files";
import { ChunkWriter, joined, readStored, type StoredFile, sameBytes } from "./chunks";
import type { Db } from "./schema";

/**
 * A file up to this length is held while it is written, so that the browser itself can digest it: that is many times as
 * quick as doing it piece by piece. A longer one is digested while it is stored; one that was made here, whose first bytes
 * come last, or that lies gzipped, as it is read back.
 */
const MAX_HELD_BYTES = 48 << 20;

export class FileWriter {
  readonly #chunks: ChunkWriter;
  readonly #gzip: ReturnType<typeof gzipInto> | null;
  /** What was given so far; of a longer file, what is not digested yet. */
  #held: Uint8Array<ArrayBuffer>[] = [];
  /** Of a longer file that is digested on the way. */
  readonly #digester: StreamDigester | null;
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
    this.#digester = this.#gzip === null && about.role === "original" ? new StreamDigester() : null;
  }

  /** Pieces are taken in the order of the calls; wait for each, or for the one before, and for all before `close`. @throws {VaultError} `full`, `damaged` */
  async write(given: Uint8Array<ArrayBuffer>): Promise<void> {
    const piece = given.slice(); // whoever gave it may use it again
    const storing = this.#gzip ? this.#compress((into) => into.write(piece)) : this.#chunks.write(piece);
    this.#take(piece);
    await storing;
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
    const whole = this.#isHeld ? joined([head, ...this.#held], head.length + this.#bytes) : null;
    const digesting = whole === null ? this.#digestedOnTheWay(head) : digestsOf(whole);
    this.#held = [];
    const [digests, chunks] = await Promise.all([digesting, this.#chunks.close(head)]);
    const stored = { path: this.about.path, chunks, gzip: this.#gzip !== null };
    if (whole && stored.gzip) await this.#expectUnpacked(stored, whole);
    return { entry: { ...this.about, ...(digests ?? (await this.#digestStored(stored))), complete: true }, stored };
  }

  /** While it is being stored: that is other threads' work. */
  #take(piece: Uint8Array<ArrayBuffer>): void {
    this.#bytes += piece.length;
    this.#held.push(piece);
    if (this.#isHeld) return;
    if (this.#digester === null) this.#held = [];
    // Two for each that comes: what was held is caught up with, and the page is never busy for long.
    else for (const each of this.#held.splice(0, 2)) this.#digester.update(each);
  }

  get #isHeld(): boolean {
    return this.#bytes <= MAX_HELD_BYTES;
  }

  /** `null` where it has to be read back for that. */
  #digestedOnTheWay(head: Uint8Array): Digests | null {
    if (this.#digester === null || head.length > 0) return null;
    for (const each of this.#held) this.#digester.update(each);
    return this.#digester.finish();
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
