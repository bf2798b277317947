/** Instagram: the drawn post where there is one, and the head, which also visitors without an account get. */

import { declaredAs, numbersIn } from "@/src/extract/count";
import { bare, inPath, linkOf, ownAll, wordsOf } from "@/src/extract/dom";
import { all, onlyMeta, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "@/src/extract/site-reader";
import { onlyDate } from "@/src/extract/when/calendar";

const CODE = /^\/(?:[\w.]+\/)?(?:p|reel|reels|tv)\/([\w-]+)\/?$/;
const STORY = /^\/stories\/[\w.]+\/(\d+)/;
const PROFILE = /^\/([\w.]{1,30})\/?$/;

export const instagram: SiteReader = {
  name: "instagram",
  platforms: ["instagram"],
  named(page) {
    const comment = inPath(page.url, /\/(?:p|reel|tv)\/[\w-]+\/c\/(\d+)/);
    if (comment !== undefined) return { key: `comment ${comment}` };
    const key =
      inPath(page.url, CODE) ??
      inPath(page.url, /^\/(?:[\w.]+\/)?(?:p|reel|tv)\/([\w-]+)\//) ??
      inPath(page.url, STORY);
    return key === undefined ? null : { key };
  },
  posts: (page) =>
    all(page.root, "article", MAX_BLOCKS).map((element) => ({
      element,
      key: inPath(linkOf(ownTime(element, page)?.closest("a"), page), CODE) ?? null,
    })),
  readPost,
  readPage,
  /** "1,234 likes, 57 comments - kim on …", once any comment is there. They are told by the links of their times. */
  declared(page) {
    const [, counts] = /^(.{3,60}?) - /su.exec(onlyMeta(page, "og:description") ?? "") ?? [];
    const [likes, comments] = (counts ?? "").split(/,(?=\s)/);
    const [total, ...more] = numbersIn(comments);
    const times = all(page.root, "a[href*='/c/'] time", MAX_BLOCKS).map((time) => linkOf(time.closest("a"), page));
    const shown = new Set(times.map((link) => inPath(link, /\/c\/(\d+)\/?$/)));
    const isClear = likes !== undefined && more.length === 0 && shown.size > 0 && page.isMetadataOwn;
    return isClear ? declaredAs(total, [...shown]) : null;
  },
};

/** Comments link their times to `/p/CODE/c/ID/`; the post's own leads to `/p/CODE/`. */
function ownTime(post: Element, page: Page): Element | null {
  const times = ownAll(post, "a[href] time", "article", 60);
  return times.find((time) => inPath(linkOf(time.closest("a"), page), CODE) !== undefined) ?? null;
}

function readPost({ element: post }: PostBlock, page: Page): Reading {
  const reading = new Reading("instagram");
  const time = ownTime(post, page);
  readTime(reading, time, page);
  const links = all(post, "header a[href]", 20).filter((link) => inPath(linkOf(link, page), PROFILE) !== undefined);
  const profile = bare(linkOf(links[0], page));
  const handle = inPath(profile, PROFILE);
  if (handle !== undefined)
    reading.say("handle", handle, "article header a").say("profileUrl", profile, "article header a");
  reading.deny("handle", "repostedBy");
  const videos = ownAll(post, "video", "article", 20).length;
  const pictures = ownAll(post, "img[srcset]", "article, header, ul", 20).length;
  const isCarousel = post.querySelector('[aria-label="Next"], .coreSpriteRightChevron') !== null;
  return reading.media(isCarousel ? 0 : Math.max(videos, pictures), "article media");
}

function readTime(reading: Reading, time: Element | null, page: Page): void {
  reading.say("permalink", bare(linkOf(time?.closest("a"), page)), "a[href] time");
  reading.time(time?.getAttribute("datetime"), "time[datetime]").say("postedAtText", wordsOf(time), "time");
}

/** The head counts where it names this post: after moving on inside the app it is still that of the first page. */
function readPage(page: Page, { key }: NamedPost): Reading {
  const reading = new Reading("instagram");
  const time = all(page.root, "main a[href] time, div[role=dialog] a[href] time", 200).find(
    (one) => inPath(linkOf(one.closest("a"), page), CODE) === key,
  );
  readTime(reading, time ?? null, page);
  const addresses = [...page.canonical.map(({ pathname }) => pathname), onlyMeta(page, "og:url") ?? ""];
  if (!addresses.some((address) => address.includes(`/${key}/`))) return reading;
  readHead(reading, page, time === undefined);
  return reading;
}

/** `twitter:title` is "Name (@handle) • …"; the description is `… - handle on May 29, 2021: "text"`. */
function readHead(reading: Reading, page: Page, isTimeOpen: boolean): void {
  const [, name, account] =
    /^(.*) \(@([\w.]{1,30})\)/su.exec(onlyMeta(page, "twitter:title") ?? onlyMeta(page, "og:title") ?? "") ?? [];
  const description = onlyMeta(page, "og:description") ?? onlyMeta(page, "description") ?? "";
  const [, poster, words = ""] = / - ([\w.]{1,30}) ([^"“„«:]{4,60}): ["“„«]/u.exec(description) ?? [];
  const [, opening] = /^(.{1,200}?) \p{L}+ Instagram: ["“„«]/su.exec(onlyMeta(page, "og:title") ?? "") ?? [];
  if (account !== undefined && poster !== undefined && account !== poster) return;
  const handle = account ?? poster;
  reading.say("handle", handle, "meta:description");
  if (handle === undefined || reading.claims.handle?.value === handle)
    reading.author({ displayName: name ?? opening, stableId: onlyMeta(page, "instapp:owner_user_id") }, "meta:title");
  if (isTimeOpen) readShownDate(reading, words, page);
  const [, text] = /: ["“„«](.*)["”“»]\.?\s*$/su.exec(onlyMeta(page, "og:title") ?? description) ?? [];
  reading.say("text", text, "meta:og:title");
}

/** "on May 29, 2021" → the date, where it is one in English or in the page's language. */
function readShownDate(reading: Reading, words: string, page: Page): void {
  const shown = words.replace(/^\p{L}{1,6} (?=.*\d)/u, "");
  const language = page.root.getAttribute("lang");
  for (const text of [shown, words]) {
    const date = onlyDate(text, language);
    if (date === null) continue;
    reading.say("postedAtDate", date, "meta:description").say("postedAtText", text, "meta:description");
    return;
  }
}
