/**
 * Writes one file of an exhibit: encrypted before it is stored, read back and compared with what was given, digested at
 * the end. Until the exhibit is sealed its chunks belong to a draft and mean nothing.
 */
import { ComparingDigester, type Digests, digestsOf, StreamDigester } from "@/src/model/digest";
import { VaultError } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import type { ExhibitFile, FileAbout } from "@/src/model/exhibit-files";
import { letGo } from "@/src/model/let-go";
import { ChunkWriter, joined, readStored, type StoredFile, sameBytes } from "./chunks";
import { LateDigester } from "./late-digester";
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
  /** What was given so far; `null` where that is too much to hold. */
  #held: Uint8Array<ArrayBuffer>[] | null = [];
  /** Of a longer file that is digested while it is stored. */
  #late: LateDigester | null = null;
  readonly #comparing: ComparingDigester | null;
  #bytes = 0;

  constructor(
    private readonly db: Db,
    private readonly key: CryptoKey,
    private readonly exhibit: ExhibitId,
    private readonly file: number,
    private readonly about: FileAbout,
    /** Of a file that was saved before: then it is compared with these as it comes, and not held. */
    private readonly recorded: Digests | null = null,
    /** How long it will be, where that is known: what would be too much to hold is then not begun to be held. */
    expectedBytes = 0,
  ) {
    if (recorded !== null) this.#held = null;
    this.#comparing = recorded && new ComparingDigester(recorded);
    this.#chunks = new ChunkWriter(db, key, exhibit, file);
    this.#gzip = about.mime.startsWith("text/") ? gzipInto(this.#chunks) : null;
    if (expectedBytes > MAX_HELD_BYTES) this.#holdNoMore();
  }

  /**
   * Pieces are taken in the order of the calls. Wait for each, or for the one before; and for all before `close`.
   * @throws {VaultError} `full`, `damaged`
   */
  async write(given: Uint8Array): Promise<void> {
    this.#bytes += given.length;
    if (this.#bytes > MAX_HELD_BYTES) this.#holdNoMore();
    this.#held?.push(new Uint8Array(given)); // whoever gave it may use it again
    this.#comparing?.update(given);
    const storing = this.#gzip
      ? this.#compress((into) => into.write(new Uint8Array(given)))
      : this.#chunks.write(given);
    this.#late?.take(given); // what stores it are other threads
    await storing;
  }

  #holdNoMore(): void {
    if (this.#held === null) return;
    if (this.#gzip === null && this.about.role === "original") this.#late = new LateDigester(this.#held);
    else this.#held.forEach(letGo);
    this.#held = null;
  }

  /** Stores what was given so far; only for a file that is not gzipped. @throws as `write` */
  async flush(): Promise<void> {
    await this.#chunks.flush();
  }

  /**
   * Stores the rest. Every chunk has been read back and compared then; what was gzipped is also unpacked and compared.
   * @param head The file's first bytes, where they are known only now; for a file that is not gzipped.
   * @throws {VaultError} `damaged`, also where it is not as recorded; `full`
   */
  async close(head = NOTHING): Promise<{ entry: ExhibitFile; stored: StoredFile }> {
    await this.#compress((into) => into.close());
    await this.#gzip?.stored;
    const whole = this.#held && joined([head, ...this.#held], head.length + this.#bytes);
    this.#held?.forEach(letGo);
    const late = head.length === 0 ? this.#late?.finish() : undefined;
    const [digests, chunks] = await Promise.all([whole ? digestsOf(whole) : late, this.#chunks.close(head)]);
    const stored = { path: this.about.path, chunks, gzip: this.#gzip !== null };
    if (whole && stored.gzip) await this.#expectUnpacked(stored, whole);
    if (whole) letGo(whole);
    const found = digests ?? (await this.#compared(stored)) ?? (await this.#digestStored(stored));
    return { entry: { ...this.about, ...found, complete: true }, stored };
  }

  async #compared(stored: StoredFile): Promise<Digests | null> {
    if (this.recorded === null || this.#comparing === null) return null;
    const isSame = (await this.#comparing.finish()) && (!stored.gzip || (await this.#unpacksTo(stored, this.recorded)));
    if (!isSame) throw new VaultError("damaged");
    const { bytes, sha256, sha512 } = this.recorded;
    return { bytes, sha256, sha512 };
  }

  async #unpacksTo(stored: StoredFile, recorded: Digests): Promise<boolean> {
    const comparing = new ComparingDigester(recorded);
    for await (const piece of this.#read(stored)) comparing.update(piece);
    return comparing.finish();
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
