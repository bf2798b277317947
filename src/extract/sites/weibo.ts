/** Weibo's site since 2022 and its mobile page. Most class names are made by the build; links and elements are used. */
import { bare, inPath, linkOf, ownAll, ownFirst, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { isNode, type SchemaNode } from "@/src/extract/schema-node";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const RETWEET = '.retweet, [class*="Feed_retweet"]';
const TEXT = ['[class*="detail_wbtext"]', ".wbpro-feed-content"];
const PATH = /^\/\d+\/(\w+)\/?$/;

export const weibo: SiteReader = {
  name: "weibo",
  platforms: ["weibo"],
  knows: ({ url }) => url?.hostname !== "weibo.cn",
  named({ url }) {
    const key = inPath(url, PATH) ?? inPath(url, /^\/(?:detail|status)\/(\w+)/);
    return key === undefined ? null : { key };
  },
  posts: (page) =>
    all(page.root, "article", MAX_BLOCKS)
      .filter((element) => timeLink(element, page) !== null)
      .map((element) => ({ element, key: inPath(linkOf(timeLink(element, page), page), PATH) ?? null })),
  readPost,
  readPage,
};

/** The one link in a post's head that leads to the post itself. */
function timeLink(post: Element, page: Page): Element | null {
  const links = ownAll(post, "header a[href]", RETWEET, 20);
  return links.find((link) => PATH.test(linkOf(link, page)?.pathname ?? "") && wordsOf(link) !== undefined) ?? null;
}

function readPost({ element: post }: PostBlock, page: Page): Reading {
  const reading = new Reading("weibo");
  const time = timeLink(post, page);
  const link = bare(linkOf(time, page));
  reading.say("permalink", link, "post time link").say("postedAtText", wordsOf(time), "post time");
  const uid = inPath(link, /^\/(\d+)\//);
  const names = ownAll(post, "header a[href]", RETWEET, 10);
  const author = names.find(
    (one) => inPath(linkOf(one, page), /^\/(?:u\/)?(\d+)\/?$/) === uid && wordsOf(one) !== undefined,
  );
  if (author !== undefined)
    reading.author(
      { handle: uid, displayName: wordsOf(author), profile: bare(linkOf(author, page)), stableId: uid },
      "post header",
    );
  const from = post.querySelector(`:is(${RETWEET}) a[href*="/u/"]`);
  if (from)
    reading.quotes({
      handle: inPath(linkOf(from, page), /^\/u\/(\d+)/),
      displayName: wordsOf(from)?.replace(/^@/, ""),
    });
  reading.say("text", wordsOf(ownFirst(post, TEXT, RETWEET), 100_000), "post wbtext");
  return reading.deny("handle", "repostedBy", "text");
}

/** m.weibo.cn puts the post into a script, with its time and zone. */
function readPage(page: Page, { key }: NamedPost): Reading {
  const reading = new Reading("weibo");
  const status = statusIn(page);
  if (status === null || ![status.id, status.mid, status.bid].map(String).includes(key)) return reading;
  reading.time(isoOf(status.created_at), "page data created_at").deny("repostedBy");
  const user = isNode(status.user) ? status.user : {};
  const id = typeof user.id === "number" ? String(user.id) : undefined;
  const displayName = typeof user.screen_name === "string" ? user.screen_name : undefined;
  reading.author({ handle: id, displayName, stableId: id }, "page data user");
  const pictures = Array.isArray(status.pics) ? status.pics.length : 0;
  return reading.media(pictures, "page data pics");
}

function statusIn(page: Page): SchemaNode | null {
  const script = all(page.root, "script:not([src])", 50).find((one) => one.textContent?.includes("$render_data = ["));
  const text = script?.textContent?.slice(0, 2_000_000) ?? "";
  const json = /\$render_data = (\[[\s\S]*\])\[0\]/.exec(text)?.[1];
  const data: unknown = json === undefined ? null : JSON.parse(json);
  const first: unknown = Array.isArray(data) ? data[0] : null;
  return isNode(first) && isNode(first.status) ? first.status : null;
}

/** "Fri Jun 05 11:11:05 +0800 2020" */
function isoOf(raw: unknown): string | undefined {
  const [, month, day, clock, zone, year] =
    /^\w{3} (\w{3}) (\d{2}) (\d\d:\d\d:\d\d) ([+-]\d{4}) (\d{4})$/.exec(String(raw)) ?? [];
  const number = "JanFebMarAprMayJunJulAugSepOctNovDec".indexOf(month ?? "?") / 3 + 1;
  return Number.isInteger(number) && number > 0
    ? `${year}-${String(number).padStart(2, "0")}-${day}T${clock}${zone}`
    : undefined;
}
