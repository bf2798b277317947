/**
 * The bytes of a file as they lie in the store: cut into chunks, each encrypted under the exhibit's key with its place
 * bound to it. Text lies gzipped; that is the store's own affair, digests are of the plain bytes.
 */
import { VaultError } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import { type Binding, decrypt, encrypt } from "./cipher";
import { commit } from "./commit";
import type { Db } from "./schema";

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

/** Collects pieces into chunks and stores them in order. */
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

  /** @throws {VaultError} `full`; `notFound` when the draft is gone */
  async write(piece: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#pending.push(piece);
    this.#pendingBytes += piece.length;
    if (this.#pendingBytes >= CHUNK_BYTES) await this.#flush();
  }

  /** Stores the rest, and the file's first bytes. @returns How many chunks there are. */
  async close(head: Uint8Array<ArrayBuffer>): Promise<number> {
    if (this.#pendingBytes > 0) await this.#flush();
    await this.#store(0, head);
    return this.#chunks;
  }

  async #flush(): Promise<void> {
    const plain = joined(this.#pending, this.#pendingBytes);
    const chunk = this.#chunks;
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#chunks += 1;
    await this.#store(chunk, plain);
    this.onChunk(plain.length);
  }

  async #store(chunk: number, plain: Uint8Array<ArrayBuffer>): Promise<void> {
    const sealed = await encrypt(this.key, chunkBinding(this.exhibit, this.file, chunk), plain);
    const tx = this.db.transaction(["chunks", "drafts"], "readwrite", { durability: "strict" });
    const store = async () => {
      // What was abandoned while we encrypted gets no more bytes: nobody would ever remove them.
      if ((await tx.objectStore("drafts").getKey(this.exhibit)) === undefined) throw new VaultError("notFound");
      await tx.objectStore("chunks").add({ exhibit: this.exhibit, file: this.file, chunk, ...sealed });
    };
    await commit(tx, [store]);
  }
}

function joined(pieces: Uint8Array<ArrayBuffer>[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

/** One chunk's bytes as they lie. @throws {VaultError} `damaged` where it is gone or is not what was sealed there */
export async function chunkBytes(
  db: Db,
  key: CryptoKey,
  exhibit: ExhibitId,
  file: number,
  chunk: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const row = await db.get("chunks", [exhibit, file, chunk]);
  if (!row) throw new VaultError("damaged", { cause: "missing" });
  return decrypt(key, chunkBinding(exhibit, file, chunk), row);
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
      controller.enqueue(await chunkBytes(db, key, exhibit, file, chunk));
      chunk += 1;
    },
  });
  return stored.gzip ? lying.pipeThrough(new DecompressionStream("gzip")) : lying;
}
