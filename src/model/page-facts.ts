/**
 * What a page says about the post it shows. Every value is the page's claim, never our finding: a fact that is not on
 * the page is `null`, and each non-null fact names in `sources` where it was read.
 */
export interface PageFacts {
  /** Where the browser stood, as given to the extractor. */
  pageUrl: string;
  /** The post's own address. */
  permalink: string | null;
  title: string | null;
  /** BCP 47 tag as the page declares it. */
  language: string | null;
  /** Id from the directory of platforms, or "web". */
  platform: string;
  /** Account name shown with the post, letter case kept, no leading `@`. */
  handle: string | null;
  displayName: string | null;
  profileUrl: string | null;
  /** ISO 8601 with offset; only where the page gives time and zone. */
  postedAt: string | null;
  /** Calendar date `YYYY-MM-DD`, where the page gives only that. */
  postedAtDate: string | null;
  /** What a person reads ("3h", "Nov 2 at 14:05"), word for word. */
  postedAtText: string | null;
  /** Handle of the account that passed the post on unchanged. */
  repostedBy: string | null;
  text: string | null;
  /** Pictures and videos of the post itself; avatars, icons and link cards do not count. */
  mediaCount: number;
  /** Fact name → where it was read, e.g. `jsonld:author.name`. */
  sources: Record<string, string>;
}

/** Longest value kept, in UTF-16 units. What is longer is cut at a code point and nothing else is done to it. */
export const FACT_LIMITS = {
  pageUrl: 8192,
  permalink: 8192,
  profileUrl: 8192,
  title: 1000,
  language: 100,
  platform: 100,
  handle: 300,
  displayName: 500,
  postedAt: 64,
  postedAtDate: 10,
  postedAtText: 300,
  repostedBy: 300,
  text: 100_000,
  source: 300,
} as const;

export const MAX_MEDIA_COUNT = 10_000;

export function emptyFacts(pageUrl: string, platform: string): PageFacts {
  return {
    pageUrl,
    permalink: null,
    title: null,
    language: null,
    platform,
    handle: null,
    displayName: null,
    profileUrl: null,
    postedAt: null,
    postedAtDate: null,
    postedAtText: null,
    repostedBy: null,
    text: null,
    mediaCount: 0,
    sources: {},
  };
}
