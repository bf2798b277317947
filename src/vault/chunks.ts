/**
 * The bytes of a file as they lie in the store: cut into chunks, each encrypted under the exhibit's key with its place
 * bound to it. Text lies gzipped; that is the store's own affair, digests are of the plain bytes.
 */
import { VaultError } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import { letGo } from "@/src/model/let-go";
import { type Binding, decrypt, encrypt } from "./cipher";
import { commit } from "./commit";
import type { Db } from "./schema";
import { readable } from "./unless-damaged";

/** Plaintext bytes in a chunk: large enough to be quick, small enough to be held many times over. */
const CHUNK_BYTES = 1 << 20;

/** How a file lies in the store: chunk 0 is its head, which may be empty, then the rest in order. */
export interface StoredFile {
  path: string;
  chunks: number;
  gzip: boolean;
}

const chunkBinding = (exhibit: ExhibitId, file: number, chunk: number): Binding => ({
  kind: "chunk",
  id: exhibit,
  version: 1,
  at: [file, chunk],
});

/** A chunk's place in its file, and its plain bytes. */
type Part = readonly [chunk: number, plain: Uint8Array<ArrayBuffer>];

/**
 * Collects pieces into chunks and stores them in order. Each is read back and compared as soon as it is stored, so that
 * little is left to do at the end.
 */
export class ChunkWriter {
  #pending: Uint8Array<ArrayBuffer>[] = [];
  #pendingBytes = 0;
  /** Place 0 is kept for the head, which is written last. */
  #chunks = 1;

  constructor(
    private readonly db: Db,
    private readonly key: CryptoKey,
    private readonly exhibit: ExhibitId,
    private readonly file: number,
    /** Told of each chunk but the head: how many plain bytes are in it. */
    private readonly onChunk: (bytes: number) => void = () => {},
  ) {}

  /**
   * The piece may be used again at once.
   * @throws {VaultError} `full`; `damaged` when it does not read back; `notFound` when the draft is gone
   */
  async write(given: Uint8Array): Promise<void> {
    const piece = new Uint8Array(given);
    this.#pending.push(piece);
    this.#pendingBytes += piece.length;
    if (this.#pendingBytes < CHUNK_BYTES) return;
    await this.#store([this.#nextPart()]);
  }

  /** Stores what was given so far, so that it outlives this page. @throws as `write` */
  async flush(): Promise<void> {
    if (this.#pendingBytes > 0) await this.#store([this.#nextPart()]);
  }

  /** Stores the rest, and the file's first bytes. @returns How many chunks there are. @throws as `write` */
  async close(head: Uint8Array<ArrayBuffer>): Promise<number> {
    const rest = this.#pendingBytes > 0 ? [this.#nextPart()] : [];
    await this.#store([...rest, [0, head]]);
    const { exhibit, file } = this;
    const all = IDBKeyRange.bound([exhibit, file, 0], [exhibit, file, this.#chunks]);
    if ((await this.db.count("chunks", all)) !== this.#chunks) throw new VaultError("damaged", { cause: "missing" });
    return this.#chunks;
  }

  #nextPart(): Part {
    const pieces = this.#pending;
    const part: Part = [this.#chunks, pieces.length === 1 ? pieces[0]! : joined(pieces, this.#pendingBytes)];
    if (pieces.length > 1) pieces.forEach(letGo);
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#chunks += 1;
    return part;
  }

  async #store(parts: readonly Part[]): Promise<void> {
    const { exhibit, file } = this;
    const seal = async ([chunk, plain]: Part) => {
      const sealed = await encrypt(this.key, chunkBinding(exhibit, file, chunk), plain);
      return { exhibit, file, chunk, ...sealed };
    };
    const rows = await Promise.all(parts.map(seal));
    const tx = this.db.transaction(["chunks", "drafts"], "readwrite", { durability: "strict" });
    const store = async () => {
      // What was abandoned while we encrypted gets no more bytes: nobody would ever remove them.
      if ((await tx.objectStore("drafts").getKey(exhibit)) === undefined) throw new VaultError("notFound");
      await Promise.all(rows.map(async (row) => tx.objectStore("chunks").add(row)));
    };
    await commit(tx, [store]);
    for (const { bytes } of rows) letGo(bytes);
    for (const part of parts) await this.#expectStored(part);
  }

  /** What is not the head is a copy of our own, and is let go then. */
  async #expectStored([chunk, plain]: Part): Promise<void> {
    const read = await readChunk(this.db, this.key, this.exhibit, this.file, chunk);
    if (!sameBytes(read, plain)) throw new VaultError("damaged");
    letGo(read);
    if (chunk === 0) return;
    this.onChunk(plain.length);
    letGo(plain);
  }
}

/** @throws {VaultError} `damaged` where it is gone or is not what was sealed there */
export async function readChunk(
  db: Db,
  key: CryptoKey,
  exhibit: ExhibitId,
  file: number,
  chunk: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const row = await readable(db.get("chunks", [exhibit, file, chunk]));
  if (!row) throw new VaultError("damaged", { cause: "missing" });
  const plain = await decrypt(key, chunkBinding(exhibit, file, chunk), row);
  letGo(row.bytes);
  return plain;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  // A loop: Firefox takes many times as long for `every`, and this is done with every byte that is stored.
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

export function joined(pieces: readonly Uint8Array<ArrayBuffer>[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

/** The file's plain bytes. The stream errors with `damaged` where a chunk is gone or is not what was sealed there. */
export function readStored(
  db: Db,
  key: CryptoKey,
  exhibit: ExhibitId,
  file: number,
  stored: StoredFile,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let chunk = 0;
  const lying = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      if (chunk === stored.chunks) return controller.close();
      controller.enqueue(await readChunk(db, key, exhibit, file, chunk));
      chunk += 1;
    },
  });
  return stored.gzip ? lying.pipeThrough(new DecompressionStream("gzip")) : lying;
}
