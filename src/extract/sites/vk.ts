/** VK: posts of a wall, and the rows of an exported conversation. Times are words in the viewer's zone. */
import { attributeOf, bare, inPath, linkOf, ownOne, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const POST = ".post[data-post-id], .wall_item[data-post-id], [data-post-id].Post";
const COPY = ".copy_quote, .PostCopyQuote, [class*='PostCopyQuote'], .replies";

export const vk: SiteReader = {
  name: "vk",
  platforms: ["vk"],
  named({ url }) {
    const raw = `${url?.pathname}?${url?.searchParams.get("w") ?? ""}`;
    const key = /\bwall(-?\d+_\d+)/.exec(raw)?.[1];
    const reply = url?.searchParams.get("reply");
    return key === undefined ? null : { key: reply ? `reply ${reply}` : key };
  },
  posts: ({ root }) =>
    all(root, POST, MAX_BLOCKS).map((element) => ({ element, key: element.getAttribute("data-post-id") })),
  readPost,
};

function readPost({ element: post, key }: PostBlock, page: Page): Reading {
  const reading = new Reading("vk");
  const author = ownOne(
    post,
    "a.author[href], .post_author a[href], .PostHeaderTitle__authorName a[href], a.PostHeaderTitle__authorLink[href], .pi_author[href]",
    COPY,
  );
  const profile = bare(linkOf(author, page));
  const handle = inPath(profile, /^\/([\w.]+)\/?$/);
  reading
    .author(
      { handle, displayName: wordsOf(author), profile, stableId: attributeOf(author, "data-from-id") },
      "post author",
    )
    .deny("handle");
  const link = ownOne(
    post,
    `a.post_link[href], a.PostHeaderSubtitle__link[href], a.wi_date[href], a[href*="wall${key}"]`,
    COPY,
  );
  const own = bare(linkOf(link, page));
  if (own?.pathname === `/wall${key}`) reading.say("permalink", own, "post link");
  const time = ownOne(post, ".rel_date, .post_date, .PostHeaderSubtitle__item, .wi_date", COPY);
  reading.epoch(attributeOf(time, "time"), "post rel_date[time]").say("postedAtText", wordsOf(time), "post date");
  const copied = post.querySelector(
    ".copy_quote a.copy_author[href], .copy_quote .copy_post_author a[href], [class*='PostCopyQuote'] a[href]",
  );
  const from = bare(linkOf(copied, page));
  if (copied) reading.quotes({ handle: inPath(from, /^\/([\w.]+)\/?$/), displayName: wordsOf(copied), profile: from });
  const text = ownOne(post, ".wall_post_text, [class^='vkitShowMoreText__text'], .pi_text", COPY);
  return reading.say("text", wordsOf(text, 100_000), "post text").deny("repostedBy", "text");
}
