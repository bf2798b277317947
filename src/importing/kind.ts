/**
 * What a file is, by its first bytes. The name it came with decides nothing but whether a text is an e-mail, so that a
 * file that says it is a picture and is none is not taken for one.
 */
import type { FileForm } from "@/src/model/from-elsewhere";

export interface FileKind {
  form: FileForm;
  /** Media type. */
  mime: string;
  /** Of its name in a package, without the dot. None that a double click would run. */
  ending: string;
}

/** First bytes that are needed to tell. */
export const HEAD_BYTES = 4096;

export const UNKNOWN: FileKind = { form: "other", mime: "application/octet-stream", ending: "bin" };
export const PLAIN_TEXT: FileKind = { form: "text", mime: "text/plain", ending: "txt" };
const MAIL: FileKind = { form: "mail", mime: "message/rfc822", ending: "eml" };

const kind = (form: FileForm, mime: string, ending: string): FileKind => ({ form, mime, ending });

/** What stands where, in Latin-1. */
const SIGNATURES: readonly { at: number; is: string; kind: FileKind }[] = [
  { at: 0, is: "\x89PNG\r\n\x1a\n", kind: kind("picture", "image/png", "png") },
  { at: 0, is: "\xff\xd8\xff", kind: kind("picture", "image/jpeg", "jpg") },
  { at: 0, is: "GIF87a", kind: kind("picture", "image/gif", "gif") },
  { at: 0, is: "GIF89a", kind: kind("picture", "image/gif", "gif") },
  { at: 0, is: "II*\0", kind: kind("picture", "image/tiff", "tif") },
  { at: 0, is: "MM\0*", kind: kind("picture", "image/tiff", "tif") },
  { at: 8, is: "WEBP", kind: kind("picture", "image/webp", "webp") },
  { at: 8, is: "WAVE", kind: kind("sound", "audio/wav", "wav") },
  { at: 8, is: "AVI ", kind: kind("video", "video/x-msvideo", "avi") },
  { at: 0, is: "%PDF-", kind: kind("pdf", "application/pdf", "pdf") },
  { at: 0, is: "PK\x03\x04", kind: kind("packed", "application/zip", "zip") },
  { at: 0, is: "\x1aE\xdf\xa3", kind: kind("video", "video/webm", "webm") },
  { at: 0, is: "OggS", kind: kind("sound", "audio/ogg", "ogg") },
  { at: 0, is: "ID3", kind: kind("sound", "audio/mpeg", "mp3") },
  { at: 0, is: "\xff\xfb", kind: kind("sound", "audio/mpeg", "mp3") },
  { at: 0, is: "\xff\xf3", kind: kind("sound", "audio/mpeg", "mp3") },
  { at: 0, is: "\xff\xf1", kind: kind("sound", "audio/aac", "aac") },
  { at: 0, is: "fLaC", kind: kind("sound", "audio/flac", "flac") },
  { at: 0, is: "#!AMR", kind: kind("sound", "audio/amr", "amr") },
];

/** ISO media files say at byte 8 what they are (ISO/IEC 14496-12); by the beginning of that word. */
const BRANDS: readonly [string, FileKind][] = [
  ["avif", kind("picture", "image/avif", "avif")],
  ["hei", kind("picture", "image/heic", "heic")],
  ["hev", kind("picture", "image/heic", "heic")],
  ["mif1", kind("picture", "image/heic", "heic")],
  ["M4A", kind("sound", "audio/mp4", "m4a")],
  ["3g", kind("video", "video/3gpp", "3gp")],
  ["qt", kind("video", "video/quicktime", "mov")],
  ["", kind("video", "video/mp4", "mp4")],
];

/** @param head The first `HEAD_BYTES` of the file, or all of a shorter one. */
export function kindOf(head: Uint8Array, name: string): FileKind {
  const latin = String.fromCharCode(...head.subarray(0, 64));
  if (latin.startsWith("ftyp", 4)) return BRANDS.find(([brand]) => latin.startsWith(brand, 8))![1];
  const signed = SIGNATURES.find(({ at, is }) => latin.startsWith(is, at));
  if (signed !== undefined) return signed.kind;
  const text = textOf(head);
  if (text === null) return UNKNOWN;
  return isMail(text, name) ? MAIL : PLAIN_TEXT;
}

/** A header field stands at its top (RFC 5322), and its name says that it is one. */
function isMail(text: string, name: string): boolean {
  return /\.eml$/i.test(name) && /^[\x21-\x39\x3b-\x7e]{1,76}:/.test(text);
}

/** Text in UTF-8, or in UTF-16 with its mark; `null` where it is none. The end of the bytes may lie within a letter. */
export function textOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a text has none of these
    return /[\0-\x08\x0e-\x1a]/.test(text) ? null : text;
  } catch {
    return null; // not in this encoding
  }
}
