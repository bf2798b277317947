/** Lemmy, on any host. Times are text in a tooltip, without a machine's form. */

import { declaredAs, matching, onlyNumberIn } from "@/src/extract/count";
import { attributeOf, bare, inPath, linkOf, ownOne, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const POST = ".post-listing[id^='post-listing-'], .post-listing";
const COMMENT = "li.comment[id^='comment-'], .comment[id^='comment-'], [id^='comment-'].comment-node";
const BLOCK = `${POST}, ${COMMENT}`;

export const lemmy: SiteReader = {
  name: "lemmy",
  platforms: ["mastodon"],
  anyHost: "platform",
  knows: ({ root }) => root.querySelector(".person-listing") !== null && root.querySelector(BLOCK) !== null,
  named({ url }) {
    const comment = inPath(url, /^\/comment\/(\d+)/) ?? inPath(url, /^\/post\/\d+\/(\d+)/);
    if (comment !== undefined) return { key: `comment-${comment}` };
    const post = inPath(url, /^\/post\/(\d+)/);
    return post === undefined ? null : { key: `post-${post}` };
  },
  posts: (page) =>
    all(page.root, BLOCK, MAX_BLOCKS)
      .filter((element) => element.matches(COMMENT) || element.parentElement?.closest(POST) == null)
      .map((element) => ({ element, key: keyOf(element, page) })),
  readPost,
  /** Comments, without the post. A list of posts has several counts. */
  declared({ root }, blocks) {
    const counts = root.querySelectorAll(".post-listing a[href*='scrollToComments']");
    if (matching(blocks, POST).length !== 1 || counts.length === 0) return null;
    return declaredAs(onlyNumberIn(counts[0]), matching(blocks, COMMENT));
  },
};

function keyOf(block: Element, page: Page): string | null {
  if (block.matches(COMMENT)) return block.id;
  const id =
    /(\d+)$/.exec(block.id)?.[1] ?? inPath(linkOf(block.querySelector("a[href^='/post/']"), page), /^\/post\/(\d+)/);
  return id === undefined ? null : `post-${id}`;
}

function readPost({ element: block, key }: PostBlock, page: Page): Reading {
  const reading = new Reading("lemmy");
  const link = ownOne(block, ".person-listing[href*='/u/'], .person-listing a[href*='/u/'], a.person-listing", COMMENT);
  const profile = bare(linkOf(link, page));
  const name = wordsOf(link);
  const handle = inPath(profile, /^\/u\/([^/]+)\/?$/);
  reading
    .author({ handle, displayName: name?.startsWith("@") ? undefined : name, profile }, "listing person")
    .deny("handle");
  const time = ownOne(block, ".moment-time", COMMENT);
  reading.say("postedAtText", wordsOf(time) ?? attributeOf(time, "data-tippy-content"), "listing moment-time");
  const path = key?.replace(/^(post|comment)-/, "/$1/");
  if (path) reading.say("permalink", new URL(path, page.url?.origin), "listing id");
  const isComment = block.matches(COMMENT);
  if (!isComment)
    reading.say("title", wordsOf(ownOne(block, "h1, h2, h3, h5.post-title, .post-title", COMMENT)), "listing title");
  const text = ownOne(block, isComment ? ".comment-content .md-div, .md-div" : ".md-div, .post-body", COMMENT);
  return reading.say("text", wordsOf(text, 100_000), "listing md-div").deny("repostedBy", "text");
}
