/** Turns what a source says about the author into claims; shared by the sources that describe one. */

import { addClaim } from "./add-claim";
import { parseWebAddress } from "./addresses";
import type { Claims } from "./claims";
import { handleInAddress, isNameInAddress } from "./handles";
import type { Page } from "./page";

/** Raw values of one author. Two different values under one head are a contradiction and count for nothing. */
export interface Author {
  names: readonly string[];
  /** Alternate names and nicknames: handles only with a leading `@`, or where the profile's address says the same. */
  nicknames: readonly string[];
  /** Addresses of the profile, as written. */
  urls: readonly string[];
}

/** @param source Where the author stands, e.g. `jsonld:author`; the property's name is added. */
export function addAuthor(claims: Claims, author: Author, source: string, page: Page): void {
  const name = onlyOne(author.names);
  const profile = parseWebAddress(onlyOne(author.urls), page.base);
  addClaim(claims, "displayName", name, `${source}.name`);
  addClaim(claims, "profileUrl", profile?.href, `${source}.url`);
  for (const nickname of author.nicknames.slice(0, 20))
    if (isAccountName(nickname, profile, page)) addClaim(claims, "handle", nickname, `${source}.alternateName`);
  if (profile !== null && name !== undefined && isNameInAddress(name.trim(), profile, page.url))
    addClaim(claims, "handle", name, `${source}.name`);
  if (profile !== null) addClaim(claims, "handle", handleInAddress(profile, page.url), `${source}.url`);
}

function isAccountName(nickname: string, profile: URL | null, page: Page): boolean {
  const isMarked = /^\s*@[^@\s]/.test(nickname);
  return isMarked || (profile !== null && isNameInAddress(nickname.trim(), profile, page.url));
}

function onlyOne(values: readonly string[]): string | undefined {
  const different = new Set(values.map((value) => value.trim()).filter(Boolean));
  return different.size === 1 ? [...different][0] : undefined;
}
