/** Bytes and the stamp on them, made by the authority of `openssl-tsa.ts`. */
import type { StampFiles } from "@/src/model/stamp";
import { stampRequest } from "@/src/timestamp/request";
import type { Signer, Tsa } from "./openssl-tsa";

export const LIST = new TextEncoder().encode("0a1b  bagit.txt\n2c3d  bag-info.txt\n") as Uint8Array<ArrayBuffer>;

export async function digestBytes(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", data));
}

export async function stampOn(tsa: Tsa, { data = LIST, signer = "good" as Signer } = {}): Promise<StampFiles> {
  const request = stampRequest(await digestBytes(data));
  return { request, reply: tsa.reply(request, signer), chain: tsa.between, root: tsa.root };
}

/** A copy with one bit turned over. */
export function flipped(bytes: Uint8Array, bit: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
}
