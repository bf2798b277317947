/** Bluesky's web app. A thread's main post has no link of its own; its machine time stands only in the page's head. */
import { bare, countOwn, inPath, linkOf, ownAll, ownOne, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const THREAD_ITEM = "postThreadItem-by-";
const POST = `[data-testid^="${THREAD_ITEM}"], [data-testid^="feedItem-by-"]`;
const NESTED = 'div[role="link"]';
const POST_PATH = /^\/profile\/[^/]+\/post\/(\w+)\/?$/;
const PROFILE_PATH = /^\/profile\/([^/]+)\/?$/;

export const bluesky: SiteReader = {
  name: "bluesky",
  platforms: ["bluesky"],
  named(page) {
    const key = inPath(page.url, /^\/profile\/[^/]+\/post\/(\w+)/);
    return key === undefined ? null : { key };
  },
  posts,
  readPost,
  readPage,
};

function posts(page: Page): PostBlock[] {
  const blocks = all(page.root, POST, MAX_BLOCKS).map((element) => ({
    element,
    key: inPath(linkOf(ownLink(element, page), page), POST_PATH) ?? null,
  }));
  const [main, ...more] = blocks.filter(({ element, key }) => key === null && isThreadItem(element));
  const named = bluesky.named?.(page);
  const isDrawnTwice = blocks.some(({ key }) => key === named?.key);
  if (main !== undefined && more.length === 0 && named && !isDrawnTwice && fitsAddress(main.element, page))
    main.key = named.key;
  return blocks;
}

function isThreadItem(post: Element): boolean {
  return post.getAttribute("data-testid")?.startsWith(THREAD_ITEM) ?? false;
}

function fitsAddress(post: Element, page: Page): boolean {
  const name = inPath(page.url, /^\/profile\/([^/]+)/)?.toLowerCase();
  return name === handleOf(post).toLowerCase() || (name?.startsWith("did:") ?? false);
}

function handleOf(post: Element): string {
  return post.getAttribute("data-testid")?.split("-by-").slice(1).join("-by-") ?? "";
}

/** The link around the time, which leads to the author's own post. */
function ownLink(post: Element, page: Page): Element | null {
  const links = ownAll(post, 'a[href*="/post/"]', NESTED, 20);
  return (
    links.find((link) => {
      const address = linkOf(link, page);
      return address?.pathname.startsWith(`/profile/${handleOf(post)}/`) && POST_PATH.test(address.pathname);
    }) ?? null
  );
}

function readPost({ element: post, key }: PostBlock, page: Page): Reading {
  const reading = new Reading("bluesky");
  const link = ownLink(post, page);
  reading.say("permalink", bare(linkOf(link, page)), "post a[href]");
  reading.say(
    "postedAtText",
    wordsOf(link)?.replace(/^· /, "") ?? (key === null ? undefined : shownTime(post)),
    "post time",
  );
  const handle = handleOf(post);
  const profiles = ownAll(post, 'a[href^="/profile/"]', NESTED, 10);
  const own = profiles.filter((one) => inPath(linkOf(one, page), PROFILE_PATH) === handle && !one.querySelector("svg"));
  const names = own.map((one) => wordsOf(one)).filter((name) => name !== undefined);
  const displayName = names.map((name) => withoutHandle(name, handle)).find((name) => name !== "");
  reading.author({ handle, displayName, profile: bare(linkOf(own[0], page)) }, "post data-testid");
  readReposter(reading, profiles[0], page);
  const text = ownOne(post, 'div[data-word-wrap="1"]', NESTED);
  reading.say("text", wordsOf(text, 100_000), "post data-word-wrap");
  const media = countOwn(post, 'img[src*="/feed_thumbnail/"], img[src*="/feed_fullsize/"], video', NESTED);
  return reading.deny("repostedBy").media(media, "post media");
}

/** Name and handle can stand in one link, the handle between marks of direction. */
function withoutHandle(name: string, handle: string): string {
  const at = name.lastIndexOf(`@${handle}`);
  return (at < 0 ? name : name.slice(0, at)).replace(/[\s\u200E\u200F\u202A-\u202E\u2066-\u2069]+$/u, "");
}

/** "Reposted by …" stands first, is a link in every language, and holds an icon instead of a picture. */
function readReposter(reading: Reading, first: Element | undefined, page: Page): void {
  const profile = bare(linkOf(first, page));
  const isMark = first?.querySelector("svg") && !first.querySelector("img") && wordsOf(first) !== undefined;
  if (isMark) reading.passedOnBy({ handle: inPath(profile, PROFILE_PATH), profile }, "post reposter link");
}

/** The main post shows "12:55 AM · Jan 27, 2026" without any mark but its own form. */
function shownTime(post: Element): string | undefined {
  const plain = ownAll(post, "div", NESTED, 400).filter((one) => one.childElementCount === 0);
  const words = plain.map((one) => wordsOf(one) ?? "");
  const times = words.filter((one) => one.length < 60 && /\d[:.h]\d\d/.test(one) && /(?:19|20)\d\d/.test(one));
  return times.length === 1 ? times[0] : undefined;
}

function readPage(page: Page, { key }: NamedPost): Reading {
  const reading = new Reading("bluesky");
  const address = page.root.querySelector('link[rel="alternate"][href^="at://"]')?.getAttribute("href") ?? "";
  const [, did, rkey] = /^at:\/\/(did:[^/]+)\/[^/]+\/(\w+)$/.exec(address) ?? [];
  if (rkey === key) reading.author({ stableId: did }, "link at://");
  return reading;
}
