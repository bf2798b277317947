/** Writes a whole-page file (RFC 2557) as a stream. The same content gives the same bytes. */
import { addressInFile } from "@/src/capture/css-addresses";
import { sha256 } from "@/src/model/digest";
import type { Chosen } from "./choose-parts";
import { base64Lines, encodedWords } from "./transfer-encoding";

export interface WholePageAbout {
  url: string;
  title: string;
  /** When it was saved, by the device's clock. */
  utc: string;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** @param html The page, in UTF-8. */
export async function* mhtmlOf(
  about: WholePageAbout,
  html: ReadableStream<Bytes>,
  parts: Chosen["parts"],
): AsyncGenerator<Bytes> {
  const ascii = new TextEncoder();
  const boundary = await boundaryFor(about, parts.length);
  const part = (type: string, encoding: string, location: string) =>
    ascii.encode(
      `\r\n--${boundary}\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n` +
        `Content-Location: ${location}\r\n\r\n`,
    );
  yield ascii.encode(headerOf(about, boundary));
  yield part("text/html; charset=utf-8", "base64", headerAddress(about.url));
  yield* html.pipeThrough(base64Lines());
  for (const { type, encoding, location, body } of parts) {
    yield part(type === "text/css" ? "text/css; charset=utf-8" : type, encoding, addressInFile(location));
    yield* body.stream();
  }
  yield ascii.encode(`\r\n--${boundary}--\r\n`);
}

/** No line of a part can be it: base64 has no `-`, and in quoted-printable `=` is followed by two digits or its line's end. */
async function boundaryFor({ url, utc }: WholePageAbout, parts: number): Promise<string> {
  return `=_${(await sha256(`${url}\n${utc}\n${parts}`)).slice(0, 40)}`;
}

function headerOf({ url, title, utc }: WholePageAbout, boundary: string): string {
  return [
    "From: <saved@notes.invalid>",
    `Snapshot-Content-Location: ${headerAddress(url)}`,
    `Subject: ${encodedWords(title)}`,
    `Date: ${new Date(utc).toUTCString().replace("GMT", "+0000")}`,
    "MIME-Version: 1.0",
    `Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${boundary}"`,
    "\r\n",
  ].join("\r\n");
}

/** Within one line, in ASCII. */
const headerAddress = (url: string): string => encodeURI(url).replaceAll("%25", "%");
