/**
 * What would be photographed again and again while a box scrolls: sticky things inside it go back to their place, and what
 * lies over it (a date, a button back to the newest, a bar) is hidden. How the window stood with them is kept beside.
 */
import { drawnParent, type Edges, isDrawnInside, overlap, topmostAt } from "./inner-place";
import type { PageState } from "./restore";
import { treesOf } from "./shadow";

/** Distance between the points that are looked at, in CSS pixels. */
const GRID_CSS = 28;
const MAX_ELEMENTS = 60_000;
/** An overlay at least this wide hides all of the rows that it lies on. */
const FULL_WIDTH_SHARE = 0.8;
/** Further than this from an edge, something floats. */
const AT_EDGE_CSS = 12;

/** How much of the box is covered across its whole width, from its top and from its bottom edge, in CSS pixels. */
export interface Bands {
  aboveCss: number;
  belowCss: number;
}

export class Overlays {
  readonly #hidden = new Set<HTMLElement>();
  /** Of these, what stops the pointer: a bar with something on it, and not a shade. */
  readonly #solid = new Set<HTMLElement>();
  readonly #unstuck = new Set<HTMLElement>();

  constructor(
    private readonly box: HTMLElement,
    private readonly state: PageState,
  ) {}

  get hidden(): number {
    return this.#hidden.size;
  }

  get unstuck(): number {
    return this.#unstuck.size;
  }

  /** Rows come and go while the box scrolls, so this is done anew at each place. */
  setAside(inSight: Edges): void {
    const elements = [...treesOf(document.documentElement)].flatMap((tree) => tree.elements).slice(0, MAX_ELEMENTS);
    for (const element of elements) if (element instanceof HTMLElement) this.#setAsideOne(element, inSight);
    for (const element of this.#lyingOver(inSight)) {
      this.#solid.add(element);
      this.#hide(element);
    }
  }

  /** Call when they were set aside, with the place of the box. */
  bands(inSight: Edges): Bands {
    const wide = [...this.#solid]
      .map((element) => element.getBoundingClientRect())
      .filter(({ left, right }) => {
        const covered = Math.min(right, inSight.right) - Math.max(left, inSight.left);
        return covered >= (inSight.right - inSight.left) * FULL_WIDTH_SHARE;
      });
    const half = (inSight.top + inSight.bottom) / 2;
    const above = wide.filter(({ top, bottom }) => top <= inSight.top + AT_EDGE_CSS && bottom < half);
    const below = wide.filter(({ top, bottom }) => bottom >= inSight.bottom - AT_EDGE_CSS && top > half);
    return {
      aboveCss: Math.max(0, ...above.map(({ bottom }) => bottom - inSight.top)),
      belowCss: Math.max(0, ...below.map(({ top }) => inSight.bottom - top)),
    };
  }

  #setAsideOne(element: HTMLElement, inSight: Edges): void {
    if (this.#hidden.has(element)) return;
    const style = getComputedStyle(element);
    const { position } = style;
    if (position === "static" || position === "relative") return;
    if (isDrawnInside(element, this.box)) {
      if (position === "sticky") this.#unstick(element);
      else if (!this.#travels(element, position)) this.#hide(element);
    } else if (style.pointerEvents === "none" && isDrawn(style) && this.#isOver(element, inSight)) this.#hide(element);
  }

  /** Whether something absolute or fixed inside the box scrolls with it. */
  #travels(element: HTMLElement, position: string): boolean {
    const holder = element.offsetParent;
    if (position === "fixed") return holder !== null;
    return holder === null || isDrawnInside(holder, this.box);
  }

  #unstick(element: HTMLElement): void {
    if (this.#unstuck.has(element)) return;
    this.#unstuck.add(element);
    this.state.setStyle(element, "position", "relative");
    this.state.setStyle(element, "inset", "auto");
  }

  #hide(element: HTMLElement): void {
    if (this.#hidden.has(element)) return;
    this.#hidden.add(element);
    this.state.setStyle(element, "transition", "none");
    this.state.setStyle(element, "opacity", "0");
  }

  /** What lets the pointer through (a shade at the edge) is not found by pointing at it, unless it is told to stop it. */
  #isOver(element: HTMLElement, inSight: Edges): boolean {
    const rect = element.getBoundingClientRect();
    if (!overlap(rect, inSight) || isDrawnInside(this.box, element)) return false;
    const x = (Math.max(rect.left, inSight.left) + Math.min(rect.right, inSight.right)) / 2;
    const y = (Math.max(rect.top, inSight.top) + Math.min(rect.bottom, inSight.bottom)) / 2;
    this.state.setStyle(element, "pointer-events", "auto");
    const isOver = isDrawnInside(topmostAt(x, y), element);
    this.state.unsetStyle(element, "pointer-events");
    return isOver;
  }

  *#lyingOver({ left, top, right, bottom }: Edges): Generator<HTMLElement> {
    for (let y = top + 2; y < bottom; y += GRID_CSS) {
      for (let x = left + 2; x < right; x += GRID_CSS) yield* this.#over(x, y);
    }
  }

  /** Everything at a point that is drawn before the box is reached, as the whole thing that it is a part of. */
  *#over(x: number, y: number): Generator<HTMLElement> {
    const root = this.box.getRootNode() as Document | ShadowRoot;
    const scopes: (Document | ShadowRoot)[] = root === document ? [document] : [root, document];
    for (const scope of scopes) {
      for (const element of scope.elementsFromPoint(x, y)) {
        if (isDrawnInside(element, this.box) || isDrawnInside(this.box, element)) break;
        const whole = this.#wholeOf(element);
        if (whole instanceof HTMLElement) yield whole;
      }
    }
  }

  #wholeOf(element: Element): Element {
    let whole = element;
    for (let at = drawnParent(whole); at && !isDrawnInside(this.box, at); at = drawnParent(at)) whole = at;
    return whole;
  }
}

const isDrawn = ({ visibility, opacity, display }: CSSStyleDeclaration) =>
  visibility === "visible" && opacity !== "0" && display !== "none";
