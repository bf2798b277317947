/** Reddit since 2023 ("shreddit"): posts and comments are elements of their own that carry their facts as attributes. */
import { parseWebAddress } from "@/src/extract/addresses";
import { declaredAs, matching } from "@/src/extract/count";
import { attributeOf, bare, inPath, linkOf, ownAll, ownOne, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const NESTED = "shreddit-post, shreddit-comment, shreddit-profile-comment";

export const reddit: SiteReader = {
  name: "reddit",
  platforms: ["reddit"],
  knows: ({ root }) => root.querySelector(NESTED) !== null,
  named: namedOnReddit,
  posts: ({ root }) => all(root, NESTED, MAX_BLOCKS).map((element) => ({ element, key: keyOf(element) })),
  readPost,
  /** Comments, without the post. */
  declared({ root }, blocks) {
    const total = root.querySelector("shreddit-post[comment-count]")?.getAttribute("comment-count");
    if (!total || root.querySelector("shreddit-feed") !== null) return null;
    return declaredAs(Number(total), matching(blocks, "shreddit-comment"));
  },
};

/** `/comments/POST/slug/COMMENT/`; the comment is named where there is one. Used by every layout. */
export function namedOnReddit({ url }: Page): NamedPost | null {
  const comment = inPath(url, /\/comments\/\w+\/[^/]*\/(\w+)\/?$/);
  if (comment !== undefined) return { key: `t1_${comment}` };
  const post = inPath(url, /\/comments\/(\w+)/) ?? (url?.hostname === "redd.it" ? inPath(url, /^\/(\w+)/) : undefined);
  return post === undefined ? null : { key: `t3_${post}` };
}

function keyOf(block: Element): string | null {
  return block.getAttribute("thingid") ?? block.getAttribute("comment-id") ?? block.getAttribute("id");
}

function readPost({ element: post }: PostBlock, page: Page): Reading {
  const reading = new Reading("reddit");
  const name = attributeOf(post, "author");
  const handle = name === "[deleted]" ? undefined : name;
  const profile = ownAll(post, 'a[href*="/user/"]', NESTED, 10)
    .map((link) => bare(linkOf(link, page)))
    .find((link) => inPath(link, /^\/user\/([^/]+)\/?$/) === handle);
  reading.author({ handle, profile, stableId: attributeOf(post, "author-id") }, "post author").deny("handle");
  reading.say("permalink", parseWebAddress(attributeOf(post, "permalink"), page.base), "post permalink");
  const ago = ownOne(post, "faceplate-timeago[ts], time[datetime]", NESTED);
  const raw = attributeOf(post, "created-timestamp") ?? attributeOf(post, "created");
  reading.time(raw ?? attributeOf(ago, "ts") ?? attributeOf(ago, "datetime"), "post created-timestamp");
  reading.say("postedAtText", wordsOf(ago?.matches("time") ? ago : ago?.querySelector("time")), "post time");
  reading.say("title", attributeOf(post, "post-title"), "post post-title");
  reading.say("text", wordsOf(ownOne(post, '[slot="text-body"], [slot="comment"]', NESTED), 100_000), "post text");
  const type = attributeOf(post, "post-type");
  const gallery = ownAll(post, "gallery-carousel li", NESTED, 100).length;
  const media = type === "gallery" ? gallery : type === "image" || type === "video" ? 1 : 0;
  return reading.deny("repostedBy", "text", "postedAtText").media(media, "post post-type");
}
