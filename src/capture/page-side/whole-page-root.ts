/**
 * The page of a whole-page file: the cleaned copy, with whole addresses, so that each is found in the file, and without
 * what could run, load something from elsewhere or stand in the way. What a reader of the file cannot ask for, it does
 * not ask for.
 */
import { wholeAddress, withoutPlace, withWholeAddresses } from "@/src/capture/css-addresses";
import {
  attributeNamesOf,
  attributeOf,
  dropAttribute,
  elementsIn,
  localNameOf,
  prependTo,
  putAttribute,
  putText,
} from "./plain-dom";

/** `noscript`: no script runs in the file, so it would be shown, which it was not on the page. */
const LEFT_OUT = new Set(["script", "noscript", "base"]);
/** Links that make a browser connect or load. */
const LOADING_LINK = /\b(preload|modulepreload|prefetch|preconnect|dns-prefetch|prerender|manifest)\b/i;
const SETTING_META = /^(content-security-policy|refresh|content-type)$/i;
/** What loads by another way than pictures and style sheets do, and is not in the file. */
const DISARMED = /^(iframe|frame|embed|object|video|audio|source|track|fencedframe)$/;
const DROPPED = new Set(["integrity", "crossorigin", "nonce", "srcdoc", "ping", "srcset", "imagesrcset"]);
const ADDRESSES = new Set([
  "src",
  "href",
  "xlink:href",
  "poster",
  "background",
  "data",
  "action",
  "formaction",
  "cite",
]);
/** Whose `href`, `action` or `cite` leads elsewhere and shows nothing. */
const LEADING = /^(a|area|form|button|input|blockquote|q|del|ins)$/;
/** An address and what follows it, in a list of pictures to choose from. */
const CANDIDATE = /([^\s,]\S*[^\s,]|[^\s,])(?:\s[^,]*)?(?:,|$)/g;

/**
 * Changes the copy in place.
 * @param base What the page's addresses are relative to.
 * @param shown Addresses of the pictures that the page shows, where it had several to choose from.
 * @returns Addresses of what the page shows and styles itself with, without places in them.
 */
export function makeWholePageRoot(copy: Element, base: string, shown: ReadonlySet<string>): string[] {
  const addresses = new Set<string>();
  new Root(base, shown, (address) => addresses.add(withoutPlace(address))).tree(copy);
  const charset = copy.ownerDocument.createElement("meta");
  charset.setAttribute("charset", "utf-8");
  prependTo(elementsIn(copy).find((element) => localNameOf(element) === "head") ?? copy, charset);
  return [...addresses];
}

class Root {
  constructor(
    private readonly base: string,
    private readonly shown: ReadonlySet<string>,
    private readonly add: (address: string) => void,
  ) {}

  tree(tree: Element | DocumentFragment): void {
    const elements = [...(tree instanceof Element ? [tree] : []), ...elementsIn(tree)];
    for (const element of elements) if (localNameOf(element) === "img") this.#choose(element);
    for (const element of elements) {
      const name = localNameOf(element);
      const { content } = element as Partial<HTMLTemplateElement>;
      if (name === "template" && content) this.tree(content);
      if (isLeftOut(element, name)) element.remove();
      else this.#element(element, name);
    }
  }

  /** Of several pictures to choose from, only the one that was shown is in the file. */
  #choose(image: Element): void {
    const { parentElement } = image;
    const sources = parentElement && localNameOf(parentElement) === "picture" ? elementsIn(parentElement) : [image];
    const several = sources.flatMap((source) => candidates(attributeOf(source, "srcset") ?? "", this.base));
    const found = several.find((address) => this.shown.has(address));
    if (found !== undefined) putAttribute(image, "src", found);
  }

  #element(element: Element, name: string): void {
    const style = name === "style" ? (element.textContent ?? "") : "";
    if (style !== "") putText(element, withWholeAddresses(style, this.base, this.add));
    for (const attribute of attributeNamesOf(element)) this.#attribute(element, name, attribute);
  }

  #attribute(element: Element, name: string, attribute: string): void {
    const value = attributeOf(element, attribute) ?? "";
    if (attribute.startsWith("on") || DROPPED.has(attribute) || isScript(value)) dropAttribute(element, attribute);
    else if (attribute === "style") {
      putAttribute(element, attribute, withWholeAddresses(value, this.base, this.add));
    } else if (ADDRESSES.has(attribute)) this.#address(element, name, attribute, value);
  }

  #address(element: Element, name: string, attribute: string, value: string): void {
    const address = wholeAddress(value, this.base);
    if (DISARMED.test(name) && (attribute === "src" || attribute === "data")) {
      dropAttribute(element, attribute);
      putAttribute(element, `data-${attribute}`, address ?? value);
    } else if (address !== null) {
      putAttribute(element, attribute, address);
      if (!LEADING.test(name) || attribute === "src") this.add(address);
    }
  }
}

function isLeftOut(element: Element, name: string): boolean {
  if (name === "link") return LOADING_LINK.test(attributeOf(element, "rel") ?? "");
  if (name !== "meta") return LEFT_OUT.has(name);
  return (
    attributeOf(element, "charset") !== null || SETTING_META.test(attributeOf(element, "http-equiv")?.trim() ?? "")
  );
}

/** Browsers pass over blanks and control characters within the name. */
const isScript = (value: string): boolean => /^javascript:/i.test(value.replaceAll(/[\p{Cc}\s]/gu, "").slice(0, 20));

const candidates = (list: string, base: string): string[] =>
  [...list.matchAll(CANDIDATE)].flatMap(([, address]) => wholeAddress(address ?? "", base) ?? []);
