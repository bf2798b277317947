/** The posts and comments that a page shows, for a record of the whole thread and for "Which one?". Pure like the rest. */
import type { Candidate, ThreadFacts } from "@/src/model/thread";
import { describe, listThread } from "./candidates";
import type { ExtractOptions } from "./extract-page";
import { knownPage } from "./known-page";
import type { Page } from "./page";
import { type ReadPost, readPost } from "./read-post";
import { attempt } from "./registry";
import type { SiteReader } from "./site-reader";

const EMPTY: ThreadFacts = { posts: [], shown: 0, declared: null };

/** Posts in the page's order; none where no reader knows the page. `target` as for `extractPage`. */
export function extractThread(
  document: Document,
  url: string,
  target?: Element | null,
  options: ExtractOptions = {},
): ThreadFacts {
  return attempt(() => open(document, url, target, options, listThread)) ?? EMPTY;
}

/** What a user can choose from. `elementOfCandidate` gives the element to pass as `target`. */
export function extractCandidates(document: Document, url: string, options: ExtractOptions = {}): Candidate[] {
  return (
    attempt(() => open(document, url, null, options, (site, page, { blocks }) => describe(site, page, blocks))) ?? []
  );
}

/** The block of the candidate with this index, as long as the page has not changed since. */
export function elementOfCandidate(
  document: Document,
  url: string,
  index: number,
  options: ExtractOptions = {},
): Element | null {
  return attempt(() => open(document, url, null, options, (_, __, { blocks }) => blocks[index]?.element ?? null));
}

function open<Result>(
  document: Document,
  url: string,
  target: Element | null | undefined,
  options: ExtractOptions,
  use: (reader: SiteReader, page: Page, read: ReadPost) => Result,
): Result | null {
  const known = knownPage(document, url, options.readers);
  if (known === null || known.reader === null) return null;
  const { reader, page } = known;
  return use(reader, page, readPost(reader, page, { target, middle: options.middle }));
}
