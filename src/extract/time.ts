/**
 * `time` elements. On its own a time may belong to anything on the page; one that is the link to this very address is
 * the post's. The words of a time that another source gave are found by its moment.
 */

import { addClaim } from "./add-claim";
import { isSameAddress, namedPart, parseWebAddress } from "./addresses";
import type { Claims } from "./claims";
import { agreed } from "./combine";
import { isSameMoment } from "./moments";
import { all, type Page } from "./page";
import { proseOf, SHORT } from "./prose";

const MAX_TIMES = 2000;

export function readOwnTime(page: Page): Claims {
  const linked = all(page.root, "a[href] time[datetime]", MAX_TIMES);
  if (linked.length === MAX_TIMES) return {};
  return agreed(linked.flatMap((time) => readLinkedTime(time, page)));
}

/** The words of the one moment, where every element that shows it has the same words. */
export function readTimeText(page: Page, postedAt: string): Claims {
  const times = all(page.root, "time[datetime], abbr[title]", MAX_TIMES).filter((time) =>
    isSameMoment(time.getAttribute("datetime") ?? time.getAttribute("title") ?? "", postedAt),
  );
  return agreed(times.slice(0, 50).map((time) => textClaim(time)));
}

function readLinkedTime(time: Element, page: Page): Claims[] {
  const href = time.closest("a[href]")?.getAttribute("href")?.trim() ?? "";
  const address = parseWebAddress(href, page.base);
  if (address === null || page.url === null || !isSameAddress(address, page.url)) return [];
  if (href.startsWith("#") && namedPart(address) === "") return []; // "#": a button, not a link to the post
  const claims = textClaim(time);
  addClaim(claims, "postedAt", time.getAttribute("datetime"), "time[datetime]");
  addClaim(claims, "permalink", address.href, "a[href] time");
  return [claims];
}

function textClaim(time: Element): Claims {
  const claims: Claims = {};
  addClaim(claims, "postedAtText", proseOf(time, SHORT), "time");
  return claims;
}
