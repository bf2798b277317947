/**
 * Reads from a page what it says about the post it shows. Pure: the document and its address in, claims out. It never
 * throws, changes nothing, and does a bounded amount of work whatever the page holds.
 */
import { emptyFacts, FACT_LIMITS, type PageFacts } from "@/src/model/page-facts";
import { platformOf } from "@/src/model/platform";
import type { PostFacts } from "@/src/model/thread";
import { candidatesOf } from "./candidates";
import type { Choice, Pointers } from "./choose";
import { type Claims, TEXT_FACTS } from "./claims";
import { cleanFact, cut } from "./clean";
import { knownPage } from "./known-page";
import type { Page } from "./page";
import { type ReadPost, readPost } from "./read-post";
import { attempt } from "./registry";
import type { SiteReader } from "./site-reader";
import { readTimeText } from "./time";
import { derivedRange } from "./when/derived-range";

export interface ExtractOptions {
  /** The element in the middle of the screen, where it is clear that its post is the one looked at. */
  middle?: Element | null;
  /** When the page was recorded, for what relative times stand for: ISO 8601. */
  capturedAt?: string;
  /** Time zone of this device, IANA name. */
  zone?: string;
  /** Only tests pass their own. */
  readers?: readonly SiteReader[];
}

/**
 * @param url Where the browser stood. What the page says about another address is not used.
 * @param target The element that the user right-clicked.
 */
export function extractPage(
  document: Document,
  url: string,
  target?: Element | null,
  options: ExtractOptions = {},
): PageFacts {
  return extractPost(document, url, target, options).facts;
}

/** The same facts with what else the page says about the people behind the post, and what is derived from it. */
export function extractPost(
  document: Document,
  url: string,
  target?: Element | null,
  options: ExtractOptions = {},
): PostFacts {
  const platform = platformOf(url);
  const known = knownPage(document, url, options.readers);
  const page = known?.page ?? null;
  const pointers: Pointers = { target, middle: options.middle };
  const read = page && known && attempt(() => readPost(known.reader, page, pointers));
  const facts = emptyFacts(cut(url.toWellFormed(), FACT_LIMITS.pageUrl), cut(known?.platform ?? platform, 100));
  if (read) fill(facts, withTimeText(page, read));
  return {
    facts,
    chosenBy: chosenBy(read?.choice),
    author: { stableId: facts.handle || facts.displayName ? (read?.reading.stableId ?? null) : null },
    forwarder: read?.reading.forwarder ?? null,
    quoted: read?.reading.quoted ?? null,
    derived: derive(facts, options),
    candidates: (page && read && attempt(() => candidatesOf(known?.reader ?? null, page, read))) ?? [],
    doubts: (read?.doubts ?? []).filter(({ fact }) => facts.sources[fact] !== undefined),
  };
}

function chosenBy(choice: Choice | undefined): PostFacts["chosenBy"] {
  return choice === undefined || choice.why === "nothing" || choice.why === "unclear" ? null : choice.why;
}

function derive({ postedAt, postedAtText, language }: PageFacts, { capturedAt, zone }: ExtractOptions) {
  if (postedAt !== null || postedAtText === null || capturedAt === undefined) return null;
  return attempt(() => derivedRange(postedAtText, language, capturedAt, zone));
}

function withTimeText(page: Page, { claims, choice }: ReadPost): Claims {
  const { postedAt } = claims;
  if (!postedAt || claims.postedAtText !== undefined || choice.why === "pointed" || choice.why === "middle")
    return claims;
  return { ...claims, ...attempt(() => readTimeText(page, postedAt.value)) };
}

function fill(facts: PageFacts, claims: Claims): PageFacts {
  for (const fact of TEXT_FACTS) {
    const claim = claims[fact];
    const value = claim ? cleanFact(fact, claim.value, claim.form) : null;
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
