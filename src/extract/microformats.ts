/**
 * microformats2: one `h-entry` with its `h-card` author. Other formats nested in the entry (quoted posts, places) keep
 * their properties to themselves. The older `hentry` is not read.
 */

import { addClaim, addMediaCount, addTime } from "./add-claim";
import { isSameAddress, parseWebAddress } from "./addresses";
import { type Author, addAuthor } from "./author";
import type { Claims } from "./claims";
import { all, type Page } from "./page";
import { proseOf, SHORT } from "./prose";

const FORMATS = [
  "entry",
  "card",
  "cite",
  "feed",
  "event",
  "adr",
  "geo",
  "item",
  "product",
  "recipe",
  "review",
  "resume",
];
const ANY_FORMAT = FORMATS.map((name) => `.h-${name}`).join(",");
const MAX_ENTRIES = 50;
const MAX_PROPERTIES = 50;

export function readMicroformats(page: Page): Claims {
  const entries = all(page.root, ".h-entry", MAX_ENTRIES).filter(
    (entry) => entry.parentElement?.closest(".h-entry,.h-cite,.h-card") == null,
  );
  const own = entries.filter((entry) => permalinkOf(entry, page) !== null);
  const isBeside = entries[0]?.closest("aside, nav, footer, [role=complementary]") != null; // another, for instance the newest
  const isOnly =
    !isBeside && entries.length === 1 && page.isMetadataOwn && links(entries[0], ".u-url", page).length === 0;
  const [entry, ...others] = isOnly ? entries : own;
  return entry === undefined || others.length > 0 ? {} : readEntry(entry, page);
}

function readEntry(entry: Element, page: Page): Claims {
  const claims: Claims = {};
  const author = authorOf(entry, page);
  if (property(entry, ".u-repost-of").length > 0) return repost(author, page);
  addClaim(claims, "permalink", permalinkOf(entry, page), "mf2:u-url");
  const [published, ...more] = property(entry, ".dt-published");
  if (published !== undefined && more.length === 0) addPublished(claims, published);
  addAuthor(claims, author, "mf2:p-author", page);
  const [content] = property(entry, ".e-content");
  if (content !== undefined) addClaim(claims, "text", proseOf(content), "mf2:e-content");
  const [name] = property(entry, ".p-name:not(.e-content)");
  if (name !== undefined) addClaim(claims, "title", words(name), "mf2:p-name");
  addMediaCount(claims, property(entry, ".u-photo,.u-video").length, "mf2:u-photo");
  return claims;
}

/** The entry only passes another post on: its author is the reposter, and nothing else here is about the post. */
function repost(author: Author, page: Page): Claims {
  const reposter: Claims = {};
  addAuthor(reposter, author, "mf2:u-repost-of", page);
  const unknown = { handle: null, displayName: null, profileUrl: null, postedAt: null, permalink: null, text: null };
  return reposter.handle ? { ...unknown, repostedBy: reposter.handle } : unknown;
}

function addPublished(claims: Claims, element: Element): void {
  const text = proseOf(element, SHORT);
  addTime(claims, element.getAttribute("datetime") ?? element.getAttribute("value") ?? text, "mf2:dt-published");
  if (element.localName === "time") addClaim(claims, "postedAtText", text, "mf2:dt-published");
}

function authorOf(entry: Element, page: Page): Author {
  const [author, ...others] = property(entry, ".p-author");
  if (author === undefined || others.length > 0) return { names: [], nicknames: [], urls: [] };
  if (!author.matches(".h-card")) return { names: [words(author)], nicknames: [], urls: hrefs([author], page) };
  const names = property(author, ".p-name").map(words);
  const urls = [...links(author, ".u-url", page), ...(names.length === 0 ? hrefs([author], page) : [])];
  return {
    names: names.length === 0 ? [words(author)] : names,
    nicknames: property(author, ".p-nickname").map(words),
    urls: urls.slice(0, 1),
  };
}

function permalinkOf(entry: Element, page: Page): string | null {
  const { url } = page;
  const own = links(entry, ".u-url", page).map((href) => parseWebAddress(href, null));
  return own.find((one) => one !== null && url !== null && isSameAddress(one, url))?.href ?? null;
}

function links(entry: Element | undefined, selector: string, page: Page): string[] {
  return entry === undefined ? [] : hrefs(property(entry, selector), page);
}

function hrefs(elements: readonly Element[], page: Page): string[] {
  return elements.flatMap((element) => parseWebAddress(element.getAttribute("href"), page.base)?.href ?? []);
}

/** Elements that carry a property of this very format, not of one nested in it. */
function property(format: Element, selector: string): Element[] {
  return all(format, selector, MAX_PROPERTIES).filter((one) => one.parentElement?.closest(ANY_FORMAT) === format);
}

function words(element: Element): string {
  return proseOf(element, SHORT);
}
