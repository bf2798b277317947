import type { PageGeometry } from "@/src/messaging/page-side";

/** Another value means another document, whatever the address says. Pages without TLS have no `crypto.randomUUID`. */
const documentToken = crypto.getRandomValues(new Uint8Array(16)).toHex();

/** Where the root lay before it was moved, in the viewport's CSS pixels. */
export interface RootOrigin {
  left: number;
  top: number;
  /** What the page itself moves its root by, as the value of `translate`. */
  ownTranslate: string;
}

export function rootOrigin(root: HTMLElement, ownTranslate: string): RootOrigin {
  const { left, top } = root.getBoundingClientRect();
  return { left, top, ownTranslate };
}

/**
 * The page's height as if its root were not moved. Moving it changes what counts as scrollable, differently for the
 * root's own box, its margin and what hangs out of it; so it is put back for one look, which is never drawn.
 */
function unmovedHeight(root: HTMLElement, viewport: Element, origin: RootOrigin): number {
  const moved = root.style.getPropertyValue("translate");
  if (!moved) return viewport.scrollHeight;
  root.style.setProperty("translate", origin.ownTranslate, "important");
  const { scrollHeight } = viewport;
  root.style.setProperty("translate", moved, "important");
  return scrollHeight;
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
    pageHeightCss: origin ? unmovedHeight(root, viewport, origin) : viewport.scrollHeight,
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
