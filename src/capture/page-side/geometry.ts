import type { PageGeometry } from "@/src/messaging/page-side";
import { entriesSeen } from "./entries";
import type { PageMover } from "./move";

/** Another value means another document, whatever the address says. Pages without TLS have no `crypto.randomUUID`. */
const documentToken = crypto.getRandomValues(new Uint8Array(16)).toHex();

/** The element that scrolls when the page scrolls; its client size is the viewport without scroll bars. */
function viewportOf(root: HTMLElement): Element {
  return document.scrollingElement ?? root;
}

/** @param mover What moves the page; without it, the page stands as it is. */
export function measure(root: HTMLElement, mover: PageMover | null, shiftedCss = 0): PageGeometry {
  const viewport = viewportOf(root);
  // A gutter kept free for a scroll bar that is not there counts as the viewport's, and is no part of the page.
  const viewWidthCss = Math.min(viewport.clientWidth, viewport.scrollWidth);
  const { xCss, yCss } = mover?.position() ?? { xCss: 0, yCss: 0 };
  return {
    documentToken,
    entriesSeen: entriesSeen(),
    visible: document.visibilityState === "visible",
    viewWidthCss,
    viewHeightCss: viewport.clientHeight,
    windowWidthCss: window.innerWidth,
    windowHeightCss: window.innerHeight,
    pageWidthCss: mover ? viewWidthCss + mover.span.rightCss - mover.span.leftCss : viewport.scrollWidth,
    // Moving the root changes what counts as scrollable, differently for its own box, its margin and what hangs out.
    pageHeightCss: mover ? mover.unmoved(() => viewport.scrollHeight) : viewport.scrollHeight,
    pageLeftCss: mover?.span.leftCss ?? 0,
    dpr: window.devicePixelRatio,
    magnifiedBy: window.visualViewport?.scale ?? 1,
    movedXCss: xCss,
    movedYCss: yCss,
    shiftedCss,
  };
}

/** Where an anchor is looked for. */
const FROM_BELOW_CSS = [8, 40, 80, 160];
const ACROSS = [0.5, 0.25, 0.75];
/** What lies in something fixed stands still in the window, not in the page. So deep is looked for that. */
const MAX_ANCESTORS = 40;

/** Something that stands at the window's lower edge, to see later whether the page above it has changed its height. */
export class Anchor {
  readonly #heightCss = pageHeightCss();

  private constructor(
    private readonly element: Element,
    private readonly topInPage: number,
  ) {}

  static atLowerEdge(movedYCss: number): Anchor | null {
    for (const y of FROM_BELOW_CSS) {
      for (const x of ACROSS) {
        const element = document.elementFromPoint(window.innerWidth * x, window.innerHeight - y);
        const box = element?.getBoundingClientRect();
        // What begins above the window, or is larger, holds other things, and may begin elsewhere while they stay.
        if (element && box && box.top >= 0 && box.height < window.innerHeight && !isInFixed(element)) {
          return new Anchor(element, box.top + movedYCss);
        }
      }
    }
    return null;
  }

  /**
   * In CSS pixels. Where the element is gone, or has no place any more, it is how much the page has grown: something else
   * came in its place.
   * @param dropsUnseen The page takes away what is out of sight, so that one is gone says nothing.
   */
  shiftedCss(movedYCss: number, dropsUnseen: boolean): number {
    const { top, width, height } = this.element.getBoundingClientRect();
    if (width > 0 && height > 0) return top + movedYCss - this.topInPage;
    return dropsUnseen ? 0 : pageHeightCss() - this.#heightCss;
  }
}

const pageHeightCss = () => viewportOf(document.documentElement).scrollHeight;

function isInFixed(element: Element): boolean {
  let at: Element | null = element;
  for (let depth = 0; at && depth < MAX_ANCESTORS; depth += 1, at = at.parentElement) {
    if (getComputedStyle(at).position === "fixed") return true;
  }
  return false;
}
