/** Pleroma and Akkoma, on any host. */
import { attributeOf, bare, countOwn, inPath, linkOf, ownOne, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const POST = ".Status .status-container, .status-el .status-container";
const NOTICE = /^\/notice\/(\w+)/;

export const pleroma: SiteReader = {
  name: "pleroma",
  platforms: ["mastodon"],
  anyHost: "platform",
  knows: ({ root }) => root.querySelector(POST) !== null && root.querySelector('a[href^="/notice/"]') !== null,
  named(page) {
    const key = inPath(page.url, NOTICE);
    return key === undefined ? null : { key };
  },
  posts: (page) =>
    all(page.root, POST, MAX_BLOCKS).map((element) => ({
      element,
      key: inPath(linkOf(timeLink(element), page), NOTICE) ?? null,
    })),
  readPost,
};

function timeLink(post: Element): Element | null {
  return ownOne(
    post,
    'a.timeago-faint[href^="/notice/"], .heading-right a[href^="/notice/"], a.timeago[href^="/notice/"]',
    POST,
  );
}

function readPost({ element: post }: PostBlock, page: Page): Reading {
  const reading = new Reading("pleroma");
  const link = timeLink(post);
  const time = link?.querySelector("time");
  reading.say("permalink", bare(linkOf(link, page)), "status time link");
  reading
    .time(time?.getAttribute("datetime"), "status time[datetime]")
    .say("postedAtText", wordsOf(time), "status time");
  const account = ownOne(post, "a.account-name[href], a.user-name[href]", POST);
  const handle = wordsOf(account) ?? attributeOf(account, "title");
  const displayName = wordsOf(ownOne(post, ".status-username", POST));
  reading.author({ handle, displayName, profile: bare(linkOf(account, page)) }, "status account-name").deny("handle");
  const repeater = post.parentElement?.querySelector(".repeat-info a[href], .retweet-info a[href]");
  const profile = bare(linkOf(repeater, page));
  const by = inPath(profile, /^\/(?:users\/)?@?([^/]+)\/?$/);
  if (by !== undefined)
    reading.passedOnBy({ handle: by, profile, displayName: wordsOf(repeater) }, "status repeat-info");
  reading.say(
    "text",
    wordsOf(ownOne(post, ".status-content .text, .StatusContent .text, .status-content", POST), 100_000),
    "status text",
  );
  return reading.deny("repostedBy", "text").media(countOwn(post, ".attachment", POST), "status attachment");
}
