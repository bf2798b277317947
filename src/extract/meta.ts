/**
 * Meta elements and the canonical link. They describe the page as a whole, so they count only where they are about this
 * address. `twitter:creator` is an account on another platform and `og:description` is often shortened or decorated:
 * neither is read.
 */

import { addClaim, addTime } from "./add-claim";
import { isSameAddress, parseWebAddress } from "./addresses";
import type { Claims } from "./claims";
import { handleInAddress } from "./handles";
import { onlyMeta, type Page } from "./page";

export function readMeta(page: Page): Claims {
  const claims: Claims = {};
  addPermalinks(claims, page);
  addLanguage(claims, page);
  if (!page.isMetadataOwn) return claims;
  addClaim(claims, "title", onlyMeta(page, "og:title"), "meta:og:title");
  if (onlyMeta(page, "og:type") === "profile") claims.permalink = null; // a profile is no post
  addTime(claims, onlyMeta(page, "article:published_time"), "meta:article:published_time");
  addArticleAuthor(claims, page);
  addDublinCore(claims, page);
  addClaim(claims, "handle", onlyMeta(page, "profile:username"), "meta:profile:username");
  return claims;
}

/** Names in both spellings: `DC.creator` and `dcterms.creator`. Only "issued" is the date of publication. */
function addDublinCore(claims: Claims, page: Page): void {
  for (const prefix of ["dc", "dcterms"]) {
    const creator = onlyMeta(page, `${prefix}.creator`);
    if (creator !== undefined && !URL.canParse(creator))
      addClaim(claims, "displayName", creator, `meta:${prefix}.creator`);
    for (const name of [`${prefix}.date.issued`, `${prefix}.issued`])
      if (claims.postedAt === undefined) addTime(claims, onlyMeta(page, name), `meta:${name}`);
  }
}

/** The document's own title and author line: the least that a page says about itself. */
export function readDocument(page: Page): Claims {
  const claims: Claims = {};
  addClaim(claims, "title", page.root.querySelector("head > title")?.textContent, "title");
  const author = onlyMeta(page, "author");
  if (author !== undefined && page.isMetadataOwn && !URL.canParse(author))
    addClaim(claims, "displayName", author, "meta:author");
  return claims;
}

function addPermalinks(claims: Claims, page: Page): void {
  const { url } = page;
  if (url === null || (url.pathname === "/" && url.search === "")) return; // a site's front page is no post
  const isOwn = (address: URL | null) => address !== null && isSameAddress(address, url);
  addClaim(claims, "permalink", page.canonical.find(isOwn)?.href, "link:canonical");
  const open = (page.meta.get("og:url") ?? []).map((raw) => parseWebAddress(raw, page.base));
  addClaim(claims, "permalink", open.find(isOwn)?.href, "meta:og:url");
}

function addLanguage(claims: Claims, page: Page): void {
  addClaim(claims, "language", page.root.getAttribute("lang"), "html[lang]");
  addClaim(claims, "language", onlyMeta(page, "content-language"), "meta:content-language");
}

/** `article:author` is a profile's address, or a plain name. An address on another site is often the publisher's. */
function addArticleAuthor(claims: Claims, page: Page): void {
  const author = onlyMeta(page, "article:author");
  if (author === undefined) return;
  const profile = parseWebAddress(author, null);
  if (profile === null && !URL.canParse(author)) addClaim(claims, "displayName", author, "meta:article:author");
  if (profile === null || page.url === null) return;
  const handle = handleInAddress(profile, page.url);
  if (handle === null) return;
  addClaim(claims, "handle", handle, "meta:article:author");
  addClaim(claims, "profileUrl", profile.href, "meta:article:author");
}
