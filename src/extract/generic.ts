/** What any page says about itself by the conventions of the web, without knowing the platform. */
import type { Claims } from "./claims";
import { combine, type Ranked } from "./combine";
import { readJsonLd } from "./jsonld";
import { readMicrodata, readRdfa } from "./marked-items";
import { readDocument, readMeta } from "./meta";
import { readMicroformats } from "./microformats";
import type { Page } from "./page";
import { attempt } from "./registry";
import { readRelAuthor } from "./rel-author";
import { readOwnTime } from "./time";

/** Every generic source, the most trusted first. Equal ranks must not contradict each other. */
const SOURCES: readonly { rank: number; read: (page: Page) => Claims }[] = [
  { rank: 1, read: readOwnTime },
  { rank: 1, read: readJsonLd },
  { rank: 1, read: readMicrodata },
  { rank: 1, read: readRdfa },
  { rank: 1, read: readMicroformats },
  { rank: 2, read: readMeta },
  { rank: 3, read: readRelAuthor },
  { rank: 4, read: readDocument },
];

export function readGeneric(page: Page): Claims {
  const said: Ranked[] = SOURCES.map(({ rank, read }) => ({ rank, claims: attempt(() => read(page)) ?? {} }));
  return withoutSiteName(combine(said), page);
}

/** Where a page gives its own name as the author's, it does not tell who wrote. An account of that name is one. */
function withoutSiteName(claims: Claims, page: Page): Claims {
  const name = claims.displayName?.value.toLowerCase();
  if (name === undefined || claims.handle) return claims;
  const own = ["og:site_name", "application-name", "apple-mobile-web-app-title"].flatMap(
    (key) => page.meta.get(key) ?? [],
  );
  const host = page.url?.hostname.replace(/^www\./, "");
  if (![...own, host].some((one) => one?.trim().toLowerCase() === name)) return claims;
  return { ...claims, displayName: null, profileUrl: null };
}
