/**
 * Things marked in the page's elements with the schema.org vocabulary: microdata (`itemscope`, `itemprop`) and RDFa Lite
 * (`typeof`, `property`). Items inside another post (comments, quoted and related posts) are not this page's post.
 * `itemref` is not followed.
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

/** How a syntax says that an element is a thing, which, and what of another thing it is. */
interface Syntax {
  name: string;
  thing: string;
  type: string;
  property: string;
  id: string;
  /** The types of schema.org that the element's words name. */
  types(words: readonly string[], element: Element): string[];
}

const MICRODATA: Syntax = {
  ...{ name: "microdata", thing: "itemscope", type: "itemtype", property: "itemprop", id: "itemid" },
  types: (words) => words.filter((type) => /^https?:\/\/(www\.)?schema\.org\//i.test(type)),
};

const RDFA: Syntax = {
  ...{ name: "rdfa", thing: "typeof", type: "typeof", property: "property", id: "resource" },
  types: (words, element) => {
    const isSchema = /^https?:\/\/(www\.)?schema\.org\/?$/i.test(
      element.closest("[vocab]")?.getAttribute("vocab")?.trim() ?? "",
    );
    return words.filter((type) =>
      type.includes(":") ? /^(?:schema:|https?:\/\/(www\.)?schema\.org\/)/i.test(type) : isSchema,
    );
  },
};

export const readMicrodata = (page: Page): Claims => readItems(page, MICRODATA);
export const readRdfa = (page: Page): Claims => readItems(page, RDFA);

function readItems(page: Page, syntax: Syntax): Claims {
  const items = all(page.root, `[${syntax.thing}][${syntax.type}]`, MAX_ITEMS);
  const typeOf = (item: Element) => typeOnly(item, syntax);
  const posts = items.filter((item) => isPost(typeOf(item)) && isMain(item, syntax));
  if (items.length === MAX_ITEMS || posts.length > MAX_POSTS) return {}; // too many to know that none was overlooked
  if (posts.length > 0)
    return readPosts(
      posts.map((item) => toNode(item, syntax)),
      page,
      syntax.name,
    );
  const profiles = items.filter((item) => isProfilePage(typeOf(item))).slice(0, 2);
  return readProfiles(
    profiles.map((item) => toNode(item, syntax)),
    page,
    syntax.name,
  );
}

function typeOnly(item: Element, syntax: Syntax): SchemaNode {
  const words = (item.getAttribute(syntax.type) ?? "").slice(0, 1000).split(/\s+/);
  return { "@type": syntax.types(words, item) };
}

/** Stands on its own or is its parent's main thing, and is not inside another post. */
function isMain(item: Element, syntax: Syntax): boolean {
  const role = item.getAttribute(syntax.property);
  if (role !== null && !role.split(/\s+/).some((name) => MAIN_PROPERTY.test(name))) return false;
  let around = item.parentElement?.closest(`[${syntax.thing}]`);
  for (let level = 0; around && level < 10; level++) {
    if (isPost(typeOnly(around, syntax))) return false;
    around = around.parentElement?.closest(`[${syntax.thing}]`);
  }
  return true;
}

function toNode(item: Element, syntax: Syntax): SchemaNode {
  const node = new Map<string, unknown>(Object.entries(typeOnly(item, syntax)));
  const id = item.getAttribute(syntax.id);
  if (id) node.set("@id", id);
  for (const element of all(item, `[${syntax.property}]`, MAX_PROPERTIES)) {
    const words = (element.getAttribute(syntax.property) ?? "").split(/\s+/);
    const names = words.map((word) => word.replace(/^schema:/, "")).filter((name) => WANTED.has(name));
    if (names.length === 0 || element.parentElement?.closest(`[${syntax.thing}]`) !== item) continue;
    for (const name of new Set(names)) {
      const values = (node.get(name) ?? []) as unknown[];
      if (values.length < MAX_VALUES) node.set(name, [...values, propertyValue(element, name, syntax)]);
    }
  }
  return Object.fromEntries(node);
}

function propertyValue(element: Element, name: string, syntax: Syntax): unknown {
  if (element.hasAttribute(syntax.thing))
    return ITEMS.has(name) ? personOrText(element, syntax) : typeOnly(element, syntax);
  const title = element.localName === "abbr" ? element.getAttribute("title") : null;
  if (title !== null && readMoment(title) !== null) return title; // older pages keep the machine's time there
  const attribute = VALUE_ATTRIBUTES[element.localName] ?? "content";
  const value = element.getAttribute("content") ?? element.getAttribute(attribute);
  return value ?? proseOf(element, LONG.has(name) ? undefined : SHORT);
}

/** Some sites mark a plain name as an item and give it no properties. */
function personOrText(element: Element, syntax: Syntax): unknown {
  const node = toNode(element, syntax);
  return Object.keys(node).length > 1 ? node : proseOf(element, SHORT);
}

const VALUE_ATTRIBUTES: Readonly<Record<string, string>> = {
  ...{ a: "href", area: "href", link: "href", time: "datetime", data: "value", meter: "value" },
  ...{ audio: "src", embed: "src", iframe: "src", img: "src", source: "src", track: "src", video: "src" },
};
