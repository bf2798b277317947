/**
 * Remembers how the page stood before a capture and puts it back: the styles we set, the scroll position, the
 * animations that ran, the images we made load. What the page itself changes meanwhile is left alone.
 */
import type { PageAction } from "@/src/model/page-acts";
import { Motion } from "./motion";
import { findPictures } from "./pictures";

/** An element with a style of its own. */
export type Styled = Element & ElementCSSInlineStyle;

/** How a part is to be seen for a while. */
type PartVisibility = "hidden" | "visible";

/** One element's own style: as it was, and as we last left it. */
interface StyleBefore {
  attribute: string | null;
  asLeft: string | null;
  /** The page itself has changed the style since. */
  isChanged: boolean;
  properties: Map<string, { value: string; priority: string }>;
}

export class PageState {
  readonly #scroll = { left: window.scrollX, top: window.scrollY };
  readonly #focused = focusedElement();
  readonly #styles = new Map<Styled, StyleBefore>();
  readonly #parts = new Map<Element, Map<string, { visibility: PartVisibility; by: Animation }>>();
  readonly #motion = new Motion();
  readonly #lazy: { image: HTMLImageElement; loading: string }[] = [];
  readonly actions: PageAction[] = [];
  #isOver = false;

  /** The page was put back, perhaps in the middle of something: nothing more may be done to it. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** How many things were changed so far: styles, parts, animations. */
  get touched(): number {
    return this.#styles.size + this.#parts.size + this.#motion.pausedCount;
  }

  /** @param trees The document and its shadow trees. @param isOurs See Motion. */
  holdStill(trees: (Document | ShadowRoot)[], isOurs: boolean): void {
    if (this.#isOver) return;
    const before = this.#motion.pausedCount;
    this.#motion.hold(trees, isOurs);
    this.did("pause-animations", this.#motion.pausedCount - before);
  }

  /** Lists an act, or adds to how often it was done. @param count How many elements; 0: nothing is listed. */
  did(act: PageAction["act"], count: number): void {
    if (count === 0) return;
    const listed = this.actions.find((action) => action.act === act);
    if (listed) listed.detail = String(Number(listed.detail) + count);
    else this.actions.push({ act, detail: String(count) });
  }

  didOnce(act: PageAction["act"]): void {
    if (!this.actions.some((action) => action.act === act)) this.actions.push({ act });
  }

  scrollToTop(): void {
    if (this.#scroll.left === 0 && this.#scroll.top === 0) return;
    window.scrollTo({ left: 0, top: 0, behavior: "instant" });
    this.actions.push({ act: "scroll-to-top", detail: `${this.#scroll.left},${this.#scroll.top}` });
  }

  /** Images that wait until they are near the window load at once. */
  loadLazyImages(): void {
    for (const image of findPictures()) {
      const loading = image.getAttribute("loading");
      if (loading === null || image.loading !== "lazy") continue;
      image.setAttribute("loading", "eager");
      this.#lazy.push({ image, loading });
    }
    this.did("load-lazy-images", this.#lazy.length);
  }

  /** Sets one property of an element's own style, over anything the page's style sheets say. */
  setStyle(element: Styled, property: string, value: string): void {
    if (this.#isOver) return;
    const attribute = element.getAttribute("style");
    const fresh = { attribute, asLeft: attribute, isChanged: false, properties: new Map() };
    const before = this.#styles.get(element) ?? fresh;
    this.#styles.set(element, before);
    before.isChanged ||= attribute !== before.asLeft;
    const { style } = element;
    if (!before.properties.has(property)) {
      const was = { value: style.getPropertyValue(property), priority: style.getPropertyPriority(property) };
      before.properties.set(property, was);
    }
    style.setProperty(property, value, "important");
    before.asLeft = element.getAttribute("style");
  }

  /**
   * Hides or shows a part that style sheets add to an element, by an animation: that leaves no trace in the document.
   * @returns Whether that was not done already.
   */
  setPart(element: Element, part: string, visibility: PartVisibility): boolean {
    if (this.#isOver) return false;
    const parts = this.#parts.get(element) ?? new Map();
    this.#parts.set(element, parts);
    const before = parts.get(part);
    if (before?.visibility === visibility) return false;
    before?.by.cancel();
    const timing = { duration: 0, fill: "both" as const, pseudoElement: part };
    parts.set(part, { visibility, by: element.animate([{ visibility }], timing) });
    return true;
  }

  /** Takes back one property that was set here. */
  unsetStyle(element: Styled, property: string): void {
    const before = this.#styles.get(element);
    const was = before?.properties.get(property);
    if (!before || !was || this.#isOver) return;
    before.isChanged ||= element.getAttribute("style") !== before.asLeft;
    element.style.setProperty(property, was.value, was.priority);
    before.properties.delete(property);
    before.asLeft = element.getAttribute("style");
    if (before.properties.size > 0) return;
    putBackStyle(element, before);
    this.#styles.delete(element);
  }

  putBack(): void {
    for (const [element, before] of this.#styles) {
      putBackStyle(element, before);
      if (!element.isConnected && element.localName === "html") cleanNewRoot(before);
    }
    for (const { image, loading } of this.#lazy) {
      if (image.getAttribute("loading") === "eager") image.setAttribute("loading", loading);
    }
    this.#focusAgain();
    window.scrollTo({ ...this.#scroll, behavior: "instant" });
    for (const parts of this.#parts.values()) for (const { by } of parts.values()) by.cancel();
    this.#motion.resume();
    this.actions.push({ act: "restore" });
    this.#isOver = true;
  }

  /** What was hidden for a moment, to photograph the fixed things alone, has lost the focus. */
  #focusAgain(): void {
    if (document.activeElement !== document.body || !this.#focused?.isConnected) return;
    void document.documentElement.offsetWidth; // it can be seen again, and so take the focus
    this.#focused.focus({ preventScroll: true });
  }
}

/** To the letter where the page left the style alone; property by property where it changed it meanwhile. */
function putBackStyle(element: Styled, { attribute, asLeft, isChanged, properties }: StyleBefore): void {
  if (isChanged || element.getAttribute("style") !== asLeft) {
    for (const [property, { value, priority }] of properties) element.style.setProperty(property, value, priority);
  } else if (attribute === null) element.removeAttribute("style");
  else element.setAttribute("style", attribute);
}

/** A page that put a copy of its root in place of the root copied our properties too. */
function cleanNewRoot({ properties }: StyleBefore): void {
  const { style } = document.documentElement;
  for (const [property, { value, priority }] of properties) style.setProperty(property, value, priority);
}

/** The innermost, through open shadow roots; `null` where nothing has the focus. */
function focusedElement(): HTMLElement | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement && focused !== document.body ? focused : null;
}
