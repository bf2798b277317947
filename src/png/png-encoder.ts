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
   */
  constructor(
    private readonly widthPx: number,
    private readonly emit: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
    private readonly channels: PngForm["channels"] = 3,
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
    await this.packedRows(this.channels === 4 ? rgba : withoutAlpha(rgba));
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
    this.#heightPx += count;
    await this.#unlessCut(this.#rows.write(filtered));
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

function withoutAlpha(rgba: Uint8ClampedArray): Uint8Array {
  if (rgba.length % 4 !== 0) throw new RangeError("pixels must be whole");
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
