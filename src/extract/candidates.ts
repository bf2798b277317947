/** The posts to choose from where it is not clear which one is meant, and the list of all posts of a thread. */
import { type Candidate, type Declared, type ListedPost, THREAD_LIMITS, type ThreadFacts } from "@/src/model/thread";
import type { Claims, TextFact } from "./claims";
import { cleanFact, cut } from "./clean";
import type { Page } from "./page";
import type { ReadPost } from "./read-post";
import { Reading } from "./reading";
import { attempt } from "./registry";
import type { PostBlock, SiteReader } from "./site-reader";

const MAX_DECLARED = 100_000_000;

/** Empty when it is clear which post is meant. */
export function candidatesOf(reader: SiteReader | null, page: Page, { choice, blocks }: ReadPost): Candidate[] {
  const isOpen = choice.why === "unclear" || (choice.why === "middle" && blocks.length > 1);
  if (!isOpen || reader === null) return [];
  return blocks.slice(0, THREAD_LIMITS.candidates).map((block, index) => {
    const { handle, displayName, permalink, postedAtText, text } = listed(reader, page, block);
    const start = text === null ? null : cut(text, THREAD_LIMITS.candidateText);
    return { index, handle, displayName, permalink, postedAtText, text: start };
  });
}

export function listThread(reader: SiteReader, page: Page, { blocks, choice }: ReadPost): ThreadFacts {
  const meant = "block" in choice ? choice.block : null;
  let left: number = THREAD_LIMITS.totalText;
  const posts = blocks.slice(0, THREAD_LIMITS.posts).map((block) => {
    const post = { ...listed(reader, page, block), isMeant: block === meant };
    if (post.text !== null) post.text = cut(post.text, Math.min(left, THREAD_LIMITS.text)) || null;
    left -= post.text?.length ?? 0;
    return post;
  });
  return { posts, shown: blocks.length, declared: declaredBy(reader, page, blocks) };
}

/** Counts that are none, or say less than what is there, are not told. */
function declaredBy(reader: SiteReader, page: Page, blocks: readonly PostBlock[]): Declared | null {
  const declared = attempt(() => reader.declared?.(page, blocks) ?? null);
  if (declared === null || !Number.isSafeInteger(declared.total)) return null;
  return declared.total >= declared.shown && declared.total <= MAX_DECLARED ? declared : null;
}

export function listed(reader: SiteReader, page: Page, block: PostBlock): ListedPost {
  const reading = attempt(() => reader.readPost?.(block, page)) ?? new Reading(reader.name);
  const value = (fact: TextFact) => factOf(reading.claims, fact);
  return {
    handle: value("handle"),
    displayName: value("displayName"),
    profileUrl: listedAddress(value("profileUrl")),
    stableId: reading.stableId,
    permalink: listedAddress(value("permalink")),
    postedAt: value("postedAt"),
    postedAtDate: value("postedAtDate"),
    postedAtText: value("postedAtText"),
    text: value("text"),
    isMeant: false,
  };
}

function listedAddress(address: string | null): string | null {
  return address === null || address.length > THREAD_LIMITS.address ? null : address;
}

function factOf(claims: Claims, fact: TextFact): string | null {
  const claim = claims[fact];
  return claim ? cleanFact(fact, claim.value, claim.form) : null;
}
