/**
 * A photograph of the box as something that can be compared quickly: each row of pixels is cut into bands, and each of
 * these cells becomes one number. Pure.
 */

/** Device pixels. Narrow enough that an animated picture or a standing wallpaper spoils only its own bands. */
const BAND_PX = 32;
const BYTES_PER_PIXEL = 4;

export interface Cells {
  rows: number;
  bands: number;
  /** Of cell (row, band) at `row * bands + band`. Equal pixels give equal digests. */
  digests: Uint32Array;
  /** 1 where all pixels of a cell have one colour: such cells are everywhere and tell nothing. */
  blank: Uint8Array;
}

/** @param rgba Whole rows of `widthPx` pixels. */
export function cellsOf(rgba: Uint8ClampedArray, widthPx: number): Cells {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength / BYTES_PER_PIXEL);
  const rows = pixels.length / widthPx;
  const bands = Math.ceil(widthPx / BAND_PX);
  const cells: Cells = { rows, bands, digests: new Uint32Array(rows * bands), blank: new Uint8Array(rows * bands) };
  for (let row = 0, cell = 0; row < rows; row += 1) {
    const end = (row + 1) * widthPx;
    for (let from = row * widthPx; from < end; from += BAND_PX, cell += 1) {
      readCell(pixels, from, Math.min(end, from + BAND_PX), cells, cell);
    }
  }
  return cells;
}

/** FNV-1a over whole pixels: quick, and differing pixels meet by chance once in four thousand million. */
function readCell(pixels: Uint32Array, from: number, to: number, { digests, blank }: Cells, cell: number): void {
  const first = pixels[from]!;
  let digest = 0x811c9dc5;
  let isBlank = 1;
  for (let at = from; at < to; at += 1) {
    const pixel = pixels[at]!;
    if (pixel !== first) isBlank = 0;
    digest = Math.imul(digest ^ pixel, 0x01000193);
    digest ^= digest >>> 15;
  }
  digests[cell] = digest;
  blank[cell] = isBlank;
}
