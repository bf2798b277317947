/**
 * `rel=author`: a link in the head speaks for the page, a link in the page only inside its one article. (Elsewhere it
 * may name the owner of a site or of a repository.)
 */

import { addClaim } from "./add-claim";
import { parseWebAddress } from "./addresses";
import type { Claims } from "./claims";
import { handleInAddress } from "./handles";
import { all, type Page } from "./page";
import { proseOf, SHORT } from "./prose";

export function readRelAuthor(page: Page): Claims {
  const claims: Claims = {};
  if (!page.isMetadataOwn) return claims;
  addLink(claims, all(page.root, 'link[rel~="author" i][href]', 5), "link[rel=author]", page);
  addLink(claims, linksInArticle(page), "a[rel=author]", page);
  return claims;
}

function linksInArticle(page: Page): Element[] {
  const [article, ...others] = all(page.root, "article", 2);
  const isBeside = article?.closest("aside, nav, footer, [role=complementary]") != null;
  return article === undefined || isBeside || others.length > 0 ? [] : all(article, 'a[rel~="author" i][href]', 20);
}

function addLink(claims: Claims, links: readonly Element[], source: string, page: Page): void {
  const addresses = new Set(links.map((link) => parseWebAddress(link.getAttribute("href"), page.base)?.href));
  const [first] = addresses;
  const profile = parseWebAddress(first, null);
  if (addresses.size !== 1 || profile === null) return;
  addClaim(claims, "profileUrl", profile.href, source);
  addClaim(claims, "handle", handleInAddress(profile, page.url), source);
  const names = new Set(links.map((link) => proseOf(link, SHORT)).filter((name) => name !== ""));
  if (names.size === 1) addClaim(claims, "displayName", [...names][0], source);
}
