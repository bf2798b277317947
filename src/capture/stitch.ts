/** Joins tiles into one full-page PNG, row of tiles by row of tiles, so that memory stays that of a few tiles. */
import { CaptureError } from "@/src/model/errors";
import { letGo } from "@/src/model/let-go";
import type { Seam } from "@/src/model/picture";
import { PngEncoder } from "@/src/png/png-encoder";
import type { Png } from "./camera";
import { decode } from "./decode";
import { addDrawn } from "./drawn-rows";
import type { FixedLayer, PxBox } from "./fixed-layer";
import type { Tile } from "./plan-tiles";

/** Between the page and what is drawn below it, in device pixels, so that nobody takes them for one. */
const GAP_PX = 16;
const GAP_COLOUR = "#8a8f8d";

export class Stitcher {
  readonly seams: Seam[] = [];
  readonly #encoder: PngEncoder;
  #row: OffscreenCanvas | null = null;

  /** @param emit Gets the picture's bytes after its head, in order. */
  constructor(
    readonly widthPx: number,
    emit: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
  ) {
    this.#encoder = new PngEncoder(widthPx, emit, 3, letGo);
  }

  get heightPx(): number {
    return this.#encoder.heightPx;
  }

  /**
   * @param tile The next one, left to right, top to bottom.
   * @param over Fixed things to be drawn over the first row.
   */
  async add(tile: Tile, png: Png, file: string, over: FixedLayer | null): Promise<void> {
    const bitmap = await decode(png);
    if (bitmap.width < tile.skipXPx + tile.widthPx || bitmap.height < tile.skipYPx + tile.heightPx) {
      throw new CaptureError("pageResized");
    }
    this.#row ??= new OffscreenCanvas(this.widthPx, tile.heightPx);
    const row = this.#row;
    const xPx = tile.xPx + tile.skipXPx;
    const context = contextOf(row);
    const { skipXPx, skipYPx, widthPx, heightPx } = tile;
    context.drawImage(bitmap, skipXPx, skipYPx, widthPx, heightPx, xPx, 0, widthPx, heightPx);
    bitmap.close();
    this.seams.push({ file, xPx, yPx: this.heightPx, widthPx, heightPx });
    if (xPx + widthPx < this.widthPx) return;
    if (over && this.heightPx === 0) {
      for (const box of over.inPlace) this.#draw(context, over, box, box.xPx, box.yPx, 0);
    }
    this.#row = null;
    await addDrawn(this.#encoder, context);
  }

  /** Forgets a row of which not every tile was given. @returns Their files. */
  dropRow(): string[] {
    if (!this.#row) return [];
    this.#row = null;
    const first = this.seams.findIndex(({ yPx }) => yPx === this.heightPx);
    return this.seams.splice(first).map(({ file }) => file);
  }

  /** Draws below the page what would have hidden something of it. */
  async addBelow(layer: FixedLayer): Promise<void> {
    for (const box of layer.below) {
      const canvas = new OffscreenCanvas(this.widthPx, box.heightPx + GAP_PX);
      const context = contextOf(canvas);
      context.fillStyle = GAP_COLOUR;
      context.fillRect(0, 0, canvas.width, canvas.height);
      this.#draw(
        context,
        layer,
        box,
        Math.min(box.xPx, Math.max(0, this.widthPx - box.widthPx)),
        GAP_PX,
        this.heightPx,
      );
      await addDrawn(this.#encoder, context);
    }
  }

  /** @returns The head of the file. */
  finish(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#encoder.finish();
  }

  #draw(
    context: OffscreenCanvasRenderingContext2D,
    { bitmap, file }: FixedLayer,
    box: PxBox,
    xPx: number,
    yPx: number,
    rowTopPx: number,
  ): void {
    const { widthPx, heightPx } = box;
    context.drawImage(bitmap, box.xPx, box.yPx, widthPx, heightPx, xPx, yPx, widthPx, heightPx);
    this.seams.push({ file, xPx, yPx: rowTopPx + yPx, widthPx, heightPx });
  }
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  return canvas.getContext("2d", { willReadFrequently: true, alpha: false })!;
}
