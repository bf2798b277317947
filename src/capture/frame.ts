/** The page's sizes in device pixels, as a photograph shows them to be. */
import type { PageGeometry } from "@/src/messaging/page-side";
import { CaptureError } from "@/src/model/errors";
import type { Png } from "./camera";
import { decode } from "./decode";
import type { Extent } from "./plan-tiles";

/** A picture wider than this is opened by few programs, and its rows would no longer fit into memory at ease. */
const MAX_WIDTH_PX = 32_000;

export interface Frame extends Extent {
  /** The page is wider than what will be taken. */
  isCutAcross: boolean;
  /** Left edge of the page, 0 or less. */
  pageLeftPx: number;
  dpr: number;
}

/** @param view A photograph of the whole window: its size tells the true number of device pixels. */
export async function frameOf(view: Png, geometry: PageGeometry): Promise<Frame> {
  const bitmap = await decode(view);
  const { width, height } = bitmap;
  bitmap.close();
  const { dpr } = geometry;
  const viewWidthPx = width - Math.round((geometry.windowWidthCss - geometry.viewWidthCss) * dpr);
  const viewHeightPx = height - Math.round((geometry.windowHeightCss - geometry.viewHeightCss) * dpr);
  if (viewWidthPx < 1 || viewHeightPx < 1) throw new CaptureError("pictureRefused");
  const beyondCss = Math.max(0, geometry.pageWidthCss - geometry.viewWidthCss);
  const wholeWidthPx = viewWidthPx + Math.round(beyondCss * dpr);
  return {
    viewWidthPx,
    viewHeightPx,
    pageWidthPx: Math.min(MAX_WIDTH_PX, wholeWidthPx),
    isCutAcross: wholeWidthPx > MAX_WIDTH_PX,
    pageHeightPx: pageHeightPx(geometry, viewHeightPx),
    pageLeftPx: Math.round(geometry.pageLeftCss * dpr),
    dpr,
  };
}

/** A page is never lower than the window. To the pixel only once its end was reached: browsers round a page's height. */
export function pageHeightPx({ pageHeightCss, viewHeightCss, dpr }: PageGeometry, viewHeightPx: number): number {
  return viewHeightPx + Math.round(Math.max(0, pageHeightCss - viewHeightCss) * dpr);
}
