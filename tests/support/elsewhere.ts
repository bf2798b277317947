/** Made-up files as they come from a phone or a mailbox. */
import { TextReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";

/** One grey pixel. */
const JPEG = Uint8Array.fromBase64(
  "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=",
);

/** A picture that says when it was taken and with what (Exif in its APP1 segment). */
export function photo(taken = "2026:11:02 14:05:09"): Uint8Array<ArrayBuffer> {
  const exif = exifSegment({ make: "Made-up", model: "Phone 3", taken });
  return new Uint8Array([...JPEG.subarray(0, 2), ...exif, ...JPEG.subarray(2)]);
}

/** Two directories of a TIFF in little-endian: make and model in the first, the time in the one that it points to. */
function exifSegment({ make, model, taken }: { make: string; model: string; taken: string }): Uint8Array {
  const texts = [make, model, taken].map((text) => `${text}\0`);
  const firstEntries = 3;
  const second = 8 + 2 + firstEntries * 12 + 4;
  const data = second + 2 + 12 + 4;
  const offsets = texts.map((_, place) => data + texts.slice(0, place).join("").length);
  const tiff = new DataView(new ArrayBuffer(data + texts.join("").length));
  tiff.setUint32(0, 0x002a4949, true);
  tiff.setUint32(4, 8, true);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    tiff.setUint16(at, tag, true);
    tiff.setUint16(at + 2, type, true);
    tiff.setUint32(at + 4, count, true);
    tiff.setUint32(at + 8, value, true);
  };
  tiff.setUint16(8, firstEntries, true);
  entry(10, 0x010f, 2, texts[0]!.length, offsets[0]!);
  entry(22, 0x0110, 2, texts[1]!.length, offsets[1]!);
  entry(34, 0x8769, 4, 1, second);
  tiff.setUint16(second, 1, true);
  entry(second + 2, 0x9003, 2, texts[2]!.length, offsets[2]!);
  const body = new Uint8Array(tiff.buffer);
  body.set(new TextEncoder().encode(texts.join("")), data);
  const length = body.length + 8;
  return new Uint8Array([0xff, 0xe1, length >> 8, length & 0xff, ...new TextEncoder().encode("Exif\0\0"), ...body]);
}

export const CHAT = [
  "02/11/2026, 14:05 - Messages and calls are end-to-end encrypted.",
  "02/11/2026, 14:06 - River: Are you there?",
  "And a second line.",
  "02/11/2026, 14:07 - Harbour Walks: Yes <b>I</b> am.",
  "03/11/2026, 09:00 - River: IMG-20261103-WA0001.jpg (file attached)",
  "",
].join("\n");

/** With a form that runs, which is never shown. */
export const MAIL = [
  "From: River <river@example.com>",
  "To: someone@example.org",
  "Subject: =?UTF-8?B?5ris6Kmm?=",
  "Date: Mon, 2 Nov 2026 14:05:09 +0800",
  "MIME-Version: 1.0",
  'Content-Type: multipart/alternative; boundary="b"',
  "",
  "--b",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "The words of the mail.",
  "--b",
  "Content-Type: text/html",
  "",
  "<script>document.title = 'ran'</script><img src=https://example.com/seen.png>",
  "--b--",
  "",
].join("\r\n");

export const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Files under their names, as a phone packs a chat with its pictures. */
export async function packed(files: Record<string, string>): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, text] of Object.entries(files)) await zip.add(name, new TextReader(text));
  return new Uint8Array(await zip.close());
}
