/** The ways in which MIME writes bytes as lines of ASCII (RFC 2045, RFC 2047), as far as whole-page files need them. */
import { latin1, type MhtmlPart, NotMhtml } from "./read-mhtml";

/** The text of a part, which Chromium writes in UTF-8. @throws {NotMhtml} */
export async function textOf({ encoding, body }: Pick<MhtmlPart, "encoding" | "body">): Promise<string> {
  const written = await latin1(body);
  return new TextDecoder().decode(encoding === "base64" ? bytesOfBase64(written) : bytesOfQuotedPrintable(written));
}

function bytesOfBase64(written: string): Uint8Array {
  try {
    return Uint8Array.fromBase64(written);
  } catch (cause) {
    throw new NotMhtml("no base64", { cause });
  }
}

function bytesOfQuotedPrintable(written: string): Uint8Array {
  const joined = written.replaceAll("=\r\n", "");
  if (/=(?![0-9A-F]{2})/.test(joined)) throw new NotMhtml("no quoted-printable");
  const plain = joined.replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}

/** Bytes to a line: 76 characters of base64. */
const LINE_BYTES = 57;

/** Bytes to lines of base64, as they come. */
export function base64Lines(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let rest = new Uint8Array();
  const ascii = new TextEncoder();
  const lines = (bytes: Uint8Array) => ascii.encode(bytes.toBase64().replaceAll(/.{1,76}/g, "$&\r\n"));
  return new TransformStream({
    transform(piece, controller) {
      const all = new Uint8Array(rest.length + piece.length);
      all.set(rest);
      all.set(piece, rest.length);
      const whole = all.length - (all.length % LINE_BYTES);
      if (whole > 0) controller.enqueue(lines(all.subarray(0, whole)));
      rest = all.slice(whole);
    },
    flush(controller) {
      if (rest.length > 0) controller.enqueue(lines(rest));
    },
  });
}

/** A header's words in ASCII: 45 bytes to an encoded word, cut between characters. */
export function encodedWords(words: string): string {
  const plain = words.replaceAll(/\p{Cc}/gu, " ").trim();
  if (/^[\x20-\x7e]{0,900}$/.test(plain) && !plain.includes("=?")) return plain;
  const pieces = [""];
  for (const character of plain) {
    const longer = pieces.at(-1)! + character;
    if (new TextEncoder().encode(longer).length > 45) pieces.push(character);
    else pieces[pieces.length - 1] = longer;
  }
  return pieces.map((piece) => `=?utf-8?B?${new TextEncoder().encode(piece).toBase64()}?=`).join("\r\n ");
}
