/**
 * What does not scroll with the page: fixed things are set aside and photographed by themselves, so that each appears
 * once and hides nothing; sticky things stay where the page has them; what the browser leaves undrawn while it is off
 * screen is drawn. What becomes fixed or sticky only when the page is moved is set aside then.
 */
import type { PinnedBox } from "@/src/messaging/page-side";
import type { PageState } from "./restore";
import { treesOf } from "./shadow";

/** Boxes smaller than this, in CSS pixels, are invisible helpers. */
const SMALLEST_CSS = 2;

/** What lies beyond this many elements is left as it is. */
const MAX_ELEMENTS = 300_000;
/** Pages with more elements are not looked through at every move: only what is to be seen at these places is. */
const MAX_LOOKED_THROUGH = 30_000;
const PLACES = [0.02, 0.15, 0.3, 0.5, 0.7, 0.85, 0.98];

/** What was found, and may be shown and hidden again. */
export class Pinned {
  /** Fixed things that are to be seen, none within another. */
  #shown: HTMLElement[] = [];
  readonly #hidden = new Set<HTMLElement>();
  readonly #freed = new Set<HTMLElement>();
  #isLarge = false;
  /** Something within the page has a background that stands still in the window: it is whole only in an unscrolled one. */
  drawsByWindow = false;

  /** Call with the page at its top. Holds it still, so that nothing moves by itself. */
  constructor(
    private readonly state: PageState,
    private readonly root: HTMLElement,
  ) {
    const elements = this.#stillElements();
    this.#isLarge = elements.length > MAX_LOOKED_THROUGH;
    const fixed = this.#freeAndFind(elements.slice(0, MAX_ELEMENTS));
    const seen = fixed.filter(isShown);
    this.#shown = seen.filter((element) => !seen.some((other) => other !== element && other.contains(element)));
    this.state.did("set-fixed-aside", this.#shown.length);
    for (const element of fixed) if (!this.#shown.includes(element)) this.#hide(element);
  }

  /** Where the fixed things lie in the window, those that overlap as one. */
  boxes(): PinnedBox[] {
    return this.#shown.map(inWindow).filter(hasSize).reduce<PinnedBox[]>(joined, []);
  }

  /** Leaves only the fixed things to see. */
  showAlone(): void {
    this.state.setStyle(this.root, "visibility", "hidden");
    for (const element of this.#shown) this.state.setStyle(element, "visibility", "visible");
  }

  /** Leaves everything but the fixed things to see. */
  hide(): void {
    this.state.unsetStyle(this.root, "visibility");
    for (const element of this.#shown) this.#hide(element);
  }

  /** Sets aside what has become fixed or sticky since. @returns Whether there was anything. */
  again(): boolean {
    const elements = this.#isLarge ? elementsInWindow() : this.#stillElements();
    const fresh = this.#freeAndFind(elements).filter((element) => !this.#hidden.has(element));
    for (const element of fresh) this.#hide(element);
    return fresh.length > 0;
  }

  #stillElements(): Element[] {
    const trees = [...treesOf(this.root)];
    const shadows = trees.flatMap(({ tree }) => (tree instanceof ShadowRoot ? [tree] : []));
    this.state.holdStill([document, ...shadows], true);
    return trees.flatMap(({ elements }) => elements);
  }

  /** Frees what is sticky, draws what is undrawn. @returns What is fixed to the window. */
  #freeAndFind(elements: readonly Element[]): HTMLElement[] {
    const fixed: HTMLElement[] = [];
    for (const element of elements) {
      if (!(element instanceof HTMLElement)) continue;
      const style = getComputedStyle(element);
      const { position, contentVisibility, contain } = style;
      if (contentVisibility === "auto") this.#draw(element, contain);
      if (position === "sticky" && !this.#freed.has(element)) this.#free(element);
      if (isFixedToWindow(element, position)) fixed.push(element);
      this.drawsByWindow ||= isAttachedToWindow(element, style);
    }
    return fixed;
  }

  /** The containment that goes with being undrawn also says where margins and overflow end. */
  #draw(element: HTMLElement, contain: string): void {
    const own = contain === "none" ? [] : contain.split(" ");
    const kept = new Set([...own, "layout", "style", "paint"]);
    this.state.setStyle(element, "content-visibility", "visible");
    this.state.setStyle(element, "contain", own.some((word) => WHOLE.has(word)) ? contain : [...kept].join(" "));
    this.state.did("draw-off-screen", 1);
  }

  #free(element: HTMLElement): void {
    this.#freed.add(element);
    if (scrollsWithinBox(element)) return;
    this.state.setStyle(element, "inset", "auto");
    this.state.did("unstick", 1);
  }

  #hide(element: HTMLElement): void {
    this.#hidden.add(element);
    this.state.setStyle(element, "visibility", "hidden");
    for (const inner of element.querySelectorAll<HTMLElement>("*")) {
      if (inner.style && getComputedStyle(inner).visibility === "visible") {
        this.state.setStyle(inner, "visibility", "hidden");
      }
    }
  }
}

