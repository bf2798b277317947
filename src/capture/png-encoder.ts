/**
 * A PNG (ISO/IEC 15948) written row by row, so that memory stays that of a few tiles however tall the picture is.
 * 8-bit RGB without alpha: a photograph of a window has none. The browser's CompressionStream makes the zlib stream.
 */

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Row filter 2: each byte less the byte above it. Pages repeat downwards, so this packs well and costs little. */
const FILTER_UP = 2;
/** Compressed bytes in one IDAT chunk. */
const IDAT_BYTES = 1 << 18;

export class PngEncoder {
  readonly #deflate = new CompressionStream("deflate");
  readonly #rows = this.#deflate.writable.getWriter();
  readonly #drained: Promise<void>;
  /** The last row so far, a word a pixel; before the first, all is 0 (PNG, 9.2). */
  #above: Uint32Array<ArrayBuffer>;
  #heightPx = 0;

  /**
   * @param emit Gets all bytes of the file after its head, in order; the encoder waits for it. The head names the
   * height, which is known only at the end: `finish` gives it.
   */
  constructor(
    private readonly widthPx: number,
    private readonly emit: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
  ) {
    this.#above = new Uint32Array(widthPx);
    this.#drained = this.#drain();
    // A failure is reported where it is awaited, in `rows` or `finish`.
    this.#drained.catch(() => {});
  }

  /** Rows given so far. */
  get heightPx(): number {
    return this.#heightPx;
  }

  /** Adds whole rows. @param rgba Four bytes a pixel, exactly `widthPx` pixels a row, top to bottom. */
  async rows(rgba: Uint8ClampedArray): Promise<void> {
    const count = rgba.length / (this.widthPx * 4);
    if (!Number.isInteger(count)) throw new RangeError("rows must be whole");
    const pixels = new Uint32Array(rgba.buffer as ArrayBuffer, rgba.byteOffset, count * this.widthPx);
    const stride = this.widthPx * 3 + 1;
    const filtered = new Uint8Array(count * stride);
    for (let y = 0; y < count; y += 1) {
      const row = pixels.subarray(y * this.widthPx, (y + 1) * this.widthPx);
      filterRow(row, this.#above, filtered, y * stride);
      this.#above = row;
    }
    this.#above = this.#above.slice(); // what was handed in is not held
    this.#heightPx += count;
    await this.#unlessCut(this.#rows.write(filtered));
  }

  /** Ends the picture. @returns The head of the file. @throws {RangeError} when no row was given */
  async finish(): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#heightPx === 0) throw new RangeError("a picture has at least one row");
    await this.#unlessCut(this.#rows.close());
    await this.#drained;
    const header = chunk("IHDR", headerData(this.widthPx, this.#heightPx));
    const head = new Uint8Array(SIGNATURE.length + header.length);
    head.set(SIGNATURE);
    head.set(header, SIGNATURE.length);
    return head;
  }

  /** Where `emit` failed, the stream only says that it was cut off; the reason lies with `#drained`. */
  async #unlessCut(step: Promise<void>): Promise<void> {
    try {
      await Promise.race([step, this.#drained]);
    } catch (cause) {
      // A stream that was given up ends, so what is drained from it ends too.
      await this.#rows.abort(cause).catch(() => {});
      await this.#drained;
      throw cause;
    }
  }

  async #drain(): Promise<void> {
    let pending: Uint8Array[] = [];
    let bytes = 0;
    const flush = async () => {
      if (bytes > 0) await this.emit(chunk("IDAT", ...pending));
      pending = [];
      bytes = 0;
    };
    for await (const piece of this.#deflate.readable) {
      pending.push(piece);
      bytes += piece.length;
      if (bytes >= IDAT_BYTES) await flush();
    }
    await flush();
    await this.emit(chunk("IEND"));
  }
}

/**
 * Writes the filter's number and, for red, green and blue of each pixel, the byte less the byte above it. A pixel that is
 * like the one above it, as most of a page's are, costs one comparison.
 * @param out Zeros from `at` on.
 */
function filterRow(row: Uint32Array, above: Uint32Array, out: Uint8Array, at: number): void {
  out[at] = FILTER_UP;
  for (let x = 0, to = at + 1; x < row.length; x += 1, to += 3) {
    const here = row[x]!;
    const over = above[x]!;
    if (here === over) continue;
    // Words lie in memory as red, green, blue, alpha: lowest byte first on every machine that browsers run on.
    out[to] = here - over;
    out[to + 1] = (here >>> 8) - (over >>> 8);
    out[to + 2] = (here >>> 16) - (over >>> 16);
  }
}

function headerData(widthPx: number, heightPx: number): Uint8Array {
  const bytes = new Uint8Array(13);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, widthPx);
  view.setUint32(4, heightPx);
  bytes.set([8, 2, 0, 0, 0], 8); // 8 bits, RGB, deflate, adaptive filters, not interlaced
  return bytes;
}

function chunk(type: string, ...data: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = data.reduce((sum, piece) => sum + piece.length, 0);
  const bytes = new Uint8Array(length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, length);
  for (let i = 0; i < 4; i += 1) bytes[4 + i] = type.charCodeAt(i);
  let offset = 8;
  for (const piece of data) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  view.setUint32(8 + length, crc32(bytes.subarray(4, 8 + length)));
  return bytes;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = CRC_TABLE[(c ^ byte) & 0xff]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
