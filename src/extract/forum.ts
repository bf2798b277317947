/**
 * A reader for software that lays out every post alike: where the parts of a post are is all that its file has to say.
 * On forums the one user name is both handle and display name.
 */
import { attributeOf, bare, countOwn, linkOf, ownFirst, wordsOf } from "./dom";
import { all, type Page } from "./page";
import { Reading } from "./reading";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "./site-reader";

/** Selectors name several places in order of precedence, parted by commas. */
export interface ForumMarkup extends Pick<SiteReader, "name" | "platforms" | "hosts" | "anyHost" | "declared"> {
  knows(page: Page): boolean;
  /** Selector of one post. */
  post: string;
  /** Blocks inside a post that are not its own words: quotes, and posts drawn inside it. */
  nested?: string;
  key(post: Element): string | null;
  /** The id of the post that the address names. */
  namedKey(page: Page): string | undefined;
  /** Whether the address is that of a topic's first page, so that it names the opening post. */
  isTopic(page: Page): boolean;
  /** The element that shows the user name, mostly a link to the profile. */
  author: string;
  /** Attribute of the post that holds the name instead. */
  authorAttribute?: string;
  /** Attribute of the author's element that holds the account's number. */
  idAttribute?: string;
  /** Makes a profile's address one without session. */
  profile?(link: URL): URL | null;
  time: string;
  /** The machine's time, where the markup has one. */
  moment?(time: Element): string | null | undefined;
  /** Where in the words the time is, when they say more. */
  shownTime?(words: string): string | undefined;
  /** The link to the post. */
  link: string;
  /** Makes the link the post's own address; as it stands by default. */
  permalink?(link: URL, key: string | null): URL | null;
  text: string;
  media?: string;
}

export function forumReader(forum: ForumMarkup): SiteReader {
  const nested = forum.nested ? `${forum.nested}, ${forum.post}` : forum.post;
  const blocks = (page: Page) =>
    all(page.root, forum.post, MAX_BLOCKS).map((element) => ({ element, key: forum.key(element) }));
  return {
    ...forum,
    named: (page) => namedPost(forum, page, blocks),
    posts: blocks,
    readPost: (block, page) => readForumPost(forum, nested, block, page),
  };
}

function namedPost(forum: ForumMarkup, page: Page, blocks: (page: Page) => PostBlock[]): NamedPost | null {
  const key = forum.namedKey(page);
  if (key !== undefined) return { key };
  const first = forum.isTopic(page) && !page.isLaterPage ? blocks(page)[0]?.key : null;
  return first ? { key: first, isTopic: true } : null;
}

function readForumPost(forum: ForumMarkup, nested: string, { element: post, key }: PostBlock, page: Page): Reading {
  const reading = new Reading(forum.name);
  const part = (selectors: string) => ownFirst(post, selectors.split(", "), nested);
  const author = part(forum.author);
  const name = (forum.authorAttribute && attributeOf(post, forum.authorAttribute)) || wordsOf(author);
  const link = linkOf(author, page) ?? linkOf(author?.closest("a[href]") ?? author?.querySelector("a[href]"), page);
  const profile = link && (forum.profile ?? bare)(link);
  const stableId = forum.idAttribute
    ? (attributeOf(author, forum.idAttribute) ?? attributeOf(post, forum.idAttribute))
    : undefined;
  reading.author({ handle: name, displayName: name, profile, stableId }, "post author").deny("handle");
  const own = linkOf(part(forum.link), page);
  reading.say("permalink", own && (forum.permalink?.(own, key) ?? own), "post link");
  const time = part(forum.time);
  const moment = time && (forum.moment ? forum.moment(time) : attributeOf(time, "datetime"));
  if (/^\d{9,13}$/.test(moment ?? "")) reading.epoch(moment, "post time");
  else reading.time(moment, "post time");
  const words = wordsOf(time);
  reading.say("postedAtText", words && (forum.shownTime ? forum.shownTime(words) : words), "post time");
  reading.say("text", wordsOf(part(forum.text), 100_000, forum.nested), "post text");
  if (forum.media) reading.media(countOwn(post, forum.media, nested), "post media");
  return reading.deny("postedAt", "repostedBy", "text");
}

/** The number in the fragment, after one of these words: `#post-42`, `#p42`. */
export function numberInHash({ url }: Page, form: RegExp): string | undefined {
  return form.exec(url?.hash ?? "")?.[1];
}

/** The address without its session and other noise, and the rest of it as written. */
export function without(link: URL, ...names: readonly string[]): URL {
  const copy = new URL(link);
  const parts = link.search.slice(1).split("&");
  copy.search = parts.filter((part) => !names.includes(part.split("=")[0] ?? "")).join("&");
  return copy;
}
