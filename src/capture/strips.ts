/** Into which strips a page is cut where the browser photographs any part of it, as Firefox does. Pure. */
import type { Frame } from "./frame";
import { type Extent, wholeCss } from "./plan-tiles";

/** Device pixels of one strip where a page is several, and the most of its height. */
const STRIP_AREA_PX = 5 << 20;
const STRIP_PX = 4096;
/**
 * A page of so many device pixels at most, over which nothing is drawn, is one strip: it need not be unpacked, and so costs
 * little memory. A larger one is, too, where its photograph will likely be small, as the photograph of its window is.
 */
const ONE_STRIP_AREA_PX = 20 << 20;
const LARGE_STRIP = { areaPx: 40 << 20, bytes: 12 << 20 };
/** Firefox's canvases end at 32,767. */
const ONE_STRIP_PX = 32_000;

export interface StripOrder {
  /** Fixed things will be drawn over the page. */
  isDrawnOver: boolean;
  /** A photograph of the window. */
  view: Uint8Array;
}

/** At least as high as the window, in which fixed things lie. */
export function stripOf(frame: Frame, order: StripOrder): Pick<Extent, "viewWidthPx" | "viewHeightPx"> {
  const { pageWidthPx, pageHeightPx, viewHeightPx, dpr } = frame;
  const mostPx = Math.min(STRIP_PX, Math.floor(STRIP_AREA_PX / pageWidthPx));
  // Where it can be, each begins on a whole CSS pixel.
  const stripPx = Math.max(viewHeightPx, Math.round(wholeCss(mostPx, dpr) * dpr));
  const heightPx = isOneStrip(frame, order) ? pageHeightPx : Math.min(stripPx, pageHeightPx);
  return { viewWidthPx: pageWidthPx, viewHeightPx: heightPx };
}

function isOneStrip(frame: Frame, { isDrawnOver, view }: StripOrder): boolean {
  const { pageWidthPx, pageHeightPx, shotWidthPx, shotHeightPx } = frame;
  if (isDrawnOver || pageHeightPx > ONE_STRIP_PX) return false;
  const areaPx = pageWidthPx * pageHeightPx;
  const likelyBytes = (view.length / (shotWidthPx * shotHeightPx)) * areaPx;
  return areaPx <= ONE_STRIP_AREA_PX || (areaPx <= LARGE_STRIP.areaPx && likelyBytes <= LARGE_STRIP.bytes);
}
