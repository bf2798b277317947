/**
 * Writes the files of a BagIt bag and, at the end, the lists of them. Both lists hold every file below `data/`; both
 * tag lists hold every other file except themselves.
 */
import { buildManifest } from "@/src/manifest/build";
import type { Digests, Sha256 } from "@/src/model/digest";
import type { UtcInstant } from "@/src/model/instant";
import { textStream } from "./text-stream";
import { ZipSink } from "./zip-sink";

type Written = Digests & { path: string };

export class BagSink {
  readonly #zip: ZipSink;
  readonly #payload: Written[] = [];
  readonly #tags: Written[] = [];

  /** @param name The bag's top folder. */
  constructor(out: WritableStream<Uint8Array>, name: string, time: UtcInstant, signal: AbortSignal) {
    this.#zip = new ZipSink(out, name, time, signal);
  }

  /** @param path Below `data/`. @param bytes Expected length. @returns What was really written. */
  async addFile(
    path: string,
    content: ReadableStream<Uint8Array>,
    bytes: number,
    onPiece?: (length: number) => void,
  ): Promise<Digests> {
    const digests = await this.#zip.add(`data/${path}`, content, bytes, onPiece);
    this.#payload.push({ ...digests, path: `data/${path}` });
    return digests;
  }

  /** A file of text below `data/`. */
  async addText(path: string, parts: Iterable<string> | AsyncIterable<string>): Promise<void> {
    await this.addFile(path, textStream(parts), 0); // its length is not known; text stays far below what needs ZIP64
  }

  /** A file beside `data/`. */
  async addTag(path: string, text: string): Promise<Digests> {
    const digests = await this.#zip.add(path, textStream([text]), 0);
    this.#tags.push({ ...digests, path });
    return digests;
  }

  /** A file that is no part of the bag, beside its folder. */
  async addBeside(name: string, text: string): Promise<void> {
    await this.#zip.addBeside(name, text);
  }

  /** All that was written below `data/`. */
  get payload(): { bytes: number; files: number } {
    return { bytes: this.#payload.reduce((sum, { bytes }) => sum + bytes, 0), files: this.#payload.length };
  }

  /** Writes the lists and closes the ZIP. @returns The digest of `tagmanifest-sha256.txt`. */
  async finish(): Promise<Sha256> {
    await this.addTag("manifest-sha256.txt", listOf(this.#payload, "sha256"));
    await this.addTag("manifest-sha512.txt", listOf(this.#payload, "sha512"));
    const tags = [...this.#tags];
    const { sha256 } = await this.addTag("tagmanifest-sha256.txt", listOf(tags, "sha256"));
    await this.addTag("tagmanifest-sha512.txt", listOf(tags, "sha512"));
    await this.#zip.close();
    return sha256;
  }
}

function listOf(files: readonly Written[], algorithm: "sha256" | "sha512"): string {
  return buildManifest(files.map((file) => ({ path: file.path, digest: file[algorithm] })));
}
