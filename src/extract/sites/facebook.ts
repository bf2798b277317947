/**
 * Facebook on the desktop. Its times are drawn in scrambled letters, so only a label that holds a date is taken. Posts
 * are told by their permalinks; ids come in two forms, and one post can have several of the form `pfbid…`.
 */
import { bare, inPath, linkOf, ownAll, ownOne, withQuery, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const POST = '[role="article"]:not([aria-label]), [aria-posinset]';
const COMMENT = '[role="article"][aria-label]';
const NESTED = '[role="article"]';
const NAME =
  '[data-ad-rendering-role="profile_name"] a[href], h2 a[role="link"][href], h3 a[role="link"][href], h4 a[role="link"][href]';
const MESSAGE =
  '[data-ad-rendering-role="story_message"], [data-ad-comet-preview="message"], [data-ad-preview="message"]';
const MAX_DATA = 2_000_000;
const RESERVED =
  /^(?:groups|watch|events|photo|photo\.php|permalink\.php|story\.php|hashtag|marketplace|reel|reels|share|stories|pages|people|profile\.php|help|login|gaming|messages)$/;

export const facebook: SiteReader = {
  name: "facebook",
  platforms: ["facebook"],
  knows: ({ root }) => root.querySelector(POST) !== null,
  named: ({ url }) => {
    const comment = commentId(url);
    const key = comment ?? storyId(url);
    return key === undefined ? null : { key };
  },
  posts,
  readPost,
};

/** `&comment_id=…` names a comment, not the post it is on. */
export function commentId(url: URL | null): string | undefined {
  const id = url?.searchParams.get("reply_comment_id") ?? url?.searchParams.get("comment_id");
  return id ? `comment ${id}` : undefined;
}

/** The id in any form of a post's address. */
export function storyId(url: URL | null): string | undefined {
  if (url === null) return undefined;
  const inQuery =
    url.searchParams.get("story_fbid") ?? url.searchParams.get("fbid") ?? url.searchParams.get("multi_permalinks");
  if (inQuery) return inQuery;
  const isWatch = /^\/(?:watch|video\.php)/.test(url.pathname);
  if (isWatch) return url.searchParams.get("v") ?? undefined;
  return inPath(url, /\/(?:posts|permalink|videos|photos|reel)\/(?:[^/]+\/)*?(pfbid\w+|\d{5,})\/?$/);
}

function posts(page: Page): PostBlock[] {
  const elements = all(page.root, `${POST}, ${COMMENT}`, MAX_BLOCKS);
  const top = elements.filter((one) => one.matches(COMMENT) || one.parentElement?.closest(POST) == null);
  const blocks = top.map((element) => ({ element, key: keyOf(element, page) }));
  const named = storyId(page.url);
  const stories = blocks.filter(({ element }) => !element.matches(COMMENT));
  const [only, ...others] = stories;
  const poster = inPath(page.url, /^\/([^/]+)\/(?:posts|videos|photos)\//);
  const fits = only !== undefined && poster !== undefined && accountIn(nameLink(only.element, page)).handle === poster;
  if (only && named && others.length === 0 && only.key !== named && fits) only.key = named; // the other form of its id
  return blocks;
}

function permalinkOf(block: Element, page: Page): Element | null {
  const nested = block.matches(COMMENT) ? NESTED : `${NESTED}, [data-ad-rendering-role="story_message"]`;
  const links = ownAll(block, "a[href]", nested, 60);
  return links.find((link) => storyId(linkOf(link, page)) !== undefined) ?? null;
}

function keyOf(block: Element, page: Page): string | null {
  const address = linkOf(permalinkOf(block, page), page);
  if (block.matches(COMMENT)) return commentId(address) ?? null;
  return storyId(address) ?? null;
}

function nameLink(block: Element, page: Page): URL | null {
  const isComment = block.matches(COMMENT);
  const links = isComment
    ? ownAll(block, "a[href]", NESTED, 6).filter((one) => wordsOf(one))
    : ownAll(block, NAME, NESTED, 6);
  const addresses = links.map((link) => linkOf(link, page));
  return (
    addresses.find((one) => one !== null && (accountIn(one).handle ?? accountIn(one).stableId) !== undefined) ?? null
  );
}

/** `/NAME`, `/profile.php?id=ID`, `/people/Name/ID/` or, inside a group, `/groups/GROUP/user/ID/`. */
export function accountIn(address: URL | null): { handle?: string; stableId?: string } {
  const id =
    inPath(address, /^\/(?:people\/[^/]+|groups\/[^/]+\/user)\/(\d+)\/?$/) ??
    (address?.pathname === "/profile.php" ? address.searchParams.get("id") : null);
  if (id) return { stableId: id };
  const handle = inPath(address, /^\/([\w.-]+)\/?$/);
  return handle === undefined || RESERVED.test(handle) || /^\d+$/.test(handle) ? {} : { handle };
}

/** The page's data names the time of the post it was opened with; it counts where it speaks of this post and no other. */
function creationTime(page: Page, key: string | null): string | undefined {
  if (key === null || key !== storyId(page.url)) return undefined;
  const scripts = all(page.root, 'script[type="application/json"]', 300).map(({ textContent }) => textContent ?? "");
  const own = scripts.filter((text) => text.length < MAX_DATA && text.includes(key));
  const times = new Set(
    own.flatMap((text) => [...text.matchAll(/"creation_time":(\d{10})\b/g)].map(([, time]) => time)),
  );
  return times.size === 1 ? [...times][0] : undefined;
}

function readPost({ element: post, key }: PostBlock, page: Page): Reading {
  const reading = new Reading("facebook");
  const profile = withQuery(nameLink(post, page), ["id"]);
  const name = ownAll(post, `${NAME}, a[href]`, NESTED, 20).find(
    (link) => wordsOf(link) !== undefined && withQuery(linkOf(link, page), ["id"])?.href === profile?.href,
  );
  reading.author({ ...accountIn(profile), displayName: wordsOf(name), profile }, "post profile_name").deny("handle");
  const link = permalinkOf(post, page);
  const query = ["story_fbid", "fbid", "id", "v", "comment_id", "reply_comment_id"];
  reading.say("permalink", withQuery(linkOf(link, page), query), "post permalink");
  const label = link?.getAttribute("aria-label") ?? "";
  if (/\d/.test(label)) reading.say("postedAtText", label, "post permalink aria-label");
  if (!post.matches(COMMENT)) reading.epoch(creationTime(page, key), "page data creation_time");
  const inner = all(post, `${NESTED} ${NAME.split(",")[0]}`, 1)[0];
  if (inner !== undefined) reading.quotes({ ...accountIn(bare(linkOf(inner, page))), displayName: wordsOf(inner) });
  const text = ownOne(post, post.matches(COMMENT) ? 'div[dir="auto"]' : MESSAGE, NESTED);
  return reading.say("text", wordsOf(text, 100_000), "post story_message").deny("repostedBy", "postedAt", "text");
}
