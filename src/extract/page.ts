/**
 * The page as the sources see it: its root element, its address, and whether its metadata speaks of that address.
 * Methods are taken from prototypes, because a page can put elements in the place of a document's own members
 * (`<form name="querySelector">`).
 */
import { isEarlierPage, isSameAddress, namedPart, parseWebAddress } from "./addresses";

export interface Page {
  root: Element;
  /** Where the browser stood; `null` when that is not a web address. */
  url: URL | null;
  /** What relative addresses on the page start from. */
  base: URL | null;
  /** Meta elements by lower-case property or name, each with its values in order. */
  meta: ReadonlyMap<string, readonly string[]>;
  /** Addresses in `link[rel=canonical]`. */
  canonical: readonly URL[];
  /**
   * False when canonical or `og:url` names another address, or when the address names one part of the page: then
   * metadata about the page as a whole is not about the post that is meant.
   */
  isMetadataOwn: boolean;
  /** True where the page follows another one of the same thread: metadata then often still describes its start. */
  isLaterPage: boolean;
}

const MAX_META = 500;
const MAX_META_LENGTH = 200_000;

/** Reads what all sources need. `null` for a document without a root element. */
export function readPage(document: Document, url: string): Page | null {
  const root = protoMethod(document, "querySelector").call(document, ":root");
  if (root === null) return null;
  const address = parseWebAddress(url, null);
  const base = parseWebAddress(root.querySelector("base[href]")?.getAttribute("href"), address) ?? address;
  const meta = readMeta(root);
  const canonical = addressesOf(all(root, 'link[rel~="canonical" i]', 10), "href", base);
  const named = [...canonical, ...(meta.get("og:url") ?? []).map((raw) => parseWebAddress(raw, base))];
  const isMetadataOwn =
    address === null
      ? named.length === 0
      : namedPart(address) === "" && named.every((one) => one === null || isSameAddress(one, address));
  const previous = addressesOf(all(root, 'link[rel~="prev" i]', 1), "href", base)[0];
  const isLaterPage = address !== null && previous !== undefined && isEarlierPage(previous, address);
  return { root, url: address, base, meta, canonical, isMetadataOwn, isLaterPage };
}

/** The first `limit` elements that match, in document order. */
export function all(root: Element, selector: string, limit: number): Element[] {
  const found = root.querySelectorAll(selector);
  const elements: Element[] = [];
  for (let index = 0; index < found.length && index < limit; index++) elements.push(found[index] as Element);
  return elements;
}

/** The value of a meta element; nothing where the page gives several different ones. */
export function onlyMeta(page: Page, name: string): string | undefined {
  const values = new Set(page.meta.get(name));
  return values.size === 1 ? [...values][0] : undefined;
}

function readMeta(root: Element): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of all(root, "meta[content]", MAX_META)) {
    const name = (element.getAttribute("property") ?? element.getAttribute("name") ?? "").toLowerCase().slice(0, 200);
    const content = (element.getAttribute("content") ?? "").slice(0, MAX_META_LENGTH).trim();
    if (name !== "" && content !== "") meta.set(name, [...(meta.get(name) ?? []), content]);
  }
  return meta;
}

function addressesOf(elements: readonly Element[], attribute: string, base: URL | null): URL[] {
  return elements
    .map((element) => parseWebAddress(element.getAttribute(attribute), base))
    .filter((address) => address !== null);
}

function protoMethod<Name extends "querySelector">(document: Document, name: Name): Document[Name] {
  for (let proto: object | null = Object.getPrototypeOf(document); proto !== null; proto = Object.getPrototypeOf(proto))
    if (Object.hasOwn(proto, name)) return (proto as Document)[name];
  throw new TypeError(`not a document: no ${name}`);
}
