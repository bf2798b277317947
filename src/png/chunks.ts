/** The parts a PNG is made of (ISO/IEC 15948, 5): a signature, then chunks, each with its length, type and check sum. */

export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** The only forms written and read here: 8 bits a channel, not interlaced. */
export interface PngForm {
  widthPx: number;
  heightPx: number;
  /** 3: red, green, blue. 4: alpha too, not premultiplied. */
  channels: 3 | 4;
}

/** The PNG colour type of each number of channels. */
export const COLOUR_TYPE = { 3: 2, 4: 6 } as const;

/** @returns `null` where the bytes do not begin as a PNG does. */
export function pngSize(bytes: Uint8Array): Pick<PngForm, "widthPx" | "heightPx"> | null {
  if (bytes.length < 24 || PNG_SIGNATURE.some((byte, at) => bytes[at] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
}

/** All that stands before a file's pixels. */
export function pngHead({ widthPx, heightPx, channels }: PngForm): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, widthPx);
  view.setUint32(4, heightPx);
  header.set([8, COLOUR_TYPE[channels], 0, 0, 0], 8); // 8 bits, colour type, deflate, adaptive filters, not interlaced
  return joined(PNG_SIGNATURE, chunk("IHDR", header));
}

/** @param type Four letters. */
export function chunk(type: string, ...data: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const ends = new Uint8Array(8);
  const view = new DataView(ends.buffer);
  view.setUint32(
    0,
    data.reduce((sum, piece) => sum + piece.length, 0),
  );
  const name = Uint8Array.from(type, (letter) => letter.charCodeAt(0));
  view.setUint32(4, [name, ...data].reduce(crc32Of, CRC_START) ^ CRC_START);
  return joined(ends.subarray(0, 4), name, ...data, ends.subarray(4));
}

export function joined(...pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** What the check sum of a chunk begins with; at the end it is turned over once more. */
export const CRC_START = 0xffffffff;

/** Goes on with a check sum (ISO/IEC 15948, annex D). */
export function crc32Of(crc: number, bytes: Uint8Array): number {
  let c = crc;
  for (const byte of bytes) c = CRC_TABLE[(c ^ byte) & 0xff]! ^ (c >>> 8);
  return c;
}
