/**
 * What a page keeps for browsers without scripts (`noscript`). There it is only text, so it is parsed into a document of
 * its own, which loads and runs nothing.
 */
import { all, type Page } from "./page";

const MAX_LENGTH = 2_000_000;
const parsed = new WeakMap<Element, Element | null>();

/** The content of the longest `noscript` element that holds these words; `null` where there is none. */
export function noscriptRoot({ root }: Page, words: string): Element | null {
  const known = parsed.get(root);
  if (known !== undefined) return known;
  const texts = all(root, "noscript", 50).map((one) => one.textContent ?? "");
  const found = texts.filter((text) => text.includes(words) && text.length < MAX_LENGTH);
  const [longest] = found.sort((a, b) => b.length - a.length);
  const content = longest === undefined || typeof DOMParser === "undefined" ? null : parse(longest);
  parsed.set(root, content);
  return content;
}

function parse(html: string): Element {
  return new DOMParser().parseFromString(html, "text/html").documentElement;
}
