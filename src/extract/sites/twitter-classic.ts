/** Twitter's layout until 2019, as saved pages and archives show it: every post carries its facts in `data-*`. */

import { parseWebAddress } from "@/src/extract/addresses";
import { attributeOf, bare, countOwn, inPath, linkOf, ownOne, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const POST = ".tweet[data-tweet-id][data-screen-name]";
const NESTED = `${POST}, .QuoteTweet-innerContainer`;

export const twitterClassic: SiteReader = {
  name: "twitter-classic",
  platforms: ["x"],
  anyHost: "copy",
  home: "https://twitter.com/",
  knows: ({ root }) => root.querySelector(POST) !== null,
  named(page) {
    const key = inPath(page.url, /\/status(?:es)?\/(\d+)/);
    return key === undefined ? null : { key };
  },
  posts: ({ root }) =>
    all(root, POST, MAX_BLOCKS).map((element) => ({ element, key: element.getAttribute("data-tweet-id") })),
  readPost,
};

function readPost({ element: post }: PostBlock, page: Page): Reading {
  const reading = new Reading("twitter-classic");
  const path = attributeOf(post, "data-permalink-path");
  reading.say("permalink", path === undefined ? null : parseWebAddress(path, page.base), "tweet data-permalink-path");
  const time = ownOne(post, "[data-time]", NESTED);
  reading
    .epoch(time?.getAttribute("data-time"), "tweet data-time")
    .say("postedAtText", wordsOf(time), "tweet data-time");
  const handle = attributeOf(post, "data-screen-name");
  const profile = bare(linkOf(ownOne(post, "a.account-group[href], a.js-user-profile-link[href]", NESTED), page));
  const author = { handle, displayName: attributeOf(post, "data-name"), stableId: attributeOf(post, "data-user-id") };
  reading.author({ ...author, profile }, "tweet data-screen-name");
  const retweeter = attributeOf(post, "data-retweeter");
  if (retweeter) reading.passedOnBy({ handle: retweeter }, "tweet data-retweeter");
  reading.quotes({ handle: attributeOf(post.querySelector(".QuoteTweet-innerContainer"), "data-screen-name") });
  reading.say("text", wordsOf(ownOne(post, ".tweet-text", NESTED), 100_000), "tweet text");
  const media = countOwn(post, ".AdaptiveMedia-photoContainer, .AdaptiveMedia-video", NESTED);
  return reading.deny("repostedBy", "text").media(media, "tweet AdaptiveMedia");
}
