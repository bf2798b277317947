/** Reddit's design of 2018 to 2023. Machine times are not in its markup. */
import { bare, inPath, linkOf, ownAll, ownOne, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type PostBlock, type SiteReader } from "@/src/extract/site-reader";
import { namedOnReddit } from "./reddit";

const POST = '[data-testid="post-container"]';
const COMMENT = ".Comment";
const NESTED = `${POST}, ${COMMENT}`;
const PROFILE = /^\/user\/([^/]+)\/?$/;

export const redditRedesign: SiteReader = {
  name: "reddit-redesign",
  platforms: ["reddit"],
  knows: ({ root }) => root.querySelector(POST) !== null,
  named: namedOnReddit,
  posts: ({ root }) => all(root, NESTED, MAX_BLOCKS).map((element) => ({ element, key: keyOf(element) })),
  readPost,
};

/** Posts have it as their id, comments among their classes. */
function keyOf(block: Element): string | null {
  return /\b(t[13]_\w+)/.exec(`${block.id} ${block.getAttribute("class") ?? ""}`)?.[1] ?? null;
}

function readPost({ element: post }: PostBlock, page: Page): Reading {
  const reading = new Reading("reddit-redesign");
  const links = ownAll(post, 'a[href*="/user/"]', NESTED, 20).filter(
    (link) => link.closest('[data-click-id="text"], [data-testid="comment"]') === null,
  );
  const author = links.find((link) => {
    const name = inPath(linkOf(link, page), PROFILE);
    return name !== undefined && wordsOf(link)?.replace(/^u\//, "").toLowerCase() === name.toLowerCase();
  });
  const profile = bare(linkOf(author, page));
  reading.author({ handle: inPath(profile, PROFILE), profile }, "post author link").deny("handle", "postedAt");
  const time = ownOne(
    post,
    '[data-testid="post_timestamp"], [data-testid="comment_timestamp"], [data-click-id="timestamp"]',
    NESTED,
  );
  reading
    .say("postedAtText", wordsOf(time), "post timestamp")
    .say("permalink", bare(linkOf(time, page)), "post timestamp");
  reading.say("title", wordsOf(ownOne(post, "h1", NESTED)), "post h1");
  reading.say(
    "text",
    wordsOf(ownOne(post, '[data-click-id="text"], [data-testid="comment"]', NESTED), 100_000),
    "post text",
  );
  return reading.deny("repostedBy", "text");
}
