/**
 * What a platform's reader is. It names the posts that a page shows and reads one of them; which post is meant is
 * decided for all readers alike, in `choose.ts`. How to add one: docs/adding-a-platform.md
 */
import type { Declared } from "@/src/model/thread";
import type { Page } from "./page";
import type { Reading } from "./reading";

/** One post or comment on the page. */
export interface PostBlock {
  element: Element;
  /** What the platform calls it (an id, or its address); `null` where the page does not say. */
  key: string | null;
}

/** The post that the page's address names. */
export interface NamedPost {
  key: string;
  /** True when the address names a whole topic: then this is the post that opens it. */
  isTopic?: boolean;
}

export interface SiteReader {
  /** Every source of this reader starts with it. */
  name: string;
  /** Ids from the directory of platforms. */
  platforms?: readonly string[];
  /** Hosts that are not in the directory, with everything below them. */
  hosts?: readonly string[];
  /**
   * Also asked where the address tells no platform; it then must know its pages by their markup. "platform": such a
   * host is part of the platform (a Mastodon server). "software": it is a site of its own (a forum). "copy": it can
   * only be a saved copy of a page from `home`.
   */
  anyHost?: "platform" | "software" | "copy";
  /** What relative links start from in a copy. */
  home?: string;
  /** The handle in a profile's address, for pages that name the profile but not the handle. */
  handleInProfile?: RegExp;
  /** Whether this is one of its pages. */
  knows?(page: Page): boolean;
  named?(page: Page): NamedPost | null;
  /** Posts in document order. Comments count as posts; quoted posts inside a post do not. */
  posts?(page: Page): readonly PostBlock[];
  readPost?(block: PostBlock, page: Page): Reading;
  /** What the head and the page's data say of the post that the address names; asked only when it names one. */
  readPage?(page: Page, named: NamedPost): Reading;
  /** How many posts or comments the page says there are in all, beside how many of the same kind are on it. */
  declared?(page: Page, blocks: readonly PostBlock[]): Declared | null;
}

/** More blocks than this are not looked at. */
export const MAX_BLOCKS = 5000;
