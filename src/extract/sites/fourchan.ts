/** 4chan and boards that run its markup. Names are not accounts: there is no handle, even where a name is shown. */
import { attributeOf, inPath, linkOf, ownOne, wordsOf } from "@/src/extract/dom";
import { numberInHash } from "@/src/extract/forum";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const POST = ".postContainer[id^='pc']";

export const fourchan: SiteReader = {
  name: "4chan",
  anyHost: "software",
  knows: ({ root }) => root.querySelector(`${POST} .dateTime[data-utc]`) !== null,
  named,
  posts: ({ root }) => all(root, POST, MAX_BLOCKS).map((element) => ({ element, key: element.id.slice(2) })),
  readPost,
};

function named(page: Page): NamedPost | null {
  const post = numberInHash(page, /^#[pq](\d+)$/);
  const opening = inPath(page.url, /\/(?:thread|res)\/(\d+)/);
  if (post !== undefined) return { key: post };
  return opening === undefined ? null : { key: opening, isTopic: true };
}

/** Each post's head is there twice, for small and for large screens. */
function readPost({ element: post, key }: PostBlock, page: Page): Reading {
  const reading = new Reading("4chan");
  const info = post.querySelector(".postInfo.desktop") ?? post;
  const name = ownOne(info, ".nameBlock .name", POST);
  const stableId = wordsOf(info.querySelector(".posteruid .hand")) ?? wordsOf(info.querySelector(".postertrip"));
  reading.author({ displayName: wordsOf(name), stableId }, "post name").deny("handle");
  const time = info.querySelector(".dateTime[data-utc]");
  reading.epoch(attributeOf(time, "data-utc"), "post data-utc");
  reading.say("postedAtText", wordsOf(time)?.split(/\s+No\./)[0], "post dateTime");
  const link = linkOf(info.querySelector(".postNum a[href*='#p']"), page);
  const isOpening = post.matches(".opContainer") && page.canonical.some(({ pathname }) => pathname.includes(`/${key}`));
  if (!isOpening) reading.say("permalink", link, "post postNum");
  reading.say("title", wordsOf(info.querySelector(".subject")), "post subject");
  reading.say("text", wordsOf(post.querySelector("blockquote.postMessage"), 100_000), "post postMessage");
  return reading.deny("repostedBy", "text").media(all(post, ".file .fileThumb", 20).length, "post file");
}
