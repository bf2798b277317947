/**
 * Moves the page under the window: by scrolling, as a reader does; or, where the page does not let itself be scrolled or
 * draws something by the window, by moving its root with CSS.
 */
import type { MoveBy } from "@/src/messaging/page-side";
import type { PageState } from "./restore";

/** Farther than any page reaches, in CSS pixels; the browser stops at the end. */
const FAR_CSS = 1e7;

/** What the page can be scrolled to from left to right, in CSS pixels; right to left it begins below 0. */
export interface Span {
  leftCss: number;
  rightCss: number;
}

export class PageMover {
  readonly #ownTranslate: string;
  readonly span: Span;
  /** Where the root lies in the window while the page stands at its first position. */
  #home = { left: 0, top: 0 };
  #by: MoveBy = "scroll";

  /** Scrolls the page to its top. */
  constructor(
    private readonly root: HTMLElement,
    private readonly state: PageState,
  ) {
    this.#ownTranslate = ownTranslate(root);
    for (const element of [root, document.body, document.scrollingElement]) {
      if (!(element instanceof HTMLElement)) continue;
      state.setStyle(element, "scroll-snap-type", "none");
      state.setStyle(element, "overflow-anchor", "none");
    }
    state.setStyle(root, "transition", "none");
    state.scrollToTop();
    this.span = spanAcross();
    this.setHome();
  }

  get by(): MoveBy {
    return this.#by;
  }

  /** The root stands now where it stands when the page is at its first position. */
  setHome(): void {
    const { left, top } = this.root.getBoundingClientRect();
    this.#home = { left: left + window.scrollX, top: top + window.scrollY };
  }

  /** How far the page is moved left and up, as measured. */
  position(): { xCss: number; yCss: number } {
    if (this.#by === "scroll") return { xCss: window.scrollX, yCss: window.scrollY };
    const { left, top } = this.root.getBoundingClientRect();
    return { xCss: this.#home.left - left, yCss: this.#home.top - top };
  }

  isAt(xCss: number, yCss: number, by: MoveBy): boolean {
    const at = this.position();
    return by === this.#by && at.xCss === xCss && at.yCss === yCss;
  }

  /** Moves at once; what the page does about it comes with the next frame. */
  to(xCss: number, yCss: number, by: MoveBy): void {
    if (this.state.isOver) return;
    if (by === "root") this.#beginWithRoot();
    if (this.#by === "scroll") window.scrollTo({ left: xCss, top: yCss, behavior: "instant" });
    else this.#translate(xCss - window.scrollX, yCss - window.scrollY);
  }

  /** @returns What `read` gives while the root is where the page itself has it; nothing of it is drawn. */
  unmoved<Value>(read: () => Value): Value {
    const { style } = this.root;
    const moved = style.getPropertyValue("translate");
    if (this.#by === "scroll" || !moved) return read();
    style.setProperty("translate", this.#ownTranslate, "important");
    const value = read();
    style.setProperty("translate", moved, "important");
    return value;
  }

  #beginWithRoot(): void {
    if (this.#by === "root") return;
    this.#by = "root";
    this.state.didOnce("move-root");
    // Moving the page to its end would take the scroll bar away and lay the page out anew.
    if (window.innerWidth > this.root.clientWidth) {
      this.state.setStyle(this.root, "scrollbar-gutter", "stable");
      this.state.didOnce("keep-scrollbar-space");
    }
    window.scrollTo({ left: 0, top: 0, behavior: "instant" });
    this.setHome();
    // A layer of its own is drawn once and then only moved, so that every tile shows the very same pixels.
    this.state.setStyle(this.root, "will-change", "transform");
  }

  #translate(xCss: number, yCss: number): void {
    const [baseX = "0px", baseY = "0px"] = this.#ownTranslate.split(" ");
    const zoom = (this.root as { currentCSSZoom?: number }).currentCSSZoom ?? 1;
    this.state.setStyle(this.root, "translate", `calc(${baseX} - ${xCss / zoom}px) calc(${baseY} - ${yCss / zoom}px)`);
  }
}

function ownTranslate(root: HTMLElement): string {
  const { translate } = getComputedStyle(root);
  if (translate === "none" || !translate) return "0px 0px";
  const [x = "0px", y = "0px"] = translate.split(" ");
  return `${x} ${y}`;
}

/** By trying: how far a page extends to either side depends on its direction and writing mode. */
function spanAcross(): Span {
  const go = (left: number) => {
    window.scrollTo({ left, top: 0, behavior: "instant" });
    return window.scrollX;
  };
  const span = { leftCss: go(-FAR_CSS), rightCss: go(FAR_CSS) };
  go(0);
  return span;
}
