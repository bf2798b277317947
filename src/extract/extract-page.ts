/**
 * Reads from a page what it says about the post it shows. Pure: the document and its address in, claims out. It never
 * throws, changes nothing, and does a bounded amount of work whatever the page holds.
 */
import { emptyFacts, FACT_LIMITS, type PageFacts } from "@/src/model/page-facts";
import { platformOf } from "@/src/model/platform";
import { type Claims, TEXT_FACTS } from "./claims";
import { cleanFact, cut } from "./clean";
import { combine, type Ranked } from "./combine";
import { readJsonLd } from "./jsonld";
import { readDocument, readMeta } from "./meta";
import { readMicrodata } from "./microdata";
import { readMicroformats } from "./microformats";
import { type Page, readPage } from "./page";
import { askReaders, attempt, type PlatformReader, READERS } from "./registry";
import { readRelAuthor } from "./rel-author";
import { readOwnTime, readTimeText } from "./time";

/** Every generic source, the most trusted first. Equal ranks must not contradict each other. */
const SOURCES: readonly { rank: number; read: (page: Page) => Claims }[] = [
  { rank: 1, read: readOwnTime },
  { rank: 1, read: readJsonLd },
  { rank: 1, read: readMicrodata },
  { rank: 1, read: readMicroformats },
  { rank: 2, read: readMeta },
  { rank: 3, read: readRelAuthor },
  { rank: 4, read: readDocument },
];

/**
 * @param url Where the browser stood. What the page says about another address is not used.
 * @param readers Only tests pass their own.
 */
export function extractPage(document: Document, url: string, readers: readonly PlatformReader[] = READERS): PageFacts {
  const { platform, claims } = askReaders(readers, platformOf(url), document, url);
  const page = attempt(() => readPage(document, url));
  const generic = page === null ? {} : readGeneric(page);
  const facts = emptyFacts(cut(url.toWellFormed(), FACT_LIMITS.pageUrl), cut(platform, FACT_LIMITS.platform));
  return fill(facts, withTimeText(page, { ...generic, ...claims }));
}

function readGeneric(page: Page): Claims {
  const said: Ranked[] = SOURCES.map(({ rank, read }) => ({ rank, claims: attempt(() => read(page)) ?? {} }));
  return combine(said);
}

function withTimeText(page: Page | null, claims: Claims): Claims {
  const { postedAt } = claims;
  if (page === null || !postedAt || claims.postedAtText !== undefined) return claims;
  return { ...claims, ...attempt(() => readTimeText(page, postedAt.value)) };
}

function fill(facts: PageFacts, claims: Claims): PageFacts {
  for (const fact of TEXT_FACTS) {
    const claim = claims[fact];
    const value = claim ? cleanFact(fact, claim.value) : null;
    if (!claim || value === null) continue;
    facts[fact] = value;
    facts.sources[fact] = cut(claim.source, FACT_LIMITS.source);
  }
  if (claims.mediaCount) {
    facts.mediaCount = claims.mediaCount.value;
    facts.sources.mediaCount = cut(claims.mediaCount.source, FACT_LIMITS.source);
  }
  return facts;
}
