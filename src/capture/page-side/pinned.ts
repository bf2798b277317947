/**
 * What does not scroll with the page: fixed things are set aside and photographed by themselves, so that each appears
 * once and hides nothing; sticky things stay where the page has them; what the browser leaves undrawn while it is off
 * screen is drawn. What becomes fixed or sticky only when the page is moved is set aside then.
 */
import type { PinnedBox } from "@/src/messaging/page-side";
import { hasSize, inWindow, joined } from "./boxes";
import { fixedParts, isAttachedToWindow, isBackdrop, isFixedToWindow, isShown, scrollsWithinBox } from "./pin-kinds";
import type { PageState } from "./restore";
import { treesOf } from "./shadow";
import { hideAllBut, hideWhole } from "./unseen";

/** These keep all that lies in an element to itself already. */
const WHOLE = new Set(["strict", "content"]);

/** What lies beyond this many elements is left as it is. */
const MAX_ELEMENTS = 300_000;
/** Pages with more elements are not looked through at every move: only what is to be seen at these places is. */
const MAX_LOOKED_THROUGH = 20_000;
const PLACES = [0.02, 0.15, 0.3, 0.5, 0.7, 0.85, 0.98];

/** What was found, and may be shown and hidden again. */
export class Pinned {
  /** Fixed things that are to be seen, none within another. */
  #shown: HTMLElement[] = [];
  /** All else, while they are to be seen alone. */
  #unseen: HTMLElement[] = [];
  readonly #hidden = new Set<HTMLElement>();
  readonly #freed = new Set<HTMLElement>();
  readonly #left = new Set<HTMLElement>();
  #isLarge = false;
  /** Not to be seen, but not hidden either: browsers take the focus from what is hidden. */
  #keptFocused: HTMLElement | null = null;
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
    this.#unseen = hideAllBut(this.state, this.root, this.#shown);
    const focused = focusedElement();
    if (!focused || this.#shown.some((element) => element.contains(focused))) return;
    this.state.setStyle(focused, "visibility", "visible");
    this.state.setStyle(focused, "opacity", "0");
    this.#keptFocused = focused;
  }

  /** Leaves everything but the fixed things to see. */
  hide(): void {
    for (const element of this.#unseen) this.state.unsetStyle(element, "visibility");
    this.#unseen = [];
    if (this.#keptFocused) {
      this.state.unsetStyle(this.#keptFocused, "visibility");
      this.state.unsetStyle(this.#keptFocused, "opacity");
      this.#keptFocused = null;
    }
    for (const element of this.#shown) this.#hide(element);
    this.#hideParts();
  }

  /** Sets aside what has become fixed or sticky since. @returns Whether there was anything. */
  again(): boolean {
    if (this.#isLarge) this.state.holdStill([document], true);
    const elements = this.#isLarge ? elementsInWindow() : this.#stillElements();
    const fresh = this.#freeAndFind(elements).filter((element) => !this.#hidden.has(element));
    for (const element of fresh) this.#hide(element);
    this.#hideParts();
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
      if (isFixedToWindow(element, position) && !this.#isLeft(element)) fixed.push(element);
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

  /** What is behind the page is left as it is; what was found to be there once is not asked about again. */
  #isLeft(element: HTMLElement): boolean {
    if (!this.#hidden.has(element) && !this.#left.has(element) && isBackdrop(element)) this.#left.add(element);
    return this.#left.has(element);
  }

  /** By animations, which leave no trace in the document. */
  #hideParts(): void {
    for (const { element, part } of fixedParts()) this.state.hidePart(element, part);
  }

  #hide(element: HTMLElement): void {
    this.#hidden.add(element);
    const focused = focusedElement();
    if (focused && element.contains(focused)) {
      this.state.setStyle(element, "opacity", "0");
      this.state.hidePart(element, "::backdrop");
      return;
    }
    hideWhole(this.state, element);
  }
}

function focusedElement(): HTMLElement | null {
  const { activeElement, body } = document;
  return activeElement instanceof HTMLElement && activeElement !== body ? activeElement : null;
}

function elementsInWindow(): Element[] {
  const found = PLACES.flatMap((x) =>
    PLACES.flatMap((y) => document.elementsFromPoint(window.innerWidth * x, window.innerHeight * y)),
  );
  return [...new Set(found)];
}
