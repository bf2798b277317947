/**
 * Reads a PNG row by row, so that pictures of any length are compared in the memory of a few rows. 8 bits a channel,
 * RGB or RGBA, not interlaced: what browsers and Tidemark write.
 */
import { createInflate } from "node:zlib";

export interface Picture {
  readonly widthPx: number;
  readonly heightPx: number;
  /** One 32-bit value a pixel (RGBA in memory order). The same array is given again for the next row. */
  rows(): AsyncGenerator<Uint32Array>;
  /** The file, where the picture is one. */
  readonly png?: Buffer;
}

const SIGNATURE_BYTES = 8;
const CHANNELS: Record<number, number> = { 2: 3, 6: 4 };

export function pngPicture(png: Buffer): Picture {
  const { widthPx, heightPx, channels } = headOf(png);
  return { png, widthPx, heightPx, rows: () => rowsOf(png, widthPx, heightPx, channels) };
}

/** Pictures of one width, one below the other. */
export function stacked(strips: readonly Picture[]): Picture {
  if (strips.length === 1) return strips[0]!;
  return {
    widthPx: strips[0]?.widthPx ?? 0,
    heightPx: strips.reduce((sum, { heightPx }) => sum + heightPx, 0),
    async *rows() {
      for (const strip of strips) yield* strip.rows();
    },
  };
}

/** A part of a picture's width, in pixels from its left edge. */
export function columns(picture: Picture, fromPx: number, widthPx: number): Picture {
  return {
    widthPx,
    heightPx: picture.heightPx,
    async *rows() {
      for await (const row of picture.rows()) yield row.subarray(fromPx, fromPx + widthPx);
    },
  };
}

function headOf(png: Buffer) {
  const bitDepth = png[24];
  const colourType = png[25] ?? -1;
  const channels = CHANNELS[colourType];
  if (png.toString("latin1", 12, 16) !== "IHDR" || bitDepth !== 8 || !channels || png[28] !== 0)
    throw new Error(`a PNG of ${bitDepth} bits and colour type ${colourType} is not read here`);
  return { widthPx: png.readUInt32BE(16), heightPx: png.readUInt32BE(20), channels };
}

function* dataOf(png: Buffer): Generator<Buffer> {
  for (let at = SIGNATURE_BYTES; at + 8 <= png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") yield png.subarray(at + 8, at + 8 + length);
    at += length + 12;
  }
}

async function* rowsOf(png: Buffer, widthPx: number, heightPx: number, channels: number): AsyncGenerator<Uint32Array> {
  const rowBytes = widthPx * channels;
  let line = Buffer.alloc(rowBytes);
  let above = Buffer.alloc(rowBytes);
  const pixels = new Uint32Array(widthPx);
  const bytes = new Uint8Array(pixels.buffer);
  let given = 0;
  for await (const raw of filteredLines(png, rowBytes + 1)) {
    raw.copy(line, 0, 1);
    unfilter(raw[0]!, line, above, channels);
    spread(line, bytes, channels);
    yield pixels;
    given += 1;
    [line, above] = [above, line];
  }
  if (given !== heightPx) throw new Error(`a PNG of ${heightPx} rows holds ${given}`);
}

/** Lines as they lie in the file: a filter byte, then the filtered row. */
async function* filteredLines(png: Buffer, lineBytes: number): AsyncGenerator<Buffer> {
  const inflate = createInflate({ chunkSize: 1 << 18 });
  const feeding = (async () => {
    for (const piece of dataOf(png)) {
      if (!inflate.write(piece)) await new Promise((resolve) => inflate.once("drain", resolve));
    }
    inflate.end();
  })();
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of inflate as AsyncIterable<Buffer>) {
    const all = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    let at = 0;
    for (; at + lineBytes <= all.length; at += lineBytes) yield all.subarray(at, at + lineBytes);
    rest = all.subarray(at);
  }
  await feeding;
}

/** PNG 1.2, section 6. */
function unfilter(filter: number, line: Buffer, above: Buffer, step: number): void {
  const { length } = line;
  if (filter === 1) for (let i = step; i < length; i += 1) line[i] = line[i]! + line[i - step]!;
  if (filter === 2) for (let i = 0; i < length; i += 1) line[i] = line[i]! + above[i]!;
  if (filter === 3) {
    for (let i = 0; i < length; i += 1) line[i] = line[i]! + (((i < step ? 0 : line[i - step]!) + above[i]!) >> 1);
  }
  if (filter === 4) {
    for (let i = 0; i < step; i += 1) line[i] = line[i]! + above[i]!;
    for (let i = step; i < length; i += 1) line[i] = line[i]! + paeth(line[i - step]!, above[i]!, above[i - step]!);
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function spread(line: Buffer, into: Uint8Array, channels: number): void {
  if (channels === 4) {
    into.set(line);
    return;
  }
  for (let from = 0, to = 0; from < line.length; from += 3, to += 4) {
    into[to] = line[from]!;
    into[to + 1] = line[from + 1]!;
    into[to + 2] = line[from + 2]!;
    into[to + 3] = 255;
  }
}
