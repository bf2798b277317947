/**
 * What does not scroll with the page: fixed things are set aside and photographed by themselves, so that each appears
 * once and hides nothing; sticky things that have left their place go back to it; what the browser leaves undrawn while
 * it is off screen is drawn.
 */
import type { PinnedBox } from "@/src/messaging/page-side";
import type { PageState } from "./restore";
import { treesOf } from "./shadow";

/** Boxes smaller than this, in CSS pixels, are invisible helpers. */
const SMALLEST_CSS = 2;

/** What lies beyond this many elements is left as it is. */
const MAX_ELEMENTS = 300_000;

/** What was found, and may be shown and hidden again. */
export class Pinned {
  private constructor(
    private readonly state: PageState,
    private readonly fixed: HTMLElement[],
  ) {}

  /** Call with the page scrolled to its top and its root not yet moved. Pauses animations, so that nothing moves by itself. */
  static find(state: PageState): Pinned {
    const fixed: HTMLElement[] = [];
    let unstuck = 0;
    let drawn = 0;
    const trees = [...treesOf(document.documentElement)];
    state.pauseAnimations([document, ...trees.flatMap(({ tree }) => (tree instanceof ShadowRoot ? [tree] : []))]);
    for (const element of trees.flatMap(({ elements }) => elements).slice(0, MAX_ELEMENTS)) {
      if (!(element instanceof HTMLElement)) continue;
      const style = getComputedStyle(element);
      if (style.contentVisibility === "auto") {
        state.setStyle(element, "content-visibility", "visible");
        drawn += 1;
      }
      if (style.position === "fixed" && isShown(element, style) && isFixedToWindow(element)) fixed.push(element);
      if (style.position === "sticky" && unstick(state, element)) unstuck += 1;
    }
    if (unstuck > 0) state.actions.push({ act: "unstick", detail: String(unstuck) });
    if (drawn > 0) state.actions.push({ act: "draw-off-screen", detail: String(drawn) });
    const outermost = fixed.filter((element) => !fixed.some((other) => other !== element && other.contains(element)));
    if (outermost.length > 0) state.actions.push({ act: "set-fixed-aside", detail: String(outermost.length) });
    return new Pinned(state, outermost);
  }

  /** Where the fixed things lie in the window, those that overlap as one. */
  boxes(): PinnedBox[] {
    return this.fixed.map(inWindow).filter(hasSize).reduce<PinnedBox[]>(joined, []);
  }

  /** Leaves only the fixed things to see. */
  showAlone(root: HTMLElement): void {
    this.state.setStyle(root, "visibility", "hidden");
    for (const element of this.fixed) this.state.setStyle(element, "visibility", "visible");
  }

  /** Leaves everything but the fixed things to see. */
  hide(root: HTMLElement): void {
    this.state.unsetStyle(root, "visibility");
    for (const element of this.fixed) this.state.setStyle(element, "visibility", "hidden");
  }
}

function isShown(element: HTMLElement, style: CSSStyleDeclaration): boolean {
  return style.visibility === "visible" && style.opacity !== "0" && hasSize(inWindow(element));
}

/** A fixed element inside a transformed one travels with it, and then has an offset parent. */
function isFixedToWindow(element: HTMLElement): boolean {
  return element.offsetParent === null;
}

/** @returns Whether the element had left its place, and was put back there. */
function unstick(state: PageState, element: HTMLElement): boolean {
  const stuck = element.getBoundingClientRect();
  state.setStyle(element, "position", "relative");
  state.setStyle(element, "inset", "auto");
  const free = element.getBoundingClientRect();
  if (Math.abs(stuck.top - free.top) > 0.1 || Math.abs(stuck.left - free.left) > 0.1) return true;
  state.unsetStyle(element, "position");
  state.unsetStyle(element, "inset");
  return false;
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
