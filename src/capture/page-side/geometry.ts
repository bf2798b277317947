import type { PageGeometry } from "@/src/messaging/page-side";

/** Another value means another document, whatever the address says. Works on plain http too, unlike `randomUUID`. */
const documentToken = Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(16)).join("-");

/** In Firefox what was moved out above no longer counts as scrollable; in Chromium it does (measured in 153 and 156). */
const MOVING_SHRINKS_THE_PAGE = import.meta.env.FIREFOX;

/** Where the root lay before it was moved, in the viewport's CSS pixels. */
export interface RootOrigin {
  left: number;
  top: number;
}

export function rootOrigin(root: HTMLElement): RootOrigin {
  const { left, top } = root.getBoundingClientRect();
  return { left, top };
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
    viewLeftCss: root.clientLeft,
    windowWidthCss: window.innerWidth,
    windowHeightCss: window.innerHeight,
    pageWidthCss,
    pageHeightCss: viewport.scrollHeight + (MOVING_SHRINKS_THE_PAGE ? movedYCss : 0),
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
