/**
 * The full-page picture: the untouched tiles as the browser gave them, and one picture stitched from them. Chromium
 * photographs what is in view, so the page is moved under the window; Firefox photographs any part of the page.
 * The picture ends where the page ends when that is reached, so a page may grow while it is taken.
 */
import type { PageGeometry, Unloaded } from "@/src/messaging/page-side";
import { CaptureError } from "@/src/model/errors";
import type { MissingWhy } from "@/src/model/missing";
import type { PageAction } from "@/src/model/page-acts";
import type { PictureInfo, Seam } from "@/src/model/picture";
import { type Png, type Shooting, sameWindow } from "./camera";
import { fixedLayer } from "./fixed-layer";
import { frameOf } from "./frame";
import { lastWords } from "./last-words";
import { type Method, PageTiles } from "./page-tiles";
import { FIXED, Picture } from "./picture";
import { type ExhibitSink, putFile } from "./store";
import { requireSamePage } from "./subject";

export interface PageTaken {
  picture: PictureInfo;
  seams: Seam[];
  actions: PageAction[];
  /** Why the picture does not show the whole page; empty: it does. */
  incomplete: MissingWhy[];
  /** `null` where the page was gone before it could be asked. */
  unloaded: Unloaded | null;
  /** Pictures that a page drawn again lacks. */
  picturesNotRedrawn?: number;
  /** How far the picture got, in heights of the window, where that is known. */
  screens?: { taken: number; of: number };
}

export interface PageOrder {
  url: string;
  /** A photograph of the window as it stood. */
  view: Png;
  /** How the page stood then. */
  seen: PageGeometry;
  /** Any part of a page only where the page is all there at once. */
  method: Method;
  /** The capture was not begun before. */
  isFirst: boolean;
  /** It was begun before, and then something moved within the page: it is not scrolled again, of which many pages take notice. */
  hasShifted: boolean;
  /** False: where something moves, throw, so that the capture can begin anew. */
  isLast: boolean;
  /** A page that grows while it is taken ends here, unless it was longer to begin with. */
  limitScreens: number;
  onTile: (done: number, total: number) => void;
}

/** @throws {PageShifted} @throws {CaptureError} whatever a photograph may end with */
export async function takePage(shooting: Shooting, order: PageOrder, sink: ExhibitSink): Promise<PageTaken> {
  const { link } = shooting;
  let picture: Picture | null = null;
  let isPutBack = false;
  try {
    const first = await link.ask("look", { drawn: false });
    const limitCss = Math.max(first.pageHeightCss, order.limitScreens * first.viewHeightCss);
    const isByParts = order.method === "page-parts";
    const mayPassLate = isByParts && order.isFirst;
    const prepared = await link.ask("prepare", { limitCss, atOnce: isByParts, mayPassLate });
    const { geometry, fixed, passesLate, dropsUnseen, hasBackdrop, actions: begun } = prepared;
    requireSamePage(order.seen, geometry);
    // What is there only while it is scrolled to would not be there, and what stands behind the page would go with it.
    const moveBy = order.hasShifted && !dropsUnseen && !hasBackdrop ? "root" : prepared.moveBy;
    if (!sameWindow(geometry, order.seen)) throw new CaptureError("pageResized");
    const frame = frameOf(order.view, geometry);
    picture = new Picture(sink, frame);
    const isDrawnOver = fixed.length > 0;
    const method = dropsUnseen || hasBackdrop ? "window" : order.method;
    const tiles = new PageTiles(
      shooting,
      { ...order, method, limitCss, moveBy, passesLate, isDrawnOver },
      frame,
      geometry,
      picture,
    );
    if (isDrawnOver) {
      const alone = await tiles.photographFixed();
      await putFile(sink, { path: FIXED, role: "original", mime: "image/png" }, alone);
      // A part of the page begins where the page does; the window stands farther right where the page is wide and right to left.
      const leftCss = method === "page-parts" ? geometry.pageLeftCss : 0;
      const boxes = fixed.map((box) => ({ ...box, xCss: box.xCss - leftCss }));
      picture.overFirst = (page) => fixedLayer(FIXED, alone, page, boxes, frame.dpr);
      await link.ask("showPage", {});
    }
    const incomplete = await tiles.take();
    const [{ unloaded, actions }, finished] = await Promise.all([
      lastWords(link, incomplete, begun),
      picture.finish(incomplete.length === 0),
    ]);
    isPutBack = unloaded !== null;
    const screens = howFar(finished.picture.heightPx, tiles.pageHeightPx, frame.viewHeightPx);
    return { ...finished, actions, incomplete, unloaded, screens };
  } finally {
    // However it ended, the page is put back; where it is gone there is nothing to put back.
    if (!isPutBack) await link.ask("release", {}).catch(() => {});
    await picture?.settled();
  }
}

function howFar(takenPx: number, wholePx: number, viewPx: number): { taken: number; of: number } {
  const taken = Math.max(1, Math.floor(takenPx / viewPx));
  return { taken, of: Math.max(taken, Math.ceil(wholePx / viewPx)) };
}
