/** Where the box lies in photographs of the window. Pure arithmetic in device pixels. */
import type { InnerView } from "@/src/messaging/page-side";

export interface InnerLayout {
  windowWidthPx: number;
  windowHeightPx: number;
  /** Whole pixels inside the box. */
  xPx: number;
  yPx: number;
  widthPx: number;
  heightPx: number;
  /** Rows of the box that bars covered when the window stood as it was found. */
  abovePx: number;
  belowPx: number;
}

/** Less than this part of a pixel is an error of calculation. */
const NOTHING_PX = 0.02;

/** @returns `null` where no whole pixel of the box is in sight. */
export function layoutOf(view: InnerView, window: { width: number; height: number }, dpr: number): InnerLayout | null {
  const { xCss, yCss, widthCss, heightCss } = view.box;
  const xPx = Math.max(0, Math.ceil(xCss * dpr - NOTHING_PX));
  const yPx = Math.max(0, Math.ceil(yCss * dpr - NOTHING_PX));
  const right = Math.min(window.width, Math.floor((xCss + widthCss) * dpr + NOTHING_PX));
  const bottom = Math.min(window.height, Math.floor((yCss + heightCss) * dpr + NOTHING_PX));
  if (right <= xPx || bottom <= yPx) return null;
  return {
    windowWidthPx: window.width,
    windowHeightPx: window.height,
    xPx,
    yPx,
    widthPx: right - xPx,
    heightPx: bottom - yPx,
    abovePx: Math.ceil(view.aboveCss * dpr),
    belowPx: Math.ceil(view.belowCss * dpr),
  };
}

/** The box must stay where it is, or what is cut out of the photographs is not the same. */
export function sameBox(a: InnerView["box"], b: InnerView["box"]): boolean {
  const near = (one: number, other: number) => Math.abs(one - other) < NOTHING_PX;
  return near(a.xCss, b.xCss) && near(a.yCss, b.yCss) && near(a.widthCss, b.widthCss) && near(a.heightCss, b.heightCss);
}
