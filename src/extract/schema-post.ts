/**
 * Reads a post described with the schema.org vocabulary and says which of several is the one this page is about.
 * A description that names another address, or none while there are several, is not used.
 */

import { addClaim, addMediaCount, addTime } from "./add-claim";
import { isSameAddress, parseWebAddress } from "./addresses";
import { addAuthor } from "./author";
import type { Claims } from "./claims";
import { agreed } from "./combine";
import { onlyMeta, type Page } from "./page";
import { isNode, linksOf, type SchemaNode, textsOf, typesOf, valuesOf } from "./schema-node";

const POST =
  /^(?:SocialMediaPosting|DiscussionForumPosting|(?:Live)?BlogPosting|Report|Question|(?:\w{0,40})Article|APIReference)$/;
const MEDIA = /^(?:VideoObject|ImageObject)$/;
/** Kinds whose `dateCreated` is when they were posted; an article may have been created long before. */
const POSTED_WHEN_CREATED = /^(?:SocialMediaPosting|DiscussionForumPosting|Question|Comment)$/;

export function isPost(node: SchemaNode): boolean {
  return typesOf(node).some((type) => POST.test(type) || MEDIA.test(type) || type === "Comment");
}

export function isProfilePage(node: SchemaNode): boolean {
  return typesOf(node).includes("ProfilePage");
}

/**
 * Claims about the post that the page is about.
 * @param nodes Every post described on the page that is not part of another one (a comment, a quoted post).
 */
export function readPosts(nodes: readonly SchemaNode[], page: Page, source: string): Claims {
  const own = nodes.filter((node) => addressMatch(node, page) === "own");
  const posts = own.filter((node) => hasType(node, POST));
  const chosen = [posts, own].find((list) => list.length > 0) ?? onlyUnaddressed(nodes, page);
  return agreed(chosen.slice(0, 5).map((node) => readPost(node, page, source)));
}

/** The owner of a profile page, where that page is this one. A profile is no post: it gives no time and no text. */
export function readProfiles(nodes: readonly SchemaNode[], page: Page, source: string): Claims {
  if (!page.isMetadataOwn || nodes.length !== 1) return {};
  const claims: Claims = { permalink: null, postedAt: null, postedAtDate: null, text: null, mediaCount: null };
  for (const person of nodes.flatMap((node) => valuesOf(node, "mainEntity")).filter(isNode))
    addPerson(claims, person, `${source}:mainEntity`, page);
  return claims;
}

function readPost(node: SchemaNode, page: Page, source: string): Claims {
  const claims: Claims = {};
  const add = (fact: Parameters<typeof addClaim>[1], property: string) =>
    addClaim(claims, fact, textsOf(node, property)[0], `${source}:${property}`);
  add("title", "headline");
  if (hasType(node, MEDIA) || hasType(node, /^Question$/)) add("title", "name");
  for (const property of ["articleBody", "text", "caption"]) add("text", property);
  add("language", "inLanguage");
  for (const url of linksOf(node, "url")) addPermalink(claims, url, `${source}:url`, page);
  const times = ["datePublished", "uploadDate", ...(hasType(node, POSTED_WHEN_CREATED) ? ["dateCreated"] : [])];
  const time = times.find((property) => textsOf(node, property).length > 0);
  if (time !== undefined) addTime(claims, textsOf(node, time)[0], `${source}:${time}`);
  addAuthors(claims, node, source, page);
  addMediaCount(claims, mediaCount(node), source);
  return claims;
}

function addAuthors(claims: Claims, node: SchemaNode, source: string, page: Page): void {
  const property = valuesOf(node, "author").length > 0 ? "author" : "creator";
  const authors = valuesOf(node, property);
  const author = authors[0];
  if (authors.length !== 1) return; // several people: whose post it is stays open
  if (isNode(author)) addPerson(claims, author, `${source}:${property}`, page);
  else if (typeof author === "string" && /\S\s+\S/.test(author) && !URL.canParse(author))
    addClaim(claims, "displayName", author, `${source}:${property}`); // one word may be a name or an account
}

function addPerson(claims: Claims, person: SchemaNode, source: string, page: Page): void {
  const nicknames = textsOf(person, "alternateName", "additionalName", "identifier");
  addAuthor(claims, { names: textsOf(person, "name"), nicknames, urls: textsOf(person, "url") }, source, page);
}

function addPermalink(claims: Claims, raw: string, source: string, page: Page): void {
  const address = parseWebAddress(raw, page.base);
  if (address !== null && page.url !== null && isSameAddress(address, page.url))
    addClaim(claims, "permalink", address.href, source);
}

/** Only a plain social post lists just its own media; other kinds put logos, avatars and covers there. */
function mediaCount(node: SchemaNode): number {
  if (hasType(node, MEDIA)) return 1;
  if (!hasType(node, /^SocialMediaPosting$/)) return 0;
  return valuesOf(node, "image").length + valuesOf(node, "video").length;
}

function hasType(node: SchemaNode, types: RegExp): boolean {
  return typesOf(node).some((type) => types.test(type));
}

/** Whether a node names this page's address, another one, or none. Its `url` counts before looser statements. */
function addressMatch(node: SchemaNode, page: Page): "own" | "other" | "none" {
  for (const property of ["url", "mainEntityOfPage", "mainEntityofPage", "@id"]) {
    const addresses = linksOf(node, property).map((raw) => withoutFragment(raw, property, page));
    const named = addresses.filter((address) => address !== null);
    const { url } = page;
    if (named.length > 0) return named.some((one) => url !== null && isSameAddress(one, url)) ? "own" : "other";
  }
  return "none";
}

/** In an identifier the fragment names the thing described (`#article`), not a part of the page. */
function withoutFragment(raw: string, property: string, page: Page): URL | null {
  const address = parseWebAddress(raw, property === "url" ? page.base : null);
  if (address !== null && property !== "url") address.hash = "";
  return address;
}

/** Without an address a description counts only when it is the only one, on a page whose metadata is its own. */
function onlyUnaddressed(nodes: readonly SchemaNode[], page: Page): readonly SchemaNode[] {
  const [post, ...others] = nodes.filter((node) => hasType(node, POST));
  if (!page.isMetadataOwn || page.isLaterPage || others.length > 0) return [];
  if (post !== undefined) return addressMatch(post, page) === "none" ? [post] : [];
  const [video, ...more] = nodes.filter((node) => hasType(node, /^VideoObject$/));
  const isVideoPage = /^video\b/.test(onlyMeta(page, "og:type") ?? "");
  const isOnly = video !== undefined && more.length === 0 && isVideoPage && addressMatch(video, page) === "none";
  return isOnly ? [video] : [];
}
