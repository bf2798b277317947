/** Short ways to what readers need from elements. Every one does a bounded amount of work. */
import { parseWebAddress } from "./addresses";
import { all, type Page } from "./page";
import { proseOf, SHORT } from "./prose";

/** The words of an element on one or more lines, or `undefined` when it is missing or empty. `skip`: what to leave out. */
export function wordsOf(element: Element | null | undefined, limit: number = SHORT, skip?: string): string | undefined {
  return (element && proseOf(element, limit, skip)) || undefined;
}

/** The absolute http(s) address in `href` (or another attribute). */
export function linkOf(element: Element | null | undefined, page: Page, attribute = "href"): URL | null {
  return parseWebAddress(element?.getAttribute(attribute), page.base);
}

export function attributeOf(element: Element | null | undefined, name: string): string | undefined {
  return element?.getAttribute(name) ?? undefined;
}

/** The first element that matches and is not inside another block nested in this one. */
export function ownOne(block: Element, selector: string, nested: string): Element | null {
  return ownAll(block, selector, nested, 60)[0] ?? null;
}

/** The same for several selectors, the first of which has precedence. */
export function ownFirst(block: Element, selectors: readonly string[], nested: string): Element | null {
  for (const selector of selectors) {
    const found = ownOne(block, selector, nested);
    if (found !== null) return found;
  }
  return null;
}

/** Elements that match and are not inside another block nested in this one. */
export function ownAll(block: Element, selector: string, nested: string, limit: number): Element[] {
  return all(block, selector, limit).filter((element) => {
    const around = element.parentElement?.closest(nested) ?? null;
    return around === null || around === block || !block.contains(around);
  });
}

/** How many pictures and videos match, not counting those inside nested blocks. */
export function countOwn(block: Element, selector: string, nested: string): number {
  return ownAll(block, selector, nested, 500).length;
}

/** The address without query and fragment. */
export function bare(address: URL | null): URL | null {
  if (address === null) return null;
  const copy = new URL(address);
  copy.search = "";
  copy.hash = "";
  return copy;
}

/** The address with only these parts of its query, and no fragment unless `keepsHash`. */
export function withQuery(address: URL | null, names: readonly string[], keepsHash = false): URL | null {
  if (address === null) return null;
  const copy = new URL(address);
  copy.search = "";
  for (const name of names) {
    const value = address.searchParams.get(name);
    if (value !== null) copy.searchParams.set(name, value);
  }
  if (!keepsHash) copy.hash = "";
  return copy;
}

/** What the expression's first group finds in the address's path, decoded. */
export function inPath(address: URL | null, form: RegExp): string | undefined {
  if (address === null) return undefined;
  const part = form.exec(address.pathname)?.[1];
  if (part === undefined) return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
