/**
 * What a page says about the posts it shows beside the one that is meant: accounts behind a post, the posts of a
 * thread, and the time that words like "3h" can stand for. All of it is the page's claim, or derived from one.
 */
import type { PageFacts } from "./page-facts";

/** An account as a page shows it. */
export interface Account {
  /** Letter case kept, no leading `@`. */
  handle: string | null;
  displayName: string | null;
  profileUrl: string | null;
  /** What stays when the account is renamed: a numeric id, a DID, an ActivityPub id. */
  stableId: string | null;
}

/** One post or comment of a thread, a feed or a conversation. */
export interface ListedPost extends Account {
  permalink: string | null;
  /** ISO 8601 with offset; only where the page gives time and zone. */
  postedAt: string | null;
  postedAtDate: string | null;
  postedAtText: string | null;
  text: string | null;
  /** Whether this is the post that the page's facts are about. */
  isMeant: boolean;
}

export interface ThreadFacts {
  /** In the order of the page, at most `THREAD_LIMITS.posts`. */
  posts: ListedPost[];
  /** How many are on the page as it stands, also those beyond the limit. */
  shown: number;
  declared: Declared | null;
}

/** "12 of 57": how many there are in all as the page says, and how many of that kind are on it. */
export interface Declared {
  shown: number;
  total: number;
}

/** A post to choose from, where it is not clear which one is meant. Its words are the page's: show them as text. */
export interface Candidate {
  /** Place among the posts of the page, from 0. */
  index: number;
  handle: string | null;
  displayName: string | null;
  permalink: string | null;
  postedAtText: string | null;
  /** Start of the text. */
  text: string | null;
}

/** The time span that shown words stand for. Derived by us, never said by the page. */
export interface DerivedRange {
  isDerived: true;
  /** The words it was derived from. */
  text: string;
  /** First and last possible moment, ISO 8601 in UTC. */
  from: string;
  to: string;
}

/** Sources on the page that say something else than the fact that was kept. */
export interface Doubt {
  fact: string;
  /** The value that was not kept. */
  value: string;
  source: string;
}

/**
 * How it was told which post is meant: the address names it; the user right-clicked it, or chose it from the list; it
 * fills the middle of the window; it is the only one.
 */
export const CHOSEN_BY = ["address", "pointed", "chosen", "middle", "only"] as const;
export type ChosenBy = (typeof CHOSEN_BY)[number];

/** Everything read about the one post. */
export interface PostFacts {
  facts: PageFacts;
  /** `null` where no post is told from others: then the facts are those of the page, or none. */
  chosenBy: ChosenBy | null;
  author: { stableId: string | null };
  /** Who passed it on unchanged. */
  forwarder: Account | null;
  /** Author of a post quoted or shared inside it. */
  quoted: Account | null;
  derived: DerivedRange | null;
  /** Empty when it is clear which post is meant; what only fills the middle of the window can be chosen otherwise. */
  candidates: Candidate[];
  /** Where to say "check this". */
  doubts: Doubt[];
}

/** What one look at a page gives. */
export interface PageReading extends PostFacts {
  thread: ThreadFacts;
}

/** What the browser says of a right-click. It does not name the element; these tell what was under the pointer. */
export interface Click {
  linkUrl: string | null;
  /** Address of the picture, video or sound. */
  srcUrl: string | null;
  selectionText: string | null;
}

export const THREAD_LIMITS = {
  posts: 2000,
  /** Longest text of one listed post, in UTF-16 units. */
  text: 10_000,
  /** Longest text of all listed posts together. */
  totalText: 2_000_000,
  /** A longer address in the list is left out. */
  address: 2048,
  candidates: 50,
  candidateText: 200,
  stableId: 300,
  doubts: 20,
} as const;

export const NO_ACCOUNT: Account = { handle: null, displayName: null, profileUrl: null, stableId: null };
