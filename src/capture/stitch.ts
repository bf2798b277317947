/** Joins tiles into one full-page PNG, row of tiles by row of tiles, so that memory stays that of a few tiles. */
import type { Seam } from "@/src/model/exhibit";
import type { Png } from "./camera";
import type { Tile } from "./plan-tiles";
import { PngEncoder } from "./png-encoder";

export class Stitcher {
  readonly seams: Seam[] = [];
  readonly #encoder: PngEncoder;
  #row: OffscreenCanvas | null = null;

  /** @param emit Gets the finished picture's bytes in order. */
  constructor(
    readonly widthPx: number,
    readonly heightPx: number,
    emit: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
  ) {
    this.#encoder = new PngEncoder(widthPx, heightPx, emit);
  }

  /** @param tile Next of the plan, in its order. @param left Pixels of the photograph left of the page's own. */
  async add(tile: Tile, png: Png, file: string, left: number): Promise<void> {
    const bitmap = await decode(png);
    this.#row ??= new OffscreenCanvas(this.widthPx, tile.heightPx);
    const row = this.#row;
    const xPx = tile.xPx + tile.skipXPx;
    const context = row.getContext("2d", { willReadFrequently: true, alpha: false })!;
    const { skipXPx, skipYPx, widthPx, heightPx } = tile;
    context.drawImage(bitmap, left + skipXPx, skipYPx, widthPx, heightPx, xPx, 0, widthPx, heightPx);
    bitmap.close();
    this.seams.push({ file, xPx, yPx: tile.yPx + skipYPx, widthPx, heightPx });
    if (xPx + widthPx < this.widthPx) return;
    await this.#encoder.rows(context.getImageData(0, 0, row.width, row.height).data);
    this.#row = null;
  }

  finish(): Promise<void> {
    return this.#encoder.finish();
  }
}

/** Pixels as they are in the file: no colour conversion. */
export function decode(png: Png): Promise<ImageBitmap> {
  return createImageBitmap(new Blob([png], { type: "image/png" }), {
    colorSpaceConversion: "none",
    premultiplyAlpha: "none",
  });
}
