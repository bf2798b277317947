/** Whole-page files in the form in which Chromium writes them, and what lies in one, for tests that look at bytes. */

export interface MadePart {
  type: string;
  location?: string;
  /** Written in base64 unless it is text. */
  body: string | Uint8Array;
  id?: string;
}

export const BOUNDARY = "----MultipartBoundary--zL35IrzdxJOH0yjDboOjJIXEKWRhoCha36WOB80DuU----";

export function chromiumMhtml(parts: readonly MadePart[]): string {
  const head = [
    "From: <Saved by Blink>",
    "Snapshot-Content-Location: https://post.example/1",
    "Subject: =?utf-8?Q?=E4=B8=80?=",
    "Date: Sat, 21 Nov 2026 06:44:42 GMT",
    "MIME-Version: 1.0",
    `Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${BOUNDARY}"`,
  ];
  return `${head.join("\r\n")}\r\n\r\n${parts.map(part).join("")}\r\n--${BOUNDARY}--\r\n`;
}

function part({ type, location, body, id }: MadePart): string {
  const isText = type.startsWith("text/");
  const head = [
    `Content-Type: ${type}`,
    ...(id ? [`Content-ID: ${id}`] : []),
    `Content-Transfer-Encoding: ${isText ? "quoted-printable" : "base64"}`,
    ...(location === undefined ? [] : [`Content-Location: ${location}`]),
  ];
  const bytes = Buffer.from(body);
  const encoded = isText ? quotedPrintable(bytes) : bytes.toString("base64").replaceAll(/.{1,76}/g, "$&\r\n");
  return `\r\n--${BOUNDARY}\r\n${head.join("\r\n")}\r\n\r\n${encoded}`;
}

function quotedPrintable(bytes: Buffer): string {
  const written = bytes.toString("latin1").replaceAll(/[^ -<>-~\n]/g, (character) => {
    return `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  });
  const lines = written.split("\n").map((line) => (line.match(/(?:=..|[^=]){1,24}/g) ?? []).join("=\r\n"));
  return lines.join("\r\n");
}

/** Every part of one of our files with its headers and its bytes, read by another way than the program's own. */
export function partsOf(file: Uint8Array): { headers: Record<string, string>; bytes: Buffer }[] {
  const text = Buffer.from(file).toString("latin1");
  const boundary = /boundary="(.*)"/.exec(text)![1]!;
  return text
    .split(`\r\n--${boundary}`)
    .slice(1, -1)
    .map((written) => {
      const [head = "", ...rest] = written.split("\r\n\r\n");
      const headers = Object.fromEntries([...head.matchAll(/^([\w-]+): (.*?)\r?$/gm)].map(([, k, v]) => [k, v]));
      const body = rest.join("\r\n\r\n");
      const plain = headers["Content-Transfer-Encoding"] === "base64" ? Buffer.from(body, "base64") : readable(body);
      return { headers, bytes: plain };
    });
}

const readable = (body: string): Buffer =>
  Buffer.from(
    body
      .replaceAll("=\r\n", "")
      .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
