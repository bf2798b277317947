/** Rows out of the unpacked bytes of a PNG: a filter byte, then the filtered row (ISO/IEC 15948, 9). */
import { PictureError } from "@/src/model/errors";
import type { PngForm } from "./chunks";

/** Bytes of rows given at once: enough to be quick, few enough to be held many times over. */
const ROWS_BYTES = 1 << 18;

export class RowBuilder {
  readonly #rowBytes: number;
  readonly #channels: number;
  /** Whole rows, then room for the rest of them. */
  readonly #batch: Uint8Array;
  /** The row before the first in the batch; a picture begins below a black, see-through one. */
  readonly #before: Uint8Array;
  #rowsLeft: number;
  #filter: number | null = null;
  /** Bytes of the batch that are filled. */
  #filled = 0;

  constructor({ widthPx, heightPx, channels }: PngForm) {
    this.#channels = channels;
    this.#rowBytes = widthPx * channels;
    this.#rowsLeft = heightPx;
    const rows = Math.min(heightPx, Math.max(1, Math.floor(ROWS_BYTES / this.#rowBytes)));
    this.#batch = new Uint8Array(rows * this.#rowBytes);
    this.#before = new Uint8Array(this.#rowBytes);
  }

  /** @returns Whole rows, valid until the next call. @throws {PictureError} `damaged` */
  *add(piece: Uint8Array): Generator<Uint8Array> {
    for (let at = 0; at < piece.length; ) {
      if (this.#rowsLeft === 0) throw new PictureError("damaged"); // more rows than the picture has
      if (this.#filter === null) {
        this.#filter = piece[at]!;
        if (this.#filter > 4) throw new PictureError("damaged");
        at += 1;
        continue;
      }
      at += this.#fill(piece, at);
      if (this.#filled === this.#batch.length) yield this.#take();
    }
  }

  /** The last rows. @throws {PictureError} `damaged` where the picture has fewer than it says */
  *finish(): Generator<Uint8Array> {
    if (this.#rowsLeft > 0) throw new PictureError("damaged");
    if (this.#filled > 0) yield this.#take();
  }

  /** @returns How many bytes of the piece went into the row. */
  #fill(piece: Uint8Array, from: number): number {
    const rowStart = this.#filled - (this.#filled % this.#rowBytes);
    const rowEnd = rowStart + this.#rowBytes;
    const part = piece.subarray(from, from + rowEnd - this.#filled);
    this.#batch.set(part, this.#filled);
    this.#filled += part.length;
    if (this.#filled === rowEnd) this.#endRow(rowStart, rowEnd);
    return part.length;
  }

  #endRow(start: number, end: number): void {
    const row = this.#batch.subarray(start, end);
    const above = start === 0 ? this.#before : this.#batch.subarray(start - this.#rowBytes, start);
    unfilterRow(this.#filter!, row, above, this.#channels);
    this.#filter = null;
    this.#rowsLeft -= 1;
  }

  #take(): Uint8Array {
    const rows = this.#batch.subarray(0, this.#filled);
    this.#before.set(rows.subarray(-this.#rowBytes));
    this.#filled = 0;
    return rows;
  }
}

/** @param step Bytes of a pixel: the distance to the same channel on the left. */
function unfilterRow(filter: number, row: Uint8Array, above: Uint8Array, step: number): void {
  const { length } = row;
  switch (filter) {
    case 1:
      for (let i = step; i < length; i += 1) row[i] = row[i]! + row[i - step]!;
      return;
    case 2:
      for (let i = 0; i < length; i += 1) row[i] = row[i]! + above[i]!;
      return;
    case 3:
      for (let i = 0; i < length; i += 1) row[i] = row[i]! + (((i < step ? 0 : row[i - step]!) + above[i]!) >> 1);
      return;
    case 4:
      for (let i = 0; i < step; i += 1) row[i] = row[i]! + above[i]!;
      for (let i = step; i < length; i += 1) row[i] = row[i]! + paeth(row[i - step]!, above[i]!, above[i - step]!);
  }
}

/** The neighbour that is nearest to left + up - corner; of two as near, the first. */
function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
