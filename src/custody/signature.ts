/**
 * The signed head of a log: ECDSA P-256 over SHA-256, by a key that stays on one device. It says that whoever holds that
 * key wrote down this end of the log; not who that is. Checked with WebCrypto here and with `openssl dgst` elsewhere.
 * Pure: runs in a page, a worker and Node. Format: docs/formats/custody-log.md
 */
import { p256 } from "@noble/curves/nist.js";
import { canonicalJson } from "@/src/model/canonical-json";
import type { CustodyHead } from "@/src/model/custody";

/** Over the bytes of `tagmanifest-sha256.txt`, by the same key. In no list, because it is made after them. */
export const PACKAGE_SIGNATURE = "signature/tagmanifest-sha256.sig";

const HEAD_SCHEMA = "tidemark-head/1";

const ECDSA = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

/** The bytes that are signed: `head.json`. */
export function headText({ caseId, lastSeq, headHash }: CustodyHead): string {
  return canonicalJson({ schema: HEAD_SCHEMA, caseId, lastSeq, headHash });
}

/** @param signature r and s, 32 bytes each, as Web Crypto gives them. @returns DER, as `openssl dgst` takes it. */
export function derSignature(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(p256.Signature.fromBytes(signature, "compact").toBytes("der"));
}

/** SubjectPublicKeyInfo as PEM (RFC 7468). */
export function publicKeyPem(spki: Uint8Array): string {
  const lines = btoa(String.fromCharCode(...spki)).match(/.{1,64}/g) ?? [];
  return ["-----BEGIN PUBLIC KEY-----", ...lines, "-----END PUBLIC KEY-----", ""].join("\n");
}

/** The DER in a PEM exactly as `publicKeyPem` writes it, or `null`. */
export function spkiOf(pem: string): Uint8Array<ArrayBuffer> | null {
  const base64 = /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/=\n]+)-----END PUBLIC KEY-----\n$/.exec(pem)?.[1];
  if (base64 === undefined) return null;
  try {
    const spki = Uint8Array.from(atob(base64.replaceAll("\n", "")), (character) => character.charCodeAt(0));
    return publicKeyPem(spki) === pem ? spki : null;
  } catch {
    return null; // no base64
  }
}

/** Whether the DER signature is one of these bytes by this key. What cannot be read does not fit. */
export async function signatureFits(bytes: Uint8Array<ArrayBuffer>, der: Uint8Array, spki: Uint8Array<ArrayBuffer>) {
  try {
    const raw = new Uint8Array(p256.Signature.fromBytes(der, "der").toBytes("compact"));
    const key = await crypto.subtle.importKey("spki", spki, ECDSA, false, ["verify"]);
    return await crypto.subtle.verify(ECDSA, key, raw, bytes);
  } catch {
    return false;
  }
}
