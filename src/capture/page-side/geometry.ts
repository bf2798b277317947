import type { PageGeometry } from "@/src/messaging/page-side";

/** Another value means another document, whatever the address says. Pages without TLS have no `crypto.randomUUID`. */
const documentToken = crypto.getRandomValues(new Uint8Array(16)).toHex();

/** Where the root lay before it was moved, in the viewport's CSS pixels. */
export interface RootOrigin {
  left: number;
  top: number;
  pageWidthCss: number;
  pageHeightCss: number;
}

export function rootOrigin(root: HTMLElement): RootOrigin {
  const { left, top } = root.getBoundingClientRect();
  return { left, top, ...pageSize(root) };
}

/** The page's scrollable size. Moving the root shrinks it, so it is only true before. */
function pageSize(root: HTMLElement): { pageWidthCss: number; pageHeightCss: number } {
  const scroller = document.scrollingElement ?? root;
  return { pageWidthCss: scroller.scrollWidth, pageHeightCss: scroller.scrollHeight };
}

/** @param origin Where the root lay before it was moved; without it, the page is taken to be unmoved. */
export function measure(root: HTMLElement, origin: RootOrigin | null): PageGeometry {
  const viewport = document.scrollingElement ?? root;
  const now = root.getBoundingClientRect();
  const size = origin ?? pageSize(root);
  return {
    documentToken,
    address: location.href,
    visible: document.visibilityState === "visible",
    viewWidthCss: viewport.clientWidth,
    viewHeightCss: viewport.clientHeight,
    viewLeftCss: root.clientLeft,
    windowWidthCss: window.innerWidth,
    windowHeightCss: window.innerHeight,
    pageWidthCss: size.pageWidthCss,
    pageHeightCss: size.pageHeightCss,
    dpr: window.devicePixelRatio,
    movedXCss: origin ? origin.left - now.left : 0,
    movedYCss: origin ? origin.top - now.top : 0,
  };
}
