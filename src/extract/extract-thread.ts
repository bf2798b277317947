/** The posts and comments that a page shows, for a record of the whole thread. Pure like the rest. */
import type { ThreadFacts } from "@/src/model/thread";
import { listThread } from "./candidates";
import type { ExtractOptions } from "./extract-page";
import { knownPage } from "./known-page";
import { readPost } from "./read-post";
import { attempt } from "./registry";

const EMPTY: ThreadFacts = { posts: [], shown: 0, declared: null };

/** Posts in the page's order; none where no reader knows the page. `target` as for `extractPage`. */
export function extractThread(
  document: Document,
  url: string,
  target?: Element | null,
  { readers, middle }: ExtractOptions = {},
): ThreadFacts {
  const thread = attempt(() => {
    const { reader, page } = knownPage(document, url, readers) ?? {};
    return reader && page ? listThread(reader, page, readPost(reader, page, { target, middle })) : null;
  });
  return thread ?? EMPTY;
}
