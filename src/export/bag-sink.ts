/**
 * Writes the files of a BagIt bag and, at the end, the lists of them. Both lists hold every file below `data/`; both
 * tag lists hold every other file except themselves.
 */
import { PACKAGE_SIGNATURE } from "@/src/custody/signature";
import { buildManifest } from "@/src/manifest/build";
import { ComparingDigester, type Digests, type Sha256, StreamDigester } from "@/src/model/digest";
import type { UtcInstant } from "@/src/model/instant";
import { textStream } from "./text-stream";
import type { Digester, FileToCome, ZipSink } from "./zip-sink";

/** Text of ours: its length is not known before it is made. */
const TEXT: FileToCome = { bytes: 0, mime: "text/plain" };

type Written = Digests & { path: string };

export class BagSink {
  readonly #payload: Written[] = [];
  readonly #tags: Written[] = [];

  /** @param name The bag's own folder. @param time Of every file in it. */
  constructor(
    private readonly zip: ZipSink,
    private readonly name: string,
    private readonly time: UtcInstant,
  ) {}

  /** @param path Below `data/`. @returns What was really written. */
  async addFile(path: string, content: ReadableStream<Uint8Array>, file: FileToCome): Promise<Digests> {
    const digests = await this.#add(`data/${path}`, content, file, new StreamDigester());
    this.#payload.push({ ...digests, path: `data/${path}` });
    return digests;
  }

  /**
   * A file whose digests were taken before.
   * @returns Whether it was written as it was then; if not, this bag is none.
   */
  async addRecorded(
    path: string,
    content: ReadableStream<Uint8Array>,
    file: Digests & FileToCome,
    onPiece?: (length: number) => void,
  ): Promise<boolean> {
    const { bytes, sha256, sha512 } = file;
    const isSame = await this.#add(`data/${path}`, content, file, new ComparingDigester(file), onPiece);
    this.#payload.push({ path: `data/${path}`, bytes, sha256, sha512 });
    return isSame;
  }

  /** A file of text below `data/`. */
  async addText(path: string, parts: Iterable<string> | AsyncIterable<string>): Promise<void> {
    await this.addFile(path, textStream(parts), TEXT); // text stays far below what needs ZIP64
  }

  /** A file beside `data/`. */
  async addTag(path: string, text: string): Promise<Digests> {
    const digests = await this.#add(path, textStream([text]), TEXT, new StreamDigester());
    this.#tags.push({ ...digests, path });
    return digests;
  }

  /** A file that is no part of the bag, beside its folder. */
  addBeside(name: string, text: string): Promise<Digests> {
    return this.zip.add(name, this.time, textStream([text]), TEXT, new StreamDigester());
  }

  /** All that was written below `data/`. */
  get payload(): { bytes: number; files: number } {
    return { bytes: this.#payload.reduce((sum, { bytes }) => sum + bytes, 0), files: this.#payload.length };
  }

  /**
   * Writes the lists; nothing is added after that.
   * @param sign Gives the signature over the list of lists, DER; `null` where nobody signs.
   * @returns The digest of `tagmanifest-sha256.txt`.
   */
  async finish(sign: (list: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer> | null>): Promise<Sha256> {
    await this.addTag("manifest-sha256.txt", listOf(this.#payload, "sha256"));
    await this.addTag("manifest-sha512.txt", listOf(this.#payload, "sha512"));
    const tags = [...this.#tags];
    const list = listOf(tags, "sha256");
    const { sha256 } = await this.addTag("tagmanifest-sha256.txt", list);
    await this.addTag("tagmanifest-sha512.txt", listOf(tags, "sha512"));
    const signature = await sign(new TextEncoder().encode(list));
    if (signature) await this.#add(PACKAGE_SIGNATURE, new Blob([signature]).stream(), TEXT, new StreamDigester());
    return sha256;
  }

  #add<Found>(
    path: string,
    content: ReadableStream<Uint8Array>,
    file: FileToCome,
    digester: Digester<Found>,
    onPiece?: (length: number) => void,
  ): Promise<Found> {
    return this.zip.add(`${this.name}/${path}`, this.time, content, file, digester, onPiece);
  }
}

function listOf(files: readonly Written[], algorithm: "sha256" | "sha512"): string {
  return buildManifest(files.map((file) => ({ path: file.path, digest: file[algorithm] })));
}
