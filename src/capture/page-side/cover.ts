/**
 * The page side of covering. The covers themselves are style sheets of the background (cover-sheets.ts). Here it is seen
 * whether they hold on every element, what they do not reach, and that words over a covered picture stay readable:
 * where a box had only a picture behind its words, it gets a neutral colour by an animation, which leaves no trace in the
 * document. Nothing here is needed to hide a picture.
 */

import { COVER_COLOUR, FRAME_FILTER, FRAMES, OUT_OF_SIGHT, PICTURES } from "@/src/capture/cover-sheets";
import { type CoverState, WIDER_COVERS, type WiderCover } from "@/src/messaging/page-side";
import { ShadowCovers } from "./cover-shadow";
import { treesOf } from "./shadow";

/** Above this many elements, a look at each would take too long; the widest cover is taken instead. */
const MAX_ELEMENTS = 60_000;
/** Looked at in one batch of changes; the rest is seen at the next look. */
const MAX_CHANGED = 500;

/** CSS values that draw a picture. */
const DRAWS = /url\(|gradient\(|image\(|image-set\(|cross-fade\(|element\(|paint\(|image-rect\(/i;
const REPLACED = `${PICTURES}, ${FRAMES}, svg`;
const CLEAR = /^(transparent|rgba\(.*, 0\)|.*\/ 0\))$/;
const GENERATED = ["::before", "::after", "::checkmark", "::picker-icon", "::scroll-marker"] as const;

export class PageCover {
  readonly #needs = new Set<WiderCover>();
  readonly #tints = new Map<Element, Map<string, Animation>>();
  readonly #watched = new WeakSet<Node>();
  readonly #changes = new MutationObserver((records) => this.#onChange(records));
  readonly #shadows = new ShadowCovers();
  #holds = true;
  #covered = 0;

  constructor(private readonly root: HTMLElement) {}

  /**
   * Looks at every element. What was needed at any moment since the last look is told.
   * @param wide The wider covers in force.
   */
  look(wide: readonly WiderCover[]): CoverState {
    this.#covered = 0;
    const seen = this.#inspectTrees(this.root, MAX_ELEMENTS);
    const foreseen = seen > MAX_ELEMENTS ? WIDER_COVERS : needsOfAnimations();
    for (const need of foreseen) if (!wide.includes(need)) this.#needs.add(need);
    const state = { holds: this.#holds, needs: [...this.#needs], covered: this.#covered };
    this.#needs.clear();
    this.#holds = true;
    return state;
  }

  remove(): void {
    this.#changes.disconnect();
    for (const tints of this.#tints.values()) for (const tint of tints.values()) tint.cancel();
    this.#tints.clear();
    this.#shadows.remove();
  }

  /** @returns How many elements there are, or were until the limit was passed. */
  #inspectTrees(root: Element, limit: number): number {
    let seen = 0;
    for (const { tree, elements } of treesOf(root)) {
      seen += elements.length;
      if (tree instanceof ShadowRoot) this.#coverShadow(tree, elements);
      if (tree === this.root || tree instanceof ShadowRoot) this.#watch(tree);
      if (seen <= limit) for (const element of elements) this.#inspect(element, tree);
    }
    return seen;
  }

  /** Firefox carries our sheets into shadow roots; then there is nothing to do here. */
  #coverShadow(root: ShadowRoot, elements: Element[]): void {
    if (elements.length > 0 && elements.every((one) => coversElement(getComputedStyle(one), false))) return;
    if (!this.#shadows.put(root)) this.#holds = false;
  }

  #watch(tree: Node): void {
    if (this.#watched.has(tree)) return;
    this.#watched.add(tree);
    this.#changes.observe(tree, { subtree: true, childList: true, attributes: true });
  }

  /** A picture that comes and goes between two looks is seen here, before it is drawn. */
  #onChange(records: MutationRecord[]): void {
    const changed = new Set<Element>();
    for (const { target, addedNodes } of records) {
      for (const node of [target, ...addedNodes]) if (node instanceof Element) changed.add(node);
      if (changed.size > MAX_CHANGED) break;
    }
    for (const element of [...changed].slice(0, MAX_CHANGED)) this.#inspectChanged(element);
  }

  #inspectChanged(element: Element): void {
    if (!element.isConnected) return;
    const holds = this.#holds;
    this.#inspect(element, element.getRootNode());
    for (const { tree, elements } of treesOf(element)) {
      if (!(tree instanceof ShadowRoot)) continue;
      this.#watch(tree);
      this.#coverShadow(tree, elements);
    }
    // A new root was covered before it was drawn: no photograph has seen it otherwise.
    this.#holds = holds;
  }

  #need(need: WiderCover, tree: Node): void {
    if (!(tree instanceof ShadowRoot)) this.#needs.add(need);
    else if (this.#shadows.put(tree, need)) this.#needs.add(need);
    else this.#holds = false;
  }

  #inspect(element: Element, tree: Node): void {
    const style = getComputedStyle(element);
    if (style.filter.includes("url(") || style.backdropFilter?.includes("url(")) this.#need("filters", tree);
    const hasBackground = this.#tint(element, "", style);
    const hasGenerated = this.#inspectGenerated(element, tree);
    const isReplaced = matches(element, REPLACED);
    if (!coversElement(style, isReplaced && matches(element, FRAMES))) this.#holds = false;
    if (isReplaced || hasBackground || hasGenerated || drawsByStyle(style)) this.#covered += 1;
  }

  #inspectGenerated(element: Element, tree: Node): boolean {
    let isPicture = false;
    for (const part of GENERATED) {
      const style = getComputedStyle(element, part);
      if (style.content === "none" || style.content === "normal" || style.content === "") continue;
      if (DRAWS.test(style.content)) {
        isPicture = true;
        if (style.visibility !== "hidden") this.#need("generated", tree);
      }
      if (style.filter.includes("url(")) this.#need("filters", tree);
      isPicture = this.#tint(element, part, style) || isPicture;
    }
    const marker = getComputedStyle(element, "::marker").content;
    if (marker && DRAWS.test(marker)) this.#need("markers", tree);
    return isPicture;
  }

  /** @returns Whether a picture lies behind the box, covered or not. */
  #tint(element: Element, part: string, style: CSSStyleDeclaration): boolean {
    const { backgroundImage } = style;
    if (backgroundImage === "none" || backgroundImage === "" || !DRAWS.test(backgroundImage)) return false;
    const tints = this.#tints.get(element) ?? new Map<string, Animation>();
    if (!tints.has(part) && CLEAR.test(style.backgroundColor) && !isReadablePage(element, style)) {
      const timing = { duration: 0, fill: "both" as const, ...(part ? { pseudoElement: part } : {}) };
      tints.set(part, element.animate([{ backgroundColor: COVER_COLOUR }], timing));
      this.#tints.set(element, tints);
    }
    return true;
  }
}

/** A form's own fields may hide its method of that name. */
const matches = (element: Element, selector: string): boolean => Element.prototype.matches.call(element, selector);

const maskOf = (style: CSSStyleDeclaration) => style.maskImage || style.getPropertyValue("-webkit-mask-image");

function drawsByStyle(style: CSSStyleDeclaration): boolean {
  const list = style.display === "list-item" ? style.listStyleImage : "";
  return [style.content, style.borderImageSource, maskOf(style), list].some((value) => DRAWS.test(value));
}

/** The page as a whole stays as light or dark as the browser makes it, unless its words could not be read on that. */
function isReadablePage(element: Element, { color, colorScheme }: CSSStyleDeclaration): boolean {
  if (element !== document.documentElement && element !== document.body) return false;
  const [red = 0, green = 0, blue = 0] = color.match(/[\d.]+/g)?.map(Number) ?? [];
  const isDarkText = 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110;
  return color.startsWith("rgb") && isDarkText && !colorScheme.includes("dark");
}

/** Whether our style sheets decide how this element looks. */
function coversElement(style: CSSStyleDeclaration, isFrame: boolean): boolean {
  const mask = maskOf(style);
  return (
    (style.backgroundImage === "none" || /^0px( 0px)?(, 0px( 0px)?)*$/.test(style.backgroundSize)) &&
    style.objectPosition === `${OUT_OF_SIGHT} ${OUT_OF_SIGHT}` &&
    style.borderImageSource === "none" &&
    style.listStyleImage === "none" &&
    (mask === "none" || mask === "") &&
    (!isFrame || style.filter === FRAME_FILTER)
  );
}

/** An animation may bring in a picture at a moment between two looks. */
function needsOfAnimations(): Set<WiderCover> {
  const needs = new Set<WiderCover>();
  for (const { effect } of document.getAnimations()) {
    if (!(effect instanceof KeyframeEffect)) continue;
    for (const frame of effect.getKeyframes()) {
      if (DRAWS.test(String(frame["content"] ?? ""))) needs.add("generated").add("markers");
      if (/url\(/.test(`${frame["filter"] ?? ""}${frame["backdropFilter"] ?? ""}`)) needs.add("filters");
    }
  }
  return needs;
}
