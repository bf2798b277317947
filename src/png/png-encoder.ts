/**
 * A PNG (ISO/IEC 15948) written row by row, so that memory stays that of a few tiles however tall the picture is.
 * 8-bit RGB, without alpha unless asked for: a photograph of a window has none. The browser's CompressionStream makes
 * the zlib stream.
 */
import { chunk, type PngForm, pngHead } from "./chunks";

/** Row filter 2: each byte less the byte above it. Pages repeat downwards, so this packs well and costs little. */
const FILTER_UP = 2;
/** Compressed bytes in one IDAT chunk. */
const IDAT_BYTES = 1 << 18;

export class PngEncoder {
  readonly #deflate = new CompressionStream("deflate");
  readonly #rows = this.#deflate.writable.getWriter();
  readonly #drained: Promise<void>;
  readonly #above: Uint8Array<ArrayBuffer>;
  #heightPx = 0;

  /**
   * @param emit Gets all bytes of the file after its head, in order; the encoder waits for it. The head names the
   * height, which is known only at the end: `finish` gives it.
   * @param onPacked Gets what was packed and is not read any more, to free it. For browsers: Node's streams go on reading
   * what they said they had taken.
   */
  constructor(
    private readonly widthPx: number,
    private readonly emit: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
    private readonly channels: PngForm["channels"] = 3,
    private readonly onPacked: (bytes: Uint8Array) => void = () => {},
  ) {
    this.#above = new Uint8Array(widthPx * channels);
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
    if (this.channels === 4) return this.packedRows(rgba);
    const pixelsInRow = this.widthPx;
    const count = rgba.length / (pixelsInRow * 4);
    if (!Number.isInteger(count)) throw new RangeError("rows must be whole");
    if (count === 0) return;
    const words = new Uint32Array(rgba.buffer as ArrayBuffer, rgba.byteOffset, count * pixelsInRow);
    const filtered = new Uint8Array(count * (pixelsInRow * 3 + 1));
    filterRow(withoutAlpha(rgba.subarray(0, pixelsInRow * 4)), 0, this.#above, filtered, 0);
    for (let y = 1; y < count; y += 1) filterWords(words, y, pixelsInRow, filtered);
    this.#above.set(withoutAlpha(rgba.subarray((count - 1) * pixelsInRow * 4)));
    await this.#write(filtered, count);
  }

  /** As `rows`, of pixels that have as many bytes as the file's have. */
  async packedRows(bytes: Uint8Array | Uint8ClampedArray): Promise<void> {
    const stride = this.widthPx * this.channels;
    const count = bytes.length / stride;
    if (!Number.isInteger(count)) throw new RangeError("rows must be whole");
    const filtered = new Uint8Array(count * (stride + 1));
    for (let y = 0; y < count; y += 1) {
      filterRow(bytes, y * stride, this.#above, filtered, y * (stride + 1));
    }
    await this.#write(filtered, count);
  }

  async #write(filtered: Uint8Array<ArrayBuffer>, count: number): Promise<void> {
    this.#heightPx += count;
    await this.#unlessCut(this.#rows.write(filtered));
    this.onPacked(filtered);
  }

  /** Ends the picture. @returns The head of the file. @throws {RangeError} when no row was given */
  async finish(): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#heightPx === 0) throw new RangeError("a picture has at least one row");
    await this.#unlessCut(this.#rows.close());
    await this.#drained;
    return pngHead({ widthPx: this.widthPx, heightPx: this.#heightPx, channels: this.channels });
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

/** Three bytes a pixel, of four. */
export function withoutAlpha(rgba: Uint8ClampedArray): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let source = 0, target = 0; target < rgb.length; source += 4, target += 3) {
    rgb[target] = rgba[source]!;
    rgb[target + 1] = rgba[source + 1]!;
    rgb[target + 2] = rgba[source + 2]!;
  }
  return rgb;
}

/** Filters one row, and leaves it in `above` for the next. */
function filterRow(
  rows: Uint8Array | Uint8ClampedArray,
  from: number,
  above: Uint8Array,
  out: Uint8Array,
  at: number,
): void {
  out[at] = FILTER_UP;
  for (let i = 0; i < above.length; i += 1) {
    const byte = rows[from + i]!;
    out[at + 1 + i] = byte - above[i]!;
    above[i] = byte;
  }
}

/**
 * As `filterRow` for a row below another of the same RGBA pixels, a word each. A pixel that is like the one above it, as
 * most of a page's are, costs one comparison.
 * @param out Zeros where the row comes to lie.
 */
function filterWords(words: Uint32Array, y: number, width: number, out: Uint8Array): void {
  let to = y * (width * 3 + 1);
  out[to] = FILTER_UP;
  to += 1;
  for (let x = y * width, end = x + width; x < end; x += 1, to += 3) {
    const here = words[x]!;
    const above = words[x - width]!;
    if (here === above) continue;
    // Red lies lowest: browsers run on machines that put a word's lowest byte first.
    out[to] = here - above;
    out[to + 1] = (here >>> 8) - (above >>> 8);
    out[to + 2] = (here >>> 16) - (above >>> 16);
  }
}
