/**
 * What does not scroll with the page: fixed things are set aside and photographed by themselves, so that each appears
 * once and hides nothing; sticky things stay where the page has them; what the browser leaves undrawn while it is off
 * screen is drawn. What becomes fixed or sticky only when the page is moved is set aside then.
 */
import type { PinnedBox } from "@/src/messaging/page-side";
import { joined } from "./boxes";
import { boxesOfPart, type FixedPart, fixedPartsOf } from "./fixed-parts";
import { Loosener } from "./loosen";
import { canBePinned, isAttachedToWindow, isBackdrop, isFixedToWindow } from "./pin-kinds";
import { reachOf } from "./reach";
import type { PageState, Styled } from "./restore";
import { treesOf } from "./shadow";
import { hideAllBut, hideWhole, isSeen, isWithin } from "./unseen";

/** What lies beyond this many elements is left as it is. */
const MAX_ELEMENTS = 300_000;
/** Pages with more elements are not looked through at every move: only what is to be seen at these places is. */
const MAX_LOOKED_THROUGH = 20_000;
const PLACES = [0.02, 0.15, 0.3, 0.5, 0.7, 0.85, 0.98];
/** More boxes than this are taken as one. */
const MAX_BOXES = 200;

interface Fixed {
  elements: Styled[];
  parts: FixedPart[];
}

/** What was found, and may be shown and hidden again. */
export class Pinned {
  /** Fixed things that are to be seen; those within another go with it. */
  #shown: Styled[] = [];
  #parts: FixedPart[] = [];
  #shownParts: FixedPart[] = [];
  #boxes: PinnedBox[] = [];
  /** All else, while they are to be seen alone. */
  #unseen: Styled[] = [];
  readonly #hidden = new Set<Styled>();
  readonly #left = new Set<Styled>();
  readonly #loosener: Loosener;
  #isLarge = false;
  /** Not to be seen, but not hidden either: browsers take the focus from what is hidden. */
  #keptFocused: HTMLElement | null = null;
  /** Something within the page has a background that stands still in the window: it is whole only in an unscrolled one. */
  drawsByWindow = false;
  /** Something stands behind the page and still in the window: a photograph of more than the window shows it in part. */
  hasBackdrop = false;

  /** Call with the page at its top. Holds it still, so that nothing moves by itself. */
  constructor(
    private readonly state: PageState,
    private readonly root: HTMLElement,
  ) {
    this.#loosener = new Loosener(state);
    const elements = this.#stillElements();
    this.#isLarge = elements.length > MAX_LOOKED_THROUGH;
    this.#begin(this.#loosenAndFind(elements.slice(0, MAX_ELEMENTS)));
  }

  #begin(fixed: Fixed): void {
    const boxes = new Map<Styled | FixedPart, PinnedBox[]>();
    for (const element of fixed.elements) boxes.set(element, reachOf(element));
    for (const part of fixed.parts) boxes.set(part, boxesOfPart(part));
    const isShown = (thing: Styled | FixedPart) => boxes.get(thing)!.length > 0;
    this.#shown = fixed.elements.filter(isShown);
    this.#parts = fixed.parts;
    this.#shownParts = fixed.parts.filter(isShown);
    this.#boxes = joined([...boxes.values()].flat());
    const outer = this.#shown.filter(
      (element) => !this.#shown.some((other) => other !== element && other.contains(element)),
    );
    this.state.did("set-fixed-aside", outer.length + this.#shownParts.length);
    for (const element of fixed.elements) {
      if (!isShown(element) && !this.#shown.some((shown) => isWithin(shown, [element]))) this.#hide(element);
    }
  }

  /** Where the fixed things lie in the window, those that overlap as one. */
  boxes(): PinnedBox[] {
    return this.#boxes.length > MAX_BOXES ? joined(this.#boxes, Infinity) : this.#boxes;
  }

  /** Leaves only the fixed things to see. */
  showAlone(): void {
    this.#unseen = hideAllBut(this.state, this.root, this.#shown);
    for (const { element, part } of this.#shownParts) this.state.setPart(element, part, "visible");
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
    this.#hideParts(this.#parts);
  }

  /** Sets aside what has become fixed or sticky since, or what the page shows again. @returns Whether there was anything. */
  again(): boolean {
    if (this.#isLarge) this.state.holdStill([document], true);
    const { elements, parts } = this.#loosenAndFind(this.#isLarge ? elementsInWindow() : this.#stillElements());
    const fresh = elements.filter((element) => !this.#hidden.has(element) || isSeen(element));
    for (const element of fresh) this.#hide(element);
    const hadParts = this.#hideParts(parts);
    return fresh.length > 0 || hadParts;
  }

  #stillElements(): Element[] {
    const trees = [...treesOf(this.root)];
    const shadows = trees.flatMap(({ tree }) => (tree instanceof ShadowRoot ? [tree] : []));
    this.state.holdStill([document, ...shadows], true);
    return trees.flatMap(({ elements }) => elements);
  }

  /** Frees what is sticky, draws what is undrawn. @returns What is fixed to the window, over the page. */
  #loosenAndFind(candidates: readonly Element[]): Fixed {
    const elements: Styled[] = [];
    const parts: FixedPart[] = [];
    for (const element of candidates) {
      if (!canBePinned(element)) continue;
      const style = getComputedStyle(element);
      this.#loosener.look(element, style);
      if (isFixedToWindow(element, style.position) && !this.#isLeft(element)) elements.push(element);
      this.drawsByWindow ||= isAttachedToWindow(element, style);
      for (const part of fixedPartsOf(element)) {
        if (!part.isBehind) parts.push(part);
        else this.hasBackdrop ||= boxesOfPart(part).length > 0;
      }
    }
    return { elements, parts };
  }

  /** What is behind the page is left as it is; what was found to be there once is not asked about again. */
  #isLeft(element: Styled): boolean {
    if (!this.#hidden.has(element) && !this.#left.has(element) && isBackdrop(element)) {
      this.#left.add(element);
      this.hasBackdrop ||= reachOf(element).length > 0;
    }
    return this.#left.has(element);
  }

  /** @returns Whether there was one that was not hidden already. */
  #hideParts(parts: readonly FixedPart[]): boolean {
    const hidden = parts.map(({ element, part }) => this.state.setPart(element, part, "hidden"));
    return hidden.includes(true);
  }

  #hide(element: Styled): void {
    this.#hidden.add(element);
    const focused = focusedElement();
    if (focused && element.contains(focused)) {
      this.state.setStyle(element, "opacity", "0");
      this.state.setPart(element, "::backdrop", "hidden");
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
