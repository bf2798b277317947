/**
 * Digests of plaintext bytes. Whole values use Web Crypto; streams use @noble/hashes, because Web Crypto cannot be
 * fed piece by piece. Pure: runs in a page, a worker and Node.
 */
import { sha256 as nobleSha256, sha512 as nobleSha512 } from "@noble/hashes/sha2.js";
import { letGo } from "./let-go";

/** SHA-256 of plaintext bytes, 64 lowercase hex digits. */
export type Sha256 = string & { readonly __brand: "Sha256" };
/** SHA-512 of plaintext bytes, 128 lowercase hex digits. */
export type Sha512 = string & { readonly __brand: "Sha512" };

export interface Digests {
  bytes: number;
  sha256: Sha256;
  sha512: Sha512;
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param input Text is taken as UTF-8. */
export async function sha256(input: string | Uint8Array<ArrayBuffer>): Promise<Sha256> {
  const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))) as Sha256;
}

/** Both digests and the length of bytes that are at hand whole. */
export async function digestsOf(bytes: Uint8Array<ArrayBuffer>): Promise<Digests> {
  const [short, long] = await Promise.all([
    crypto.subtle.digest("SHA-256", bytes),
    crypto.subtle.digest("SHA-512", bytes),
  ]);
  return {
    bytes: bytes.length,
    sha256: hex(new Uint8Array(short)) as Sha256,
    sha512: hex(new Uint8Array(long)) as Sha512,
  };
}

/** Up to this length bytes are held, so that the browser itself digests them: many times as quick as piece by piece. */
const MAX_HELD_BYTES = 24 << 20;

/**
 * Whether bytes that come piece by piece are those whose digests were taken before: length and SHA-256 decide. Where they are,
 * the SHA-512 that was taken with it is theirs, too; taking it again would cost more than all the rest.
 */
export class ComparingDigester {
  readonly #held: Uint8Array<ArrayBuffer>;
  readonly #longer: ReturnType<typeof nobleSha256.create> | null;
  #bytes = 0;

  constructor(private readonly taken: Digests) {
    const isHeld = taken.bytes <= MAX_HELD_BYTES;
    this.#held = new Uint8Array(isHeld ? taken.bytes : 0);
    this.#longer = isHeld ? null : nobleSha256.create();
  }

  update(piece: Uint8Array): void {
    if (this.#bytes + piece.length <= this.taken.bytes) {
      if (this.#longer === null) this.#held.set(piece, this.#bytes);
      else this.#longer.update(piece);
    }
    this.#bytes += piece.length;
  }

  async finish(): Promise<boolean> {
    if (this.#bytes !== this.taken.bytes) return false;
    const found = this.#longer === null ? await sha256(this.#held) : hex(this.#longer.digest());
    letGo(this.#held);
    return found === this.taken.sha256;
  }
}

/** As `StreamDigester`, quicker for bytes whose number is known before and small enough to be held. */
export class HoldingDigester {
  readonly #held: Uint8Array<ArrayBuffer>;
  #heldBytes = 0;
  #longer: StreamDigester | null = null;

  /** @param expectedBytes 0 where it is not known. There may be more or fewer. */
  constructor(expectedBytes: number) {
    this.#held = new Uint8Array(expectedBytes <= MAX_HELD_BYTES ? expectedBytes : 0);
  }

  update(piece: Uint8Array): void {
    if (this.#longer === null && this.#heldBytes + piece.length > this.#held.length) {
      this.#longer = new StreamDigester();
      this.#longer.update(this.#held.subarray(0, this.#heldBytes));
    }
    if (this.#longer !== null) return void this.#longer.update(piece);
    this.#held.set(piece, this.#heldBytes);
    this.#heldBytes += piece.length;
  }

  async finish(): Promise<Digests> {
    const found = this.#longer?.finish() ?? (await digestsOf(this.#held.subarray(0, this.#heldBytes)));
    letGo(this.#held);
    return found;
  }
}

/** Takes bytes piece by piece; `finish` gives both digests and the length of all that was fed. */
export class StreamDigester {
  readonly #sha256 = nobleSha256.create();
  readonly #sha512 = nobleSha512.create();
  #bytes = 0;

  update(piece: Uint8Array): void {
    this.#bytes += piece.length;
    this.#sha256.update(piece);
    this.#sha512.update(piece);
  }

  finish(): Digests {
    return {
      bytes: this.#bytes,
      sha256: hex(this.#sha256.digest()) as Sha256,
      sha512: hex(this.#sha512.digest()) as Sha512,
    };
  }
}
