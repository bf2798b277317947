/**
 * Microdata (`itemscope`, `itemprop`) with the schema.org vocabulary. Items inside another post (comments, quoted and
 * related posts) are not this page's post. `itemref` is not followed.
 */
import type { Claims } from "./claims";
import { readMoment } from "./moments";
import { all, type Page } from "./page";
import { proseOf, SHORT } from "./prose";
import type { SchemaNode } from "./schema-node";
import { isPost, isProfilePage, readPosts, readProfiles } from "./schema-post";

const MAX_ITEMS = 500;
const MAX_POSTS = 20;
const MAX_PROPERTIES = 300;
const MAX_VALUES = 3;
/** An item that is a property of another one is the page's post only under these names. */
const MAIN_PROPERTY = /^(?:mainEntity|blogPost|blogPosts|mainContentOfPage)$/;
/** Properties that the schema reader looks at. Their items are read themselves, others are only noted. */
const ITEMS: ReadonlySet<string> = new Set(["author", "creator", "mainEntity", "mainEntityOfPage"]);
const LONG: ReadonlySet<string> = new Set(["articleBody", "text"]);
const WANTED: ReadonlySet<string> = new Set([
  ...[...ITEMS, ...LONG],
  ..."name headline caption url inLanguage datePublished uploadDate dateCreated image video".split(" "),
  ..."alternateName additionalName identifier".split(" "),
]);

export function readMicrodata(page: Page): Claims {
  const items = all(page.root, "[itemscope][itemtype]", MAX_ITEMS);
  const posts = items.filter((item) => isPost(typeOnly(item)) && isMain(item));
  if (items.length === MAX_ITEMS || posts.length > MAX_POSTS) return {}; // too many to know that none was overlooked
  if (posts.length > 0) return readPosts(posts.map(toNode), page, "microdata");
  const profiles = items.filter((item) => isProfilePage(typeOnly(item))).slice(0, 2);
  return readProfiles(profiles.map(toNode), page, "microdata");
}

function typeOnly(item: Element): SchemaNode {
  const types = (item.getAttribute("itemtype") ?? "").slice(0, 1000).split(/\s+/);
  return { "@type": types.filter((type) => /^https?:\/\/(www\.)?schema\.org\//i.test(type)) };
}

/** Stands on its own or is its parent's main thing, and is not inside another post. */
function isMain(item: Element): boolean {
  const role = item.getAttribute("itemprop");
  if (role !== null && !role.split(/\s+/).some((name) => MAIN_PROPERTY.test(name))) return false;
  let around = item.parentElement?.closest("[itemscope]");
  for (let level = 0; around && level < 10; level++) {
    if (isPost(typeOnly(around))) return false;
    around = around.parentElement?.closest("[itemscope]");
  }
  return true;
}

function toNode(item: Element): SchemaNode {
  const node = new Map<string, unknown>(Object.entries(typeOnly(item)));
  const id = item.getAttribute("itemid");
  if (id) node.set("@id", id);
  for (const element of all(item, "[itemprop]", MAX_PROPERTIES)) {
    const names = (element.getAttribute("itemprop") ?? "").split(/\s+/).filter((name) => WANTED.has(name));
    if (names.length === 0 || element.parentElement?.closest("[itemscope]") !== item) continue;
    for (const name of new Set(names)) {
      const values = (node.get(name) ?? []) as unknown[];
      if (values.length < MAX_VALUES) node.set(name, [...values, propertyValue(element, name)]);
    }
  }
  return Object.fromEntries(node);
}

function propertyValue(element: Element, name: string): unknown {
  if (element.hasAttribute("itemscope")) return ITEMS.has(name) ? personOrText(element) : typeOnly(element);
  const title = element.localName === "abbr" ? element.getAttribute("title") : null;
  if (title !== null && readMoment(title) !== null) return title; // older pages keep the machine's time there
  const attribute = VALUE_ATTRIBUTES[element.localName] ?? "content";
  const value = element.getAttribute("content") ?? element.getAttribute(attribute);
  return value ?? proseOf(element, LONG.has(name) ? undefined : SHORT);
}

/** Some sites mark a plain name as an item and give it no properties. */
function personOrText(element: Element): unknown {
  const node = toNode(element);
  return Object.keys(node).length > 1 ? node : proseOf(element, SHORT);
}

const VALUE_ATTRIBUTES: Readonly<Record<string, string>> = {
  ...{ a: "href", area: "href", link: "href", time: "datetime", data: "value", meter: "value" },
  ...{ audio: "src", embed: "src", iframe: "src", img: "src", source: "src", track: "src", video: "src" },
};
