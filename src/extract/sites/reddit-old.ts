/** Reddit's old design: every post and comment is a `.thing` that carries its facts in `data-*`. */
import { parseWebAddress } from "@/src/extract/addresses";
import { declaredAs, matching, onlyNumberIn } from "@/src/extract/count";
import { attributeOf, bare, linkOf, ownOne, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type PostBlock, type SiteReader } from "@/src/extract/site-reader";
import { namedOnReddit } from "./reddit";

const POST = ".thing[data-fullname]";

export const redditOld: SiteReader = {
  name: "reddit-old",
  platforms: ["reddit"],
  anyHost: "copy",
  home: "https://old.reddit.com/",
  knows: ({ root }) => root.querySelector(POST) !== null,
  named: namedOnReddit,
  posts: ({ root }) =>
    all(root, POST, MAX_BLOCKS).map((element) => ({ element, key: element.getAttribute("data-fullname") })),
  readPost,
  /** Comments, without the post. A list of posts has several counts. */
  declared(page, blocks) {
    if (page.root.querySelector(".commentarea") === null) return null;
    const post = matching(blocks, ".link")[0]?.element;
    const count = attributeOf(post, "data-comments-count");
    const total = count === undefined ? onlyNumberIn(post?.querySelector("a.comments")) : Number(count);
    return declaredAs(total, matching(blocks, ".comment"));
  },
};

function readPost({ element: post }: PostBlock, page: Page): Reading {
  const reading = new Reading("reddit-old");
  const link = ownOne(post, ".tagline a.author", POST);
  const handle = link === null ? undefined : (attributeOf(post, "data-author") ?? wordsOf(link));
  const profile = bare(linkOf(link, page));
  reading
    .author({ handle, profile, stableId: attributeOf(post, "data-author-fullname") }, "thing data-author")
    .deny("handle");
  const path = attributeOf(post, "data-permalink") ?? attributeOf(ownOne(post, "a.bylink", POST), "href");
  reading.say("permalink", parseWebAddress(path, page.base), "thing data-permalink");
  const time = ownOne(post, ".tagline time[datetime]", POST);
  reading.time(time?.getAttribute("datetime"), "thing time[datetime]").say("postedAtText", wordsOf(time), "thing time");
  reading.epoch(attributeOf(post, "data-timestamp"), "thing data-timestamp");
  reading.say("title", wordsOf(ownOne(post, "a.title", POST)), "thing a.title");
  reading.say("text", wordsOf(ownOne(post, ".usertext-body .md", POST), 100_000), "thing usertext");
  return reading.deny("repostedBy", "text");
}
