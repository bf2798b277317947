/**
 * A copy of the page that needs nothing of the page: looks are written into each element, shadow trees stand where they are
 * shown, generated words are words, pictures are pixels. It has no address of anything in it, so drawing it loads nothing.
 * What stands in fields is left out.
 */
import { shadowRootOf } from "@/src/capture/page-side/shadow";
import { type Drawable, labelledBox, pixelsOf } from "./pictures";
import { looksOf } from "./styles";

/** What lies beyond this many elements is left out, and that is said. */
const MAX_ELEMENTS = 40_000;

const LEFT_OUT = new Set("base head link meta noscript script source style template title track".split(" "));
const PICTURES = new Set(["img", "video", "canvas"]);
const FRAMES = new Set(["iframe", "frame", "fencedframe", "object", "embed"]);
/** Names whose boxes the browser makes in a way of its own. Anything else is a `div` with its looks. */
const OWN_BOXES = new Set(
  "br wbr table thead tbody tfoot tr td th col colgroup caption ul ol li button fieldset legend ruby rt rp".split(" "),
);
const KEPT_ATTRIBUTES = ["colspan", "rowspan", "span", "start", "value", "reversed", "dir", "lang"];
const SVG_ADDRESSES = "image, feImage, foreignObject, script, style, use[href^='http'], a";

export interface FlatCopyOptions {
  isCovered: boolean;
  /** Words in the boxes that stand for what could not be drawn. */
  labels: { picture: string; frame: string };
}

export class FlatCopy {
  /** Pictures that are not in the copy. */
  lacking = 0;
  isCut = false;
  #left = MAX_ELEMENTS;

  constructor(
    private readonly into: Document,
    private readonly options: FlatCopyOptions,
  ) {}

  /** Puts the copy of the page into the empty document. */
  fill(root: HTMLElement, body: HTMLElement): void {
    const { documentElement: copy, body: bodyCopy } = this.into;
    this.#look(root, copy);
    copy.style.setProperty("overflow", "visible");
    this.#look(body, bodyCopy);
    this.#children(body, bodyCopy);
  }

  #children(element: Element, copy: Element): void {
    this.#generated(element, "::before", copy);
    for (const node of shownChildren(element)) {
      if (node instanceof Text) copy.append(this.into.createTextNode(node.data));
      else if (node instanceof Element) this.#element(node, copy);
    }
    this.#generated(element, "::after", copy);
  }

  #element(element: Element, parent: Element): void {
    if (LEFT_OUT.has(element.localName)) return;
    const style = getComputedStyle(element);
    if (style.display === "none" || !this.#mayGoOn()) return;
    const copy = this.#copyOf(element, style);
    if (copy) parent.append(copy);
  }

  #mayGoOn(): boolean {
    this.#left -= 1;
    if (this.#left < 0) this.isCut = true;
    return this.#left >= 0;
  }

  #copyOf(element: Element, style: CSSStyleDeclaration): Element | null {
    const name = element.localName;
    if (PICTURES.has(name)) return this.#picture(element as Drawable, style);
    if (FRAMES.has(name)) return this.#box(element, style, this.options.labels.frame);
    if (element instanceof SVGElement) return this.#drawing(element, style);
    const copy = this.into.createElement(OWN_BOXES.has(name) ? name : "div");
    for (const kept of KEPT_ATTRIBUTES) {
      const value = OWN_BOXES.has(name) ? element.getAttribute(kept) : null;
      if (value !== null) copy.setAttribute(kept, value);
    }
    this.#look(element, copy, style);
    if (element instanceof HTMLInputElement) copy.textContent = labelOf(element);
    else if (!(element instanceof HTMLTextAreaElement) && name !== "select") this.#children(element, copy);
    return copy;
  }

  #picture(source: Drawable, style: CSSStyleDeclaration): Element {
    const pixels = this.options.isCovered ? null : pixelsOf(source);
    if (!pixels) return this.#box(source, style, this.options.labels.picture);
    const copy = this.into.adoptNode(pixels);
    this.#look(source, copy, style);
    return copy;
  }

  #box(element: Element, style: CSSStyleDeclaration, label: string): Element {
    this.lacking += 1;
    const copy = this.into.adoptNode(labelledBox(element.getBoundingClientRect(), label));
    this.#look(element, copy, style);
    copy.style.setProperty("object-fit", "fill");
    return copy;
  }

  #drawing(svg: SVGElement, style: CSSStyleDeclaration): Element {
    if (this.options.isCovered) return this.#box(svg, style, "");
    const copy = this.into.importNode(svg, true);
    const [originals, copies] = [svg, copy].map((one) => [...one.querySelectorAll<SVGElement>("*")]);
    for (const [n, original] of originals!.entries()) copies![n]!.style.cssText = paintOf(getComputedStyle(original));
    for (const loads of copy.querySelectorAll(SVG_ADDRESSES)) loads.remove();
    this.#look(svg, copy, style);
    return copy;
  }

  #look(element: Element, copy: HTMLElement | SVGElement, style = getComputedStyle(element)): void {
    const { css, lacksPicture } = looksOf(style, this.options.isCovered);
    copy.style.cssText = css;
    if (lacksPicture) this.lacking += 1;
  }

  /** Words that a style sheet puts before or after. */
  #generated(element: Element, part: "::before" | "::after", copy: Element): void {
    const style = getComputedStyle(element, part);
    if (style.content === "none" || style.content === "normal" || style.display === "none") return;
    const words = [...style.content.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) =>
      text!.replaceAll(/\\(.)/g, "$1"),
    );
    const span = this.into.createElement("span");
    const { css, lacksPicture } = looksOf(style, this.options.isCovered);
    span.style.cssText = css;
    span.textContent = words.join("");
    if (lacksPicture || /url\(/.test(style.content)) this.lacking += 1;
    copy.append(span);
  }
}

const paintOf = (style: CSSStyleDeclaration) =>
  ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "opacity", "color", "display", "visibility"]
    .map((name) => `${name}:${style.getPropertyValue(name)};`)
    .join("");

/** Children as they are shown: of the shadow tree where there is one, and in a slot what is put there. */
function shownChildren(element: Element): Iterable<Node> {
  const shadow = shadowRootOf(element);
  if (shadow) return shadow.childNodes;
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes({ flatten: true });
    if (assigned.length > 0) return assigned;
  }
  return element.childNodes;
}

/** Of a button the words on it; what stands in any other field is the user's. */
const labelOf = (input: HTMLInputElement) => (/^(button|submit|reset)$/.test(input.type) ? input.value : "");