const WHOLE = new Set(["strict", "content"]);

function isShown(element: HTMLElement): boolean {
  const { visibility, opacity } = getComputedStyle(element);
  return visibility === "visible" && opacity !== "0" && hasSize(inWindow(element));
}

/** A fixed element inside a transformed one travels with it, and then has an offset parent. */
function isFixedToWindow(element: HTMLElement, position: string): boolean {
  return position === "fixed" && element.offsetParent === null && element.getClientRects().length > 0;
}

/** The page's own background, which `html` or else `body` gives, is drawn in every window anew. */
function isAttachedToWindow(element: HTMLElement, { backgroundAttachment, backgroundImage }: CSSStyleDeclaration) {
  const isPage = element === document.documentElement || element === document.body;
  return !isPage && backgroundImage !== "none" && backgroundAttachment.includes("fixed");
}

/** Whether it sticks to a box that scrolls by itself, not to the window. */
function scrollsWithinBox(element: HTMLElement): boolean {
  for (let box = parentOf(element); box && box !== document.documentElement; box = parentOf(box)) {
    if (box === document.body && isScrolledByWindow(box)) return false;
    const { overflowX, overflowY } = getComputedStyle(box);
    if ([overflowX, overflowY].some((overflow) => /auto|scroll|hidden/.test(overflow))) return true;
  }
  return false;
}

/** What `body` says of overflow goes for the window, unless `html` says something itself (css-overflow-3, 3.3). */
function isScrolledByWindow(body: HTMLElement): boolean {
  const { overflowX, overflowY } = getComputedStyle(document.documentElement);
  return body === document.scrollingElement || (overflowX === "visible" && overflowY === "visible");
}

function parentOf(element: Element): HTMLElement | null {
  const parent = element.assignedSlot ?? element.parentNode;
  const up = parent instanceof ShadowRoot ? parent.host : parent;
  return up instanceof HTMLElement ? up : null;
}

function elementsInWindow(): Element[] {
  const found = PLACES.flatMap((x) =>
    PLACES.flatMap((y) => document.elementsFromPoint(window.innerWidth * x, window.innerHeight * y)),
  );
  return [...new Set(found)];
}

function inWindow(element: HTMLElement): PinnedBox {
  const box = element.getBoundingClientRect();
  const left = Math.max(0, box.left);
  const top = Math.max(0, box.top);
  return {
    xCss: left,
    yCss: top,
    widthCss: Math.min(window.innerWidth, box.right) - left,
    heightCss: Math.min(window.innerHeight, box.bottom) - top,
  };
}

const hasSize = ({ widthCss, heightCss }: PinnedBox) => widthCss >= SMALLEST_CSS && heightCss >= SMALLEST_CSS;

function joined(boxes: PinnedBox[], next: PinnedBox): PinnedBox[] {
  const apart = boxes.filter((box) => !overlap(box, next));
  const touching = boxes.filter((box) => overlap(box, next));
  if (touching.length === 0) return [...apart, next];
  // What was apart from each may not be apart from their union.
  return joined(apart, touching.reduce(union, next));
}

function overlap(a: PinnedBox, b: PinnedBox): boolean {
  return (
    a.xCss < b.xCss + b.widthCss &&
    b.xCss < a.xCss + a.widthCss &&
    a.yCss < b.yCss + b.heightCss &&
    b.yCss < a.yCss + a.heightCss
  );
}

function union(a: PinnedBox, b: PinnedBox): PinnedBox {
  const xCss = Math.min(a.xCss, b.xCss);
  const yCss = Math.min(a.yCss, b.yCss);
  return {
    xCss,
    yCss,
    widthCss: Math.max(a.xCss + a.widthCss, b.xCss + b.widthCss) - xCss,
    heightCss: Math.max(a.yCss + a.heightCss, b.yCss + b.heightCss) - yCss,
  };
}
