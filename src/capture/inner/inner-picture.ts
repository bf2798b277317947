/**
 * The window with the box grown to the full height of its content. What stood above and below the box is drawn above and
 * below its content, what stood beside it once beside the first screens; the rest beside it is filled with a neutral
 * colour. Memory stays that of two photographs.
 */

import { addDrawn } from "@/src/capture/drawn-rows";
import { letGo } from "@/src/model/let-go";
import type { Seam } from "@/src/model/picture";
import { PngEncoder } from "@/src/png/png-encoder";
import type { InnerLayout } from "./layout";

/** Also stands between two parts that could not be fitted together. */
const GAP_COLOUR = "#8a8f8d";
const GAP_PX = 16;
/** Rows that are drawn at a time. */
const CHUNK_ROWS = 512;

type Draw = (context: OffscreenCanvasRenderingContext2D, fromRow: number, rows: number) => void;

export class InnerPicture {
  readonly seams: Seam[] = [];
  /** Rows of the box's content so far. */
  contentPx = 0;
  readonly #encoder: PngEncoder;

  /** @param around A photograph of the window as it stood, and where it is kept. */
  constructor(
    private readonly layout: InnerLayout,
    private readonly around: { bitmap: ImageBitmap; file: string },
    emit: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
  ) {
    this.#encoder = new PngEncoder(layout.windowWidthPx, emit, 3, letGo);
  }

  get heightPx(): number {
    return this.#encoder.heightPx;
  }

  /** All that stood above the content, over the window's whole width. */
  async begin(): Promise<void> {
    const { windowWidthPx, windowHeightPx, xPx, yPx, widthPx, abovePx } = this.layout;
    const headPx = yPx + abovePx;
    this.#seam(0, 0, 0, windowWidthPx, headPx);
    this.#seam(0, headPx, headPx, xPx, windowHeightPx - headPx);
    this.#seam(xPx + widthPx, headPx, headPx, windowWidthPx - xPx - widthPx, windowHeightPx - headPx);
    await this.#write(headPx, (context, from, rows) => this.#drawAround(context, from, rows));
  }

  /**
   * @param photograph Of the whole window.
   * @param from First row of the box that is used, counted from the box's upper edge. @param to The row after the last.
   */
  async add(photograph: ImageBitmap, from: number, to: number, seam: Pick<Seam, "file" | "how">): Promise<void> {
    const { xPx, yPx, widthPx } = this.layout;
    const heightPx = to - from;
    const place = { xPx, yPx: this.heightPx, widthPx, heightPx, fromXPx: xPx, fromYPx: yPx + from };
    this.seams.push({ ...seam, ...place });
    this.contentPx += heightPx;
    await this.#write(heightPx, (context, row, rows) => {
      context.drawImage(photograph, xPx, yPx + from + row, widthPx, rows, xPx, 0, widthPx, rows);
    });
  }

  /** Says in the picture that what is above and below it was not fitted together. */
  async addGap(): Promise<void> {
    await this.#write(GAP_PX, () => {});
  }

  /** What stood below the box. @returns The head of the file. */
  async finish(): Promise<Uint8Array<ArrayBuffer>> {
    const { windowHeightPx, xPx, yPx, widthPx, heightPx, belowPx } = this.layout;
    const fromPx = yPx + heightPx - belowPx;
    const tailPx = windowHeightPx - fromPx;
    this.#seam(xPx, fromPx, this.heightPx, widthPx, tailPx);
    await this.#write(tailPx, (context, row, rows) => {
      context.drawImage(this.around.bitmap, xPx, fromPx + row, widthPx, rows, xPx, 0, widthPx, rows);
    });
    return this.#encoder.finish();
  }

  /** @param fromPx Row of the window. @param toPx Row of the picture. */
  #seam(xPx: number, fromPx: number, toPx: number, widthPx: number, heightPx: number): void {
    if (widthPx <= 0 || heightPx <= 0) return;
    this.seams.push({ file: this.around.file, xPx, yPx: toPx, widthPx, heightPx, fromXPx: xPx, fromYPx: fromPx });
  }

  async #write(rows: number, draw: Draw): Promise<void> {
    for (let row = 0; row < rows; row += CHUNK_ROWS) {
      const count = Math.min(CHUNK_ROWS, rows - row);
      const canvas = new OffscreenCanvas(this.layout.windowWidthPx, count);
      const context = canvas.getContext("2d", { willReadFrequently: true, alpha: false })!;
      context.fillStyle = GAP_COLOUR;
      context.fillRect(0, 0, canvas.width, count);
      this.#drawAround(context, this.heightPx, count);
      context.fillRect(this.layout.xPx, Math.max(0, this.#headPx - this.heightPx), this.layout.widthPx, count);
      draw(context, row, count);
      await addDrawn(this.#encoder, context);
    }
  }

  get #headPx(): number {
    return this.layout.yPx + this.layout.abovePx;
  }

  /** The window's own rows from `fromRow` on, at the top of the canvas; below the window there are none. */
  #drawAround(context: OffscreenCanvasRenderingContext2D, fromRow: number, rows: number): void {
    const { windowWidthPx, windowHeightPx } = this.layout;
    const there = Math.min(rows, windowHeightPx - fromRow);
    if (there <= 0) return;
    context.drawImage(this.around.bitmap, 0, fromRow, windowWidthPx, there, 0, 0, windowWidthPx, there);
  }
}
