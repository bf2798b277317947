import type { PageGeometry } from "@/src/messaging/page-side";

/** Another value means another document, whatever the address says. Pages without TLS have no `crypto.randomUUID`. */
const documentToken = crypto.getRandomValues(new Uint8Array(16)).toHex();

/** Where the root lay before it was moved, in the viewport's CSS pixels. */
export interface RootOrigin {
  left: number;
  top: number;
  /** The page's height then, in CSS pixels. */
  pageHeightCss: number;
}

export function rootOrigin(root: HTMLElement): RootOrigin {
  const { left, top } = root.getBoundingClientRect();
  return { left, top, pageHeightCss: viewportOf(root).scrollHeight };
}

/**
 * The height of a page whose root was moved up. Moving changes what counts as scrollable, and differently for the root's
 * own box and for what hangs out of it (and again in Firefox), so a page is only ever found to have grown.
 */
function movedHeight(viewport: Element, origin: RootOrigin, rootHeightCss: number, movedYCss: number): number {
  const boxEndCss = origin.top + rootHeightCss;
  const { scrollHeight } = viewport;
  const hangsOut = scrollHeight > Math.max(viewport.clientHeight, Math.ceil(boxEndCss));
  return Math.max(origin.pageHeightCss, Math.ceil(boxEndCss), hangsOut ? scrollHeight + Math.round(movedYCss) : 0);
}

/** The element that scrolls when the page scrolls; its client size is the viewport without scroll bars. */
function viewportOf(root: HTMLElement): Element {
  return document.scrollingElement ?? root;
}

/** @param origin Where the root lay before it was moved; without it, the page is taken to be unmoved. */
export function measure(root: HTMLElement, origin: RootOrigin | null, shiftedCss = 0): PageGeometry {
  const viewport = viewportOf(root);
  const now = root.getBoundingClientRect();
  const movedXCss = origin ? origin.left - now.left : 0;
  const movedYCss = origin ? origin.top - now.top : 0;
  const extendsLeft = getComputedStyle(root).direction === "rtl";
  const pageWidthCss = viewport.scrollWidth;
  return {
    documentToken,
    historyLength: history.length,
    visible: document.visibilityState === "visible",
    viewWidthCss: viewport.clientWidth,
    viewHeightCss: viewport.clientHeight,
    windowWidthCss: window.innerWidth,
    windowHeightCss: window.innerHeight,
    pageWidthCss,
    pageHeightCss: origin ? movedHeight(viewport, origin, now.height, movedYCss) : viewport.scrollHeight,
    pageLeftCss: extendsLeft ? viewport.clientWidth - pageWidthCss : 0,
    dpr: window.devicePixelRatio,
    movedXCss,
    movedYCss,
    shiftedCss,
  };
}

/** Something that stands at the window's lower edge, to see later whether the page above it has changed its height. */
export class Anchor {
  private constructor(
    private readonly element: Element,
    private readonly topInPage: number,
  ) {}

  static atLowerEdge(movedYCss: number): Anchor | null {
    const element = document.elementFromPoint(window.innerWidth / 2, window.innerHeight - 8);
    const isWhole = !element || element === document.documentElement || element === document.body;
    return isWhole ? null : new Anchor(element, element.getBoundingClientRect().top + movedYCss);
  }

  /** @returns CSS pixels; 0 also where the element is gone. */
  shiftedCss(movedYCss: number): number {
    if (!this.element.isConnected) return 0;
    return this.element.getBoundingClientRect().top + movedYCss - this.topInPage;
  }
}
