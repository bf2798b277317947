/** TikTok: the page's data describes the video it was opened with; it counts where it is the one in the address. */

import { declaredAs } from "@/src/extract/count";
import { bare, inPath, linkOf, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { isNode, type SchemaNode } from "@/src/extract/schema-node";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const MAX_DATA = 3_000_000;
const COMMENT = '[data-e2e="comment-level-1"], [data-e2e="comment-level-2"]';

export const tiktok: SiteReader = {
  name: "tiktok",
  platforms: ["tiktok"],
  named(page) {
    const key =
      inPath(page.url, /^\/@[^/]*\/(?:video|photo)\/(\d+)/) ?? inPath(page.url, /^\/(?:v|embed(?:\/v2)?)\/(\d+)/);
    return key === undefined ? null : { key };
  },
  posts: ({ root }) =>
    all(root, COMMENT, MAX_BLOCKS).map((text) => ({ element: text.parentElement?.parentElement ?? text, key: null })),
  readPost: readComment,
  readPage,
  /** Comments under the video, once any of them is there. */
  declared(page, blocks) {
    const key = tiktok.named?.(page)?.key;
    const stats = key === undefined || blocks.length === 0 ? null : videoIn(page, key)?.stats;
    const total = isNode(stats) ? Number(stats.commentCount) : null;
    return declaredAs(total, blocks);
  },
};

function readPage(page: Page, { key }: NamedPost): Reading {
  const reading = new Reading("tiktok").deny("repostedBy");
  const video = videoIn(page, key);
  if (video !== null) {
    readVideo(reading, video, page);
    const shown = page.root.querySelector('[data-e2e="browser-nickname"] > span:last-child:not(:first-child)');
    reading.say("postedAtText", wordsOf(shown), "browser-nickname");
  }
  const names = all(page.root, '[data-e2e="browse-username"], [data-e2e="video-author-uniqueid"]', 5);
  const inAddress = inPath(page.url, /^\/@([^/]+)\//);
  const shown = names
    .map((one) => wordsOf(one)?.replace(/^@/, ""))
    .find((one) => one?.toLowerCase() === inAddress?.toLowerCase());
  if (shown !== undefined && video === null) reading.author({ handle: shown }, "browse-username");
  return reading.deny("handle", "postedAt");
}

function readVideo(reading: Reading, video: SchemaNode, page: Page): void {
  const author = isNode(video.author) ? video.author : {};
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  const handle = text(author.uniqueId) ?? text(video.author);
  const link = all(page.root, 'a[data-e2e="video-author-avatar"], a[href^="/@"]', 50).find(
    (one) => inPath(linkOf(one, page), /^\/@([^/]+)\/?$/)?.toLowerCase() === handle?.toLowerCase(),
  );
  const displayName = text(author.nickname) ?? text(video.nickname);
  reading.author(
    { handle, displayName, profile: bare(linkOf(link, page)), stableId: text(author.id) },
    "page data author",
  );
  const created = video.createTime;
  reading.epoch(typeof created === "number" || typeof created === "string" ? created : null, "page data createTime");
  reading.say("text", text(video.desc), "page data desc");
  const pictures = isNode(video.imagePost) ? video.imagePost.images : undefined;
  reading.media(Array.isArray(pictures) ? pictures.length : 1, "page data");
}

function videoIn(page: Page, id: string): SchemaNode | null {
  for (const script of all(page.root, "#__UNIVERSAL_DATA_FOR_REHYDRATION__, #SIGI_STATE, #__NEXT_DATA__", 3)) {
    const text = script.textContent ?? "";
    if (text.length > MAX_DATA) continue;
    const data: unknown = JSON.parse(text);
    const found = [
      at(data, "__DEFAULT_SCOPE__", "webapp.video-detail", "itemInfo", "itemStruct"),
      at(data, "ItemModule", id),
      at(data, "props", "pageProps", "itemInfo", "itemStruct"),
    ].find((one) => isNode(one) && one.id === id);
    if (isNode(found)) return found;
  }
  return null;
}

function at(data: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (isNode(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    data,
  );
}

function readComment({ element }: PostBlock, page: Page): Reading {
  const reading = new Reading("tiktok");
  const link = element.querySelector('[data-e2e^="comment-username"] a[href^="/@"], a[href^="/@"]');
  const profile = bare(linkOf(link, page));
  reading.author({ handle: inPath(profile, /^\/@([^/]+)\/?$/), profile }, "comment author");
  reading.say("postedAtText", wordsOf(element.querySelector('[data-e2e^="comment-time"]')), "comment time");
  return reading.say("text", wordsOf(element.querySelector(COMMENT), 100_000), "comment text");
}
