/** Bytes, DER and PEM (RFC 7468) into the library's certificates and back. What cannot be read is `null`. */
import type { BaseBlock } from "asn1js";
import { Certificate } from "pkijs";

/** More are no chain, but an attempt to keep the reader busy. */
const MAX_CERTIFICATES = 16;
const MAX_PEM = 128 * 1024;

export function toBytes(block: BaseBlock): Uint8Array<ArrayBuffer> {
  return new Uint8Array(block.toBER(false));
}

export function certificateBytes(certificate: Certificate): Uint8Array<ArrayBuffer> {
  return toBytes(certificate.toSchema());
}

/** @param bytes One certificate in DER, or any number in PEM. */
export function certificatesIn(bytes: Uint8Array): Certificate[] | null {
  if (bytes.length > MAX_PEM) return null;
  const text = new TextDecoder("latin1").decode(bytes);
  if (text.includes("-----BEGIN ")) return certificatesOf(text);
  const one = certificateOf(bytes);
  return one === null ? null : [one];
}

/** The certificates in a text, none of which may be unreadable. */
export function certificatesOf(pem: string): Certificate[] | null {
  if (pem.length > MAX_PEM) return null;
  const found = [...pem.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g)];
  if (found.length > MAX_CERTIFICATES) return null;
  const read = found.map(([, base64 = ""]) => certificateOf(unpack(base64)));
  return read.includes(null) ? null : (read as Certificate[]);
}

export function pemOf(certificates: readonly Certificate[]): string {
  return certificates.map((each) => block(certificateBytes(each))).join("");
}

function block(der: Uint8Array): string {
  const lines = btoa(String.fromCharCode(...der)).match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}

function unpack(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64.replace(/\s/g, "")), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array(); // no base64, so no certificate
  }
}

function certificateOf(der: Uint8Array): Certificate | null {
  try {
    return Certificate.fromBER(new Uint8Array(der).buffer);
  } catch {
    return null;
  }
}
