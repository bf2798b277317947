/** Photographs the window with the box at one place after another, and finds where two such photographs fit together. */
import { type Png, photograph, type Shooting } from "@/src/capture/camera";
import { decode } from "@/src/capture/decode";
import { PageShifted } from "@/src/capture/incomplete";
import type { InnerView, PageGeometry } from "@/src/messaging/page-side";
import type { Seam } from "@/src/model/picture";
import { type Cells, cellsOf } from "./cells";
import { type InnerLayout, layoutOf, sameBox } from "./layout";
import { findSeam } from "./seam";

/** How far the box is scrolled for the next photograph, as a share of what is seen of it; the rest is looked at twice. */
export const STEP = 0.8;
/** Where two photographs do not fit together: the same place once more, then a nearer one. */
const STEPS_TRIED = [STEP, STEP, STEP / 2];
/** How often a place is photographed that does not keep still. */
const ATTEMPTS = 4;

/** One photograph of the box, not yet drawn: where it ends is known when the next one is there. */
export interface Shot {
  view: InnerView;
  png: Png;
  bitmap: ImageBitmap;
  cells: Cells;
  file: string;
  how?: Seam["how"];
  /** First row of the box that is used. */
  fromRow: number;
}

export interface InnerScene {
  url: string;
  geometry: PageGeometry;
  layout: InnerLayout;
}

export class BoxCamera {
  #last: Png | undefined;

  constructor(
    private readonly shooting: Shooting,
    readonly scene: InnerScene,
  ) {}

  /** @returns A photograph further down, and by how many rows. */
  async fitting(before: Shot): Promise<{ shot: Shot; shiftPx: number; how: NonNullable<Seam["how"]> }> {
    const { dpr } = this.scene.geometry;
    let movedUpCss = 0;
    let shot: Shot | null = null;
    for (const step of STEPS_TRIED) {
      shot?.bitmap.close();
      shot = await this.photographAt(before.view.topCss + step * before.view.box.heightCss);
      movedUpCss += shot.view.movedUpCss;
      const seam = findSeam(before.cells, shot.cells, movedUpCss * dpr);
      if (seam.how !== "none") return { shot, shiftPx: seam.shiftPx, how: seam.how };
    }
    return { shot: shot!, shiftPx: this.scene.layout.heightPx, how: "unsure" };
  }

  async photographAt(topCss: number): Promise<Shot> {
    const { link } = this.shooting;
    const { url, geometry } = this.scene;
    let view = await link.ask("innerTo", { topCss });
    for (let attempt = 1; ; attempt += 1) {
      const png = await photograph(this.shooting, { url, geometry }, undefined, this.#last);
      const after = await link.ask("innerLook", {});
      const stoodStill = after.topCss === view.topCss && sameBox(after.box, view.box);
      if (stoodStill || attempt === ATTEMPTS) return this.#shotOf(png, { ...after, movedUpCss: view.movedUpCss });
      view = { ...after, movedUpCss: view.movedUpCss + after.topCss - view.topCss };
    }
  }

  /** @throws {PageShifted} where the box is no longer at its place */
  async #shotOf(png: Png, view: InnerView): Promise<Shot> {
    const { layout, geometry } = this.scene;
    const bitmap = await decode(png);
    const now = layoutOf(view, bitmap, geometry.dpr);
    const isSame = now && Object.entries(layout).every(([name, px]) => now[name as keyof InnerLayout] === px);
    if (!isSame) throw new PageShifted();
    const { xPx, yPx, widthPx, heightPx } = layout;
    const canvas = new OffscreenCanvas(widthPx, heightPx);
    const context = canvas.getContext("2d", { willReadFrequently: true, alpha: false })!;
    context.drawImage(bitmap, xPx, yPx, widthPx, heightPx, 0, 0, widthPx, heightPx);
    const cells = cellsOf(context.getImageData(0, 0, widthPx, heightPx).data, widthPx);
    this.#last = png;
    return { view, png, bitmap, cells, file: "", fromRow: 0 };
  }
}
