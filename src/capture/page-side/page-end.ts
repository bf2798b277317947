/** What stands at the page's end, to see later whether something has come above it or in its place. */

/** Pages nest no deeper than is of use here, and what has no box stands rarely at an end. */
const MAX_DEPTH = 60;
const MAX_SIBLINGS = 40;
const OUT_OF_FLOW = new Set(["fixed", "absolute"]);
/** Less than this part of a CSS pixel is rounding. */
const STILL_CSS = 0.5;

/** For a page that is one photograph or few: at the last two looks, before a photograph and after it. */
export class EndWatch {
  readonly #ends: PageEnd[] = [];

  /** @param movedYCss Tells how far the page is moved up. */
  constructor(private readonly movedYCss: () => number) {}

  /** Call before and after each photograph. */
  look(): void {
    this.#ends.push(PageEnd.now(this.movedYCss()));
    if (this.#ends.length > 2) this.#ends.shift();
  }

  /** How far the end has moved since before the last photograph, in CSS pixels: what changed meanwhile may be in it or not. */
  shiftedCss(): number {
    return this.#ends[0]?.shiftedCss(this.movedYCss()) ?? 0;
  }
}

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
    const at = this.standing.findIndex(({ element }) => hasBox(element));
    const known = this.standing[at];
    if (!known) return 0;
    const shiftedCss = known.element.getBoundingClientRect().top + movedYCss - known.topCss;
    return Math.abs(shiftedCss) < STILL_CSS && at > 0 ? heightCss() - this.heightCss : shiftedCss;
  }
}

const heightCss = () => (document.scrollingElement ?? document.documentElement).scrollHeight;

function hasBox(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return element.isConnected && width > 0 && height > 0;
}

/** What does not lie in the flow of the page stands at no end of it. Drawings move by themselves within their box. */
function lastWithBox(parent: Element): Element | null {
  if (parent instanceof SVGElement) return null;
  let child = parent.lastElementChild;
  for (let seen = 0; child && seen < MAX_SIBLINGS; seen += 1, child = child.previousElementSibling) {
    if (hasBox(child) && !OUT_OF_FLOW.has(getComputedStyle(child).position)) return child;
  }
  return null;
}
