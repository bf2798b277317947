/** Frees what sticks to the window, and draws what the browser leaves undrawn while it is off screen. */
import { scrollsWithinBox } from "./pin-kinds";
import type { PageState, Styled } from "./restore";

/** These keep all that lies in an element to itself already. */
const WHOLE = new Set(["strict", "content"]);

export class Loosener {
  readonly #freed = new Set<Styled>();
  /** Stick to a box that scrolls by itself, and stay. */
  readonly #left = new Set<Styled>();

  constructor(private readonly state: PageState) {}

  look(element: Styled, { position, contentVisibility, contain }: CSSStyleDeclaration): void {
    if (contentVisibility === "auto") this.#draw(element, contain);
    if (position === "sticky") this.#free(element);
  }

  /** The containment that goes with being undrawn also says where margins and overflow end. */
  #draw(element: Styled, contain: string): void {
    const own = contain === "none" ? [] : contain.split(" ");
    const kept = new Set([...own, "layout", "style", "paint"]);
    this.state.setStyle(element, "content-visibility", "visible");
    this.state.setStyle(element, "contain", own.some((word) => WHOLE.has(word)) ? contain : [...kept].join(" "));
    this.state.did("draw-off-screen", 1);
  }

  #free(element: Styled): void {
    if (this.#left.has(element) || (this.#freed.has(element) && isFree(element))) return;
    if (scrollsWithinBox(element)) {
      this.#left.add(element);
      return;
    }
    this.state.setStyle(element, "inset", "auto");
    this.state.did("unstick", this.#freed.has(element) ? 0 : 1);
    this.#freed.add(element);
  }
}

/** Not where the page has written its style anew since. */
const isFree = ({ style }: Styled) => style.getPropertyPriority("top") === "important" && style.top === "auto";
