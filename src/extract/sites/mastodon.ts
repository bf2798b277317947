/** Mastodon's web app and its forks, on any host. The post in focus is drawn in another way than those around it. */
import { bare, countOwn, inPath, linkOf, ownOne, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const POST = ".detailed-status, .status[data-id], .status__wrapper > .status";
const QUOTE = ".status__quote";
const NESTED = `${QUOTE}, ${POST}`;
const STATUS_PATH = /\/(?:@[^/]+|statuses|posts)\/(\d+)/;

export const mastodon: SiteReader = {
  name: "mastodon",
  platforms: ["mastodon"],
  anyHost: "platform",
  knows: ({ root }) =>
    root.querySelector("#mastodon, script#initial-state, .public-layout, .activity-stream") !== null &&
    root.querySelector(POST) !== null,
  named(page) {
    const key = inPath(page.url, STATUS_PATH);
    return key === undefined ? null : { key };
  },
  posts: (page) =>
    all(page.root, POST, MAX_BLOCKS)
      .filter((element) => element.closest(QUOTE) === null)
      .map((element) => ({
        element,
        key: element.getAttribute("data-id") ?? inPath(linkOf(timeLink(element), page), STATUS_PATH) ?? null,
      })),
  readPost,
};

function timeLink(post: Element): Element | null {
  return ownOne(post, "a.detailed-status__datetime[href], a.status__relative-time[href]", NESTED);
}

function readPost({ element: post }: PostBlock, page: Page): Reading {
  const reading = new Reading("mastodon");
  const link = timeLink(post);
  reading.say("permalink", bare(linkOf(link, page)), "status time link");
  reading.time(link?.querySelector("time")?.getAttribute("datetime"), "status time[datetime]");
  reading.say("postedAtText", wordsOf(link), "status time");
  const account = ownOne(post, ".display-name__account", NESTED);
  const name = ownOne(post, ".display-name__html", NESTED);
  const profile = bare(linkOf(account?.closest("a[href]") ?? name?.closest("a[href]"), page));
  reading
    .author({ handle: wordsOf(account), displayName: wordsOf(name), profile }, "status display-name")
    .deny("handle");
  readBoost(reading, post, page);
  reading.quotes({ handle: wordsOf(post.querySelector(`${QUOTE} .display-name__account`))?.replace(/^@/, "") });
  const text = ownOne(post, ".status__content__text", NESTED) ?? ownOne(post, ".status__content", NESTED);
  reading.say("text", wordsOf(text, 100_000), "status content");
  const media = countOwn(post, ".media-gallery__item, .video-player, .audio-player", NESTED);
  return reading.deny("repostedBy", "text").media(media, "status media");
}

/** The line above a post also says "pinned" and "replied": a boost has its own icon. */
function readBoost(reading: Reading, post: Element, page: Page): void {
  const line = post.closest(".status__wrapper")?.querySelector(".status__prepend");
  const link = line?.querySelector('[class*="retweet"], [class*="repeat"]') ? line.querySelector("a[href]") : null;
  const profile = bare(linkOf(link, page));
  const handle = inPath(profile, /^\/@([^/]+)\/?$/);
  if (handle !== undefined) reading.passedOnBy({ handle, profile, displayName: wordsOf(link) }, "status prepend");
}
