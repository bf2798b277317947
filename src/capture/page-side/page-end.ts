/** What stands at the page's end, to see later whether something has come above it or in its place. */

/** Pages nest no deeper than is of use here, and what has no box stands rarely at an end. */
const MAX_DEPTH = 60;
const MAX_SIBLINGS = 40;

export class PageEnd {
  private constructor(
    /** The last thing of the page, then what holds it, outwards. */
    private readonly standing: readonly { element: Element; topCss: number }[],
    private readonly heightCss: number,
  ) {}

  /** @param movedYCss How far the page is moved up. */
  static now(movedYCss: number): PageEnd {
    const standing: { element: Element; topCss: number }[] = [];
    let element: Element | null = document.body;
    while (element && standing.length < MAX_DEPTH) {
      standing.unshift({ element, topCss: element.getBoundingClientRect().top + movedYCss });
      element = lastWithBox(element);
    }
    return new PageEnd(standing, heightCss());
  }

  /**
   * How far it has moved since, in CSS pixels. Where the last thing is gone, what held it is asked; and where that stands
   * as it did and the page is of another height, something else has come in its place.
   */
  shiftedCss(movedYCss: number): number {
    const at = this.standing.findIndex(({ element }) => element.isConnected);
    const known = this.standing[at];
    if (!known) return 0;
    const shiftedCss = known.element.getBoundingClientRect().top + movedYCss - known.topCss;
    return shiftedCss === 0 && at > 0 ? heightCss() - this.heightCss : shiftedCss;
  }
}

const heightCss = () => (document.scrollingElement ?? document.documentElement).scrollHeight;

/** What is fixed to the window stands at no end of the page. */
function lastWithBox(parent: Element): Element | null {
  let child = parent.lastElementChild;
  for (let seen = 0; child && seen < MAX_SIBLINGS; seen += 1, child = child.previousElementSibling) {
    const { width, height } = child.getBoundingClientRect();
    if (width > 0 && height > 0 && getComputedStyle(child).position !== "fixed") return child;
  }
  return null;
}
