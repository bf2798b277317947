/** weibo.cn, the plain pages. A post that passes another one on shows both; the poster's name stands first. */
import { bare, inPath, linkOf, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const POST = 'div.c[id^="M_"]';
const COMMENT = 'div.c[id^="C_"]';

export const weiboCn: SiteReader = {
  name: "weibo-cn",
  platforms: ["weibo"],
  knows: ({ url, root }) => url?.hostname === "weibo.cn" && root.querySelector(POST) !== null,
  named({ url }) {
    const key = inPath(url, /^\/(?:comment|repost|attitude|\w+)\/(\w{9})$/);
    return key === undefined ? null : { key };
  },
  posts: (page) =>
    all(page.root, `${POST}, ${COMMENT}`, MAX_BLOCKS).map((element) => ({ element, key: keyOf(element, page) })),
  readPost,
};

/** On a post's own page its block has no id. */
function keyOf(block: Element, page: Page): string | null {
  if (block.id === "M_") return weiboCn.named?.(page)?.key ?? null;
  return block.id.replace(/^M_/, "");
}

function readPost({ element: post, key }: PostBlock, page: Page): Reading {
  const reading = new Reading("weibo-cn");
  const links = all(post, "a[href]", 5);
  const author = links.find((link) => wordsOf(link) !== undefined && link.closest(".cmt, .ctt") === null);
  const profile = bare(linkOf(author, page));
  const handle = inPath(profile, /^\/(?:u\/)?(\w+)\/?$/);
  if (handle !== undefined)
    reading.author(
      { handle, displayName: wordsOf(author), profile, stableId: /^\d+$/.test(handle) ? handle : undefined },
      "post first link",
    );
  reading.say("postedAtText", wordsOf(all(post, ".ct", 10).at(-1)), "post ct");
  const own = post.matches(COMMENT) ? null : page.root.querySelector(`a[href*="/comment/${key}"]`);
  reading.say("permalink", bare(linkOf(own, page)), "post comment link");
  const source = post.querySelector(".cmt a[href]");
  const from = bare(linkOf(source, page));
  if (source)
    reading.quotes({
      handle: inPath(from, /^\/(?:u\/)?(\w+)\/?$/),
      displayName: wordsOf(source)?.replace(/^@/, ""),
      profile: from,
    });
  else reading.say("text", wordsOf(post.querySelector(".ctt"), 100_000)?.replace(/^[:：]\s*/, ""), "post ctt");
  return reading.deny("handle", "repostedBy", "text");
}
