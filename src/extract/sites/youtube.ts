/**
 * YouTube: the head and the page's data describe the video that the page was opened with; after moving on inside the
 * app they are old, so each part counts only where it has the id that the address has.
 */

import { parseWebAddress } from "@/src/extract/addresses";
import { declaredAs, matching, onlyNumberIn } from "@/src/extract/count";
import { attributeOf, bare, inPath, linkOf, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "@/src/extract/site-reader";
import { onlyDate } from "@/src/extract/when/calendar";

const COMMENT = "ytd-comment-view-model, ytd-comment-renderer, ytd-backstage-post-renderer";
const TIME_LINK = "#published-time-text a[href], a#published-time-text[href]";
const OWNER =
  "ytd-video-owner-renderer ytd-channel-name a[href], ytd-reel-video-renderer[is-active] ytd-channel-name a[href]";
/** Of a comment that is not drawn, what the page says of its video is no fact. */
const POST_FACTS = ["handle", "displayName", "profileUrl", "permalink", "postedAt", "postedAtDate", "text"] as const;
const NAME_PATH = /^\/(?:@|user\/|c\/)([^/]+)/;

export const youtube: SiteReader = {
  name: "youtube",
  platforms: ["youtube"],
  named({ url }) {
    const comment = url?.searchParams.get("lc");
    const post = inPath(url, /^\/post\/([\w-]+)/) ?? url?.searchParams.get("lb");
    const key = comment ?? post ?? videoId(url);
    return key ? { key } : null;
  },
  posts: (page) => all(page.root, COMMENT, MAX_BLOCKS).map((element) => ({ element, key: keyOf(element, page) })),
  readPost: readComment,
  readPage,
  /** Comments under the video. */
  declared({ root }, blocks) {
    const count = onlyNumberIn(root.querySelector("ytd-comments-header-renderer #count"));
    return declaredAs(count, matching(blocks, "ytd-comment-view-model, ytd-comment-renderer"));
  },
};

function videoId(url: URL | null): string | undefined {
  const isShort = url?.hostname.endsWith("youtu.be");
  return (
    url?.searchParams.get("v") ?? inPath(url, isShort ? /^\/([\w-]{11})/ : /^\/(?:shorts|live|embed|v)\/([\w-]{11})/)
  );
}

function keyOf(comment: Element, page: Page): string | null {
  const link = linkOf(comment.querySelector(TIME_LINK), page);
  return link?.searchParams.get("lc") ?? inPath(link, /^\/post\/([\w-]+)/) ?? null;
}

function readComment({ element: comment }: PostBlock, page: Page): Reading {
  const reading = new Reading("youtube");
  const link = comment.querySelector(TIME_LINK);
  const profile = bare(linkOf(comment.querySelector("a#author-text[href]"), page));
  reading.author({ ...accountOf(profile), profile }, "comment author").deny("handle");
  reading.say("permalink", linkOf(link, page), "comment time link").say("postedAtText", wordsOf(link), "comment time");
  const text = wordsOf(comment.querySelector("#content-text"), 100_000);
  const isPost = comment.localName === "ytd-backstage-post-renderer";
  if (isPost) reading.media(all(comment, "#content-attachment img", 20).length, "post attachment");
  return reading.say("text", text, "comment text").deny("postedAt", "repostedBy", "text");
}

function accountOf(profile: URL | null): { handle: string | undefined; stableId: string | undefined } {
  return { handle: inPath(profile, NAME_PATH), stableId: inPath(profile, /^\/channel\/(UC[\w-]+)/) };
}

function readPage(page: Page, { key }: NamedPost): Reading {
  const reading = new Reading("youtube").deny("repostedBy");
  if (key !== videoId(page.url)) return reading.deny(...POST_FACTS);
  readDrawn(reading, page, key);
  readHead(reading, page, key);
  readData(reading, page, key);
  return reading.media(1, "address").deny("handle");
}

/** The drawn page, which the app keeps up to date. */
function readDrawn(reading: Reading, page: Page, id: string): void {
  const watch = page.root.querySelector("ytd-watch-flexy[video-id], ytd-watch-metadata[video-id]");
  if (watch?.getAttribute("video-id") !== id) return;
  const owner = all(page.root, OWNER, 5).find((one) => wordsOf(one) !== undefined);
  const profile = bare(linkOf(owner, page));
  const account = accountOf(profile);
  if (account.handle !== undefined) reading.author({ ...account, displayName: wordsOf(owner), profile }, "video owner");
  reading.say("title", wordsOf(watch.querySelector("h1")), "video h1");
  const words = watch.querySelector("#info-strings yt-formatted-string");
  reading.say("postedAtText", wordsOf(words), "video info-strings");
}

function readHead(reading: Reading, page: Page, id: string): void {
  const ids = all(page.root, 'meta[itemprop="identifier"], meta[itemprop="videoId"]', 5);
  if (!ids.some((one) => one.getAttribute("content") === id)) return;
  const url = page.root.querySelector('[itemprop="author"] link[itemprop="url"]');
  const name = attributeOf(page.root.querySelector('[itemprop="author"] link[itemprop="name"]'), "content");
  const profile = withHttps(bare(linkOf(url, page)));
  const account = accountOf(profile);
  const shown = all(page.root, "a.yt-user-name[href]", 3).find(
    (one) => accountOf(bare(linkOf(one, page))).handle === account.handle,
  );
  if (reading.claims.handle === undefined)
    reading.author({ ...account, displayName: name ?? wordsOf(shown), profile }, "meta itemprop=author");
  const published =
    page.root.querySelector('meta[itemprop="datePublished"]') ?? page.root.querySelector('meta[itemprop="uploadDate"]');
  reading.time(published?.getAttribute("content"), "meta itemprop=datePublished");
  readShownDate(reading, page.root.querySelector("#eow-date"), page);
  const channel = page.root.querySelector('meta[itemprop="channelId"]')?.getAttribute("content") ?? undefined;
  reading.author({ stableId: channel }, "meta itemprop=channelId");
}

/** The layout until 2017 has only words. */
function readShownDate(reading: Reading, shown: Element | null, page: Page): void {
  const words = wordsOf(shown);
  reading.say("postedAtText", words, "video eow-date");
  const date =
    words === undefined
      ? null
      : onlyDate(words.replace(/^[^\d]*? (?=\p{L}{3,9}\.? \d)/u, ""), page.root.getAttribute("lang"));
  if (!reading.claims.postedAt) reading.say("postedAtDate", date, "video eow-date");
}

function withHttps(address: URL | null): URL | null {
  if (address?.protocol === "http:") address.protocol = "https:";
  return address;
}

/** The player's data; parts are cut out as text, because the whole is large. */
function readData(reading: Reading, page: Page, id: string): void {
  const scripts = all(page.root, "script:not([src])", 200).map((script) => script.textContent ?? "");
  const player = scripts.find((text) => text.includes(`"videoDetails":{"videoId":"${id}"`));
  if (player === undefined) return;
  const part = (name: string) => stringAfter(player, `"${name}":`);
  const profile = withHttps(bare(parseWebAddress(part("ownerProfileUrl"), page.base)));
  const stableId = part("externalChannelId");
  if (reading.claims.handle === undefined)
    reading.author(
      { ...accountOf(profile), displayName: part("ownerChannelName"), profile, stableId },
      "page data owner",
    );
  reading.author({ stableId }, "page data owner").time(part("publishDate"), "page data publishDate");
  const dates = new Set(scripts.flatMap((text) => stringAfter(text, '"dateText":{"simpleText":') ?? []));
  if (dates.size === 1) reading.say("postedAtText", [...dates][0], "page data dateText");
}

function stringAfter(text: string, name: string): string | undefined {
  const at = text.indexOf(name);
  const literal =
    at < 0 ? null : /^\s*("(?:[^"\\]|\\.){0,500}")/.exec(text.slice(at + name.length, at + name.length + 600));
  return literal === null ? undefined : (JSON.parse(literal[1] ?? '""') as string);
}
