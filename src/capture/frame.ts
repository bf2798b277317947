/** The page's sizes in device pixels, as a photograph shows them to be. */
import type { PageGeometry } from "@/src/messaging/page-side";
import { CaptureError } from "@/src/model/errors";
import { pngSize } from "@/src/png/chunks";
import type { Png } from "./camera";
import type { Extent } from "./plan-tiles";

/** A picture wider than this is opened by few programs, and its rows would no longer fit into memory at ease. */
const MAX_WIDTH_PX = 32_000;

export interface Frame extends Extent {
  /** Size of a photograph of the window, with its scroll bars. */
  shotWidthPx: number;
  shotHeightPx: number;
  /** The page is wider than what will be taken. */
  isCutAcross: boolean;
  /** Left edge of the page, 0 or less. */
  pageLeftPx: number;
  dpr: number;
}

/** How far a photograph may be from the size that the page says: browsers round, and may leave out a scroll bar. */
const SIZE_SHARE = 0.01;
const SIZE_PX = 4;

/**
 * Photographs can be joined by the page's lengths only where they show it as large as it says.
 * @param view A photograph of the whole window.
 * @throws {CaptureError} `pictureScaled`, `pictureRefused`
 */
export function requireTrueSize(view: Png, { windowWidthCss, windowHeightCss, dpr, magnifiedBy }: PageGeometry): void {
  const { widthPx, heightPx } = sizeOf(view);
  const isNear = (px: number, saidPx: number) => Math.abs(px - saidPx) <= saidPx * SIZE_SHARE + SIZE_PX;
  const isTrue = isNear(widthPx, windowWidthCss * dpr) && isNear(heightPx, windowHeightCss * dpr);
  if (!isTrue || Math.abs(magnifiedBy - 1) > SIZE_SHARE) throw new CaptureError("pictureScaled");
}

/** @throws {CaptureError} `pictureRefused` where it is no picture */
function sizeOf(photograph: Png): { widthPx: number; heightPx: number } {
  const size = pngSize(photograph);
  if (!size) throw new CaptureError("pictureRefused");
  return size;
}

/**
 * @param view A photograph of the whole window: its size tells the true number of device pixels.
 * @throws {CaptureError} `pictureRefused`
 */
export function frameOf(view: Png, geometry: PageGeometry): Frame {
  const { widthPx, heightPx } = sizeOf(view);
  const { dpr } = geometry;
  const viewWidthPx = widthPx - Math.round((geometry.windowWidthCss - geometry.viewWidthCss) * dpr);
  const viewHeightPx = heightPx - Math.round((geometry.windowHeightCss - geometry.viewHeightCss) * dpr);
  if (viewWidthPx < 1 || viewHeightPx < 1) throw new CaptureError("pictureRefused");
  const beyondCss = Math.max(0, geometry.pageWidthCss - geometry.viewWidthCss);
  const wholeWidthPx = viewWidthPx + Math.round(beyondCss * dpr);
  return {
    shotWidthPx: widthPx,
    shotHeightPx: heightPx,
    viewWidthPx,
    viewHeightPx,
    pageWidthPx: Math.min(MAX_WIDTH_PX, wholeWidthPx),
    isCutAcross: wholeWidthPx > MAX_WIDTH_PX,
    pageHeightPx: pageHeightPx(geometry, viewHeightPx),
    pageLeftPx: Math.round(geometry.pageLeftCss * dpr),
    dpr,
  };
}

/** @throws {CaptureError} `pageResized` where a photograph of the window is of another size than those before */
export function requireSameSize(photograph: Png, { shotWidthPx, shotHeightPx }: Frame): void {
  const { widthPx, heightPx } = sizeOf(photograph);
  if (widthPx !== shotWidthPx || heightPx !== shotHeightPx) throw new CaptureError("pageResized");
}

/** A page is never lower than the window. To the pixel only once its end was reached: browsers round a page's height. */
export function pageHeightPx({ pageHeightCss, viewHeightCss, dpr }: PageGeometry, viewHeightPx: number): number {
  return viewHeightPx + Math.round(Math.max(0, pageHeightCss - viewHeightCss) * dpr);
}
