/**
 * Remembers how the page stood before a capture and puts it back: the root's own style, the scroll position, the
 * animations that ran. What the page itself changes meanwhile is left alone.
 */
import type { PageAction } from "@/src/model/exhibit";

export class PageState {
  readonly #style: string | null;
  /** The root's style as we last left it, and what each property we set was before. */
  #styleAsLeft: string | null;
  #pageChangedStyle = false;
  readonly #before = new Map<string, { value: string; priority: string }>();
  readonly #scroll: { left: number; top: number };
  readonly #paused: Animation[] = [];
  readonly actions: PageAction[] = [];

  constructor(private readonly root: HTMLElement) {
    this.#style = root.getAttribute("style");
    this.#styleAsLeft = this.#style;
    this.#scroll = { left: window.scrollX, top: window.scrollY };
  }

  pauseAnimations(): void {
    for (const animation of document.getAnimations()) {
      if (animation.playState !== "running") continue;
      animation.pause();
      this.#paused.push(animation);
    }
    if (this.#paused.length > 0) this.actions.push({ act: "pause-animations", detail: String(this.#paused.length) });
  }

  scrollToTop(): void {
    if (this.#scroll.left === 0 && this.#scroll.top === 0) return;
    window.scrollTo({ left: 0, top: 0, behavior: "instant" });
    this.actions.push({ act: "scroll-to-top", detail: `${this.#scroll.left},${this.#scroll.top}` });
  }

  /** Sets one property of the root's own style, over anything the page's style sheets say. */
  setRootStyle(property: string, value: string): void {
    const { style } = this.root;
    this.#noticeChange();
    if (!this.#before.has(property)) {
      const before = { value: style.getPropertyValue(property), priority: style.getPropertyPriority(property) };
      this.#before.set(property, before);
    }
    style.setProperty(property, value, "important");
    this.#styleAsLeft = this.root.getAttribute("style");
  }

  #noticeChange(): void {
    if (this.root.getAttribute("style") !== this.#styleAsLeft) this.#pageChangedStyle = true;
  }

  putBack(): void {
    this.#putBackStyle();
    window.scrollTo({ ...this.#scroll, behavior: "instant" });
    for (const animation of this.#paused) resume(animation);
    this.actions.push({ act: "restore" });
  }

  /** To the letter where the page left the style alone; property by property where it changed it meanwhile. */
  #putBackStyle(): void {
    this.#noticeChange();
    if (this.#pageChangedStyle) {
      for (const [property, { value, priority }] of this.#before)
        this.root.style.setProperty(property, value, priority);
    } else if (this.#style === null) this.root.removeAttribute("style");
    else this.root.setAttribute("style", this.#style);
  }
}

function resume(animation: Animation): void {
  try {
    animation.play();
  } catch {
    // Its element left the page meanwhile; there is nothing left to resume.
  }
}
