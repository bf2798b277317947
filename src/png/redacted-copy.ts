/**
 * A copy of a picture on which boxes are opaque: their pixels are replaced, so nothing of what stood there is in the file.
 * Notes in the picture's file are not taken over. Read and written row by row, in the memory of a few rows. The same
 * picture and boxes give the same pixels.
 */
import type { CoverBox } from "@/src/model/covers";
import { type PngForm, pngHead } from "./chunks";
import { pictureStream } from "./picture-stream";
import { PngEncoder } from "./png-encoder";
import type { PictureRows } from "./png-reader";

export interface RedactedOptions {
  onProgress?: (progress: { rowsDone: number; rowsTotal: number }) => void;
  signal?: AbortSignal;
}

/**
 * @param picture It is gone through to its end, or given up.
 * @returns A PNG of the same size, made no faster than it is read. It errors with {PictureError} `damaged`, the signal's
 * reason, or what the picture is read from errors with.
 */
export function redactedPicture(
  picture: PictureRows,
  boxes: readonly CoverBox[],
  { onProgress, signal }: RedactedOptions = {},
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { form } = picture;
  return pictureStream(picture, async (emit) => {
    await emit(pngHead(form));
    const encoder = new PngEncoder(form.widthPx, emit, form.channels);
    for await (const rows of picture.rows()) {
      signal?.throwIfAborted();
      coverRows(rows, form, encoder.heightPx, boxes);
      await encoder.packedRows(rows);
      onProgress?.({ rowsDone: encoder.heightPx, rowsTotal: form.heightPx });
    }
    await encoder.finish();
  });
}

/**
 * Makes black, in place, what of these rows lies in a box.
 * @param rows Whole rows, `channels` bytes a pixel. @param fromRow Place of the first in the picture.
 */
export function coverRows(
  rows: Uint8Array,
  { widthPx, channels }: Pick<PngForm, "widthPx" | "channels">,
  fromRow: number,
  boxes: readonly CoverBox[],
): void {
  const stride = widthPx * channels;
  const toRow = fromRow + rows.length / stride;
  for (const box of boxes) {
    const from = Math.min(box.xPx, widthPx) * channels;
    const to = Math.min(box.xPx + box.widthPx, widthPx) * channels;
    const lastRow = Math.min(box.yPx + box.heightPx, toRow);
    for (let row = Math.max(box.yPx, fromRow); row < lastRow; row += 1) {
      const start = (row - fromRow) * stride;
      blacken(rows.subarray(start + from, start + to), channels);
    }
  }
}

function blacken(pixels: Uint8Array, channels: PngForm["channels"]): void {
  pixels.fill(0);
  if (channels === 4) for (let alpha = 3; alpha < pixels.length; alpha += 4) pixels[alpha] = 0xff;
}
