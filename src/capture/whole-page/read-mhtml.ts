/**
 * Finds the parts of a whole-page file as Chromium's `pageCapture` writes it (RFC 2557, multipart/related), without
 * holding it in memory. It is no reader of mail: anything that Chromium does not write is refused.
 */

export interface MhtmlPart {
  /** Lower case, without parameters, e.g. `image/png`. */
  type: string;
  encoding: "base64" | "quoted-printable";
  /** `null` where the part has none, as frames without an address do. */
  location: string | null;
  /** Its content, still encoded, and ending in CRLF where Chromium ended it so. */
  body: Blob;
}

/** What was read is not what Chromium writes. */
export class NotMhtml extends Error {
  override readonly name = "NotMhtml";
}

const MAX_HEADER = 64 << 10;
const MAX_PARTS = 10_000;
const WINDOW = 1 << 20;
const BOUNDARY = /^[\w'()+,./:=?-]{1,70}$/;
const TYPE = /^[a-z0-9][a-z0-9.+-]{0,99}\/[a-z0-9][a-z0-9.+-]{0,99}$/;
const ENCODINGS = ["base64", "quoted-printable"] as const;
const MAX_ADDRESS = 8192;

/** @returns In the order of the file; the first is the page. @throws {NotMhtml} */
export async function readMhtml(file: Blob): Promise<MhtmlPart[]> {
  const head = await headersAt(file, 0);
  const boundary = /;\s*boundary="([^"]*)"/i.exec(head.fields.get("content-type") ?? "")?.[1] ?? "";
  if (!BOUNDARY.test(boundary)) throw new NotMhtml("no boundary");
  const mark = `\r\n--${boundary}`;
  const marks = await placesOf(mark, file);
  if (marks.length < 2) throw new NotMhtml("no parts");
  const last = marks.at(-1)!;
  if ((await latin1(file.slice(last + mark.length, last + mark.length + 3))).slice(0, 2) !== "--")
    throw new NotMhtml("cut off");
  return Promise.all(marks.slice(0, -1).map((at, n) => readPart(file.slice(at + mark.length, marks[n + 1]))));
}

async function readPart(part: Blob): Promise<MhtmlPart> {
  if ((await latin1(part.slice(0, 2))) !== "\r\n") throw new NotMhtml("a boundary within a line");
  const { fields, length } = await headersAt(part, 2);
  const type = (fields.get("content-type") ?? "").split(";", 1)[0]!.trim().toLowerCase();
  const encoding = ENCODINGS.find((name) => name === fields.get("content-transfer-encoding")?.toLowerCase());
  const location = fields.get("content-location") ?? null;
  if (!TYPE.test(type) || encoding === undefined) throw new NotMhtml("a part of another kind");
  const isAddress = location !== null && location.length <= MAX_ADDRESS && /^[\x21-\x7e]+$/.test(location);
  return { type, encoding, location: isAddress ? location : null, body: part.slice(2 + length) };
}

/** Header fields up to the empty line; names in lower case, folded lines joined. */
async function headersAt(file: Blob, at: number): Promise<{ fields: Map<string, string>; length: number }> {
  const text = await latin1(file.slice(at, at + MAX_HEADER));
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) throw new NotMhtml("no end of a header");
  const fields = new Map<string, string>();
  for (const line of text
    .slice(0, end)
    .replaceAll(/\r\n[\t ]+/g, " ")
    .split("\r\n")) {
    const [, name, value] = /^([\w-]+):[\t ]*(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new NotMhtml("a line that is no header");
    if (fields.has(name.toLowerCase())) throw new NotMhtml("a header twice");
    fields.set(name.toLowerCase(), value.trim());
  }
  return { fields, length: end + 4 };
}

/** Where the mark stands in the file, window by window; the end of one is looked at again with the next. */
async function placesOf(mark: string, file: Blob): Promise<number[]> {
  const places: number[] = [];
  for (let at = 0; at < file.size; at += WINDOW) {
    const text = await latin1(file.slice(at, at + WINDOW + mark.length - 1));
    for (let found = text.indexOf(mark); found >= 0; found = text.indexOf(mark, found + mark.length))
      places.push(at + found);
    if (places.length > MAX_PARTS) throw new NotMhtml("too many parts");
  }
  return places;
}

/** One character a byte. */
export async function latin1(bytes: Blob): Promise<string> {
  return new TextDecoder("latin1").decode(await bytes.arrayBuffer());
}
