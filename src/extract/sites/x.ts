/** X: the app's posts (`article[data-testid="tweet"]`), long articles, and the head that crawlers get. */
import { parseWebAddress } from "@/src/extract/addresses";
import { bare, countOwn, inPath, linkOf, ownAll, ownOne, wordsOf } from "@/src/extract/dom";
import { all, onlyMeta, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const POST = 'article[data-testid="tweet"]';
/** A quoted post and a link card: both stand inside the post but are not it. */
const NESTED = 'div[role="link"], div[role="blockquote"], [data-testid="card.wrapper"]';
const STATUS = /\/(?:status|statuses|article)\/(\d+)(?:\/|$)/;
const PROFILE = /^\/(\w{1,20})\/?$/;

export const x: SiteReader = {
  name: "x",
  platforms: ["x"],
  knows: ({ root }) => root.querySelector(".tweet[data-tweet-id]") === null,
  named(page) {
    const key = inPath(page.url, STATUS);
    return key === undefined ? null : { key };
  },
  posts: (page) => all(page.root, POST, MAX_BLOCKS).map((element) => ({ element, key: keyOf(element, page) })),
  readPost,
  readPage,
};

/** The post's own link stands around its time; a quoted post's time has no link. */
function timeLink(post: Element): Element | null {
  const time = ownAll(post, 'a[href*="/status/"] time', NESTED, 10)[0];
  return time?.closest("a") ?? null;
}

function keyOf(post: Element, page: Page): string | null {
  return inPath(linkOf(timeLink(post), page), STATUS) ?? null;
}

function readPost({ element: post }: PostBlock, page: Page): Reading {
  const reading = new Reading("x");
  const link = timeLink(post);
  const time = link?.querySelector("time");
  const address = bare(linkOf(link, page));
  if (address !== null) address.pathname = address.pathname.replace(/(\/status\/\d+)\/.*/, "$1");
  reading.say("permalink", address, "tweet a[href] time");
  reading.time(time?.getAttribute("datetime"), "tweet time[datetime]");
  reading.say("postedAtText", wordsOf(time), "tweet time");
  const [name, account] = ownAll(post, '[data-testid^="User-Name"] a[href]', NESTED, 3);
  const profile = bare(linkOf(name, page));
  const shown = wordsOf(account)?.replace(/^@/, "");
  const inAddress = inPath(profile, PROFILE);
  const handle = shown?.toLowerCase() === inAddress?.toLowerCase() ? shown : inAddress;
  reading.author({ handle, displayName: wordsOf(name), profile }, "tweet User-Name").deny("handle", "displayName");
  readContext(reading, post, page);
  const quoted = all(post, `:is(${NESTED}) [data-testid^="User-Name"]`, 1)[0];
  reading.quotes({ handle: /@(\w{1,20})/.exec(wordsOf(quoted) ?? "")?.[1] });
  reading.say("text", wordsOf(ownOne(post, '[data-testid="tweetText"]', NESTED), 100_000), "tweet tweetText");
  reading.say("title", wordsOf(ownOne(post, '[data-testid="twitter-article-title"]', NESTED)), "article title");
  const video = countOwn(post, '[data-testid="tweetPhoto"] [data-testid="videoPlayer"]', NESTED);
  const media = countOwn(post, '[data-testid="tweetPhoto"], [data-testid="videoPlayer"]', NESTED);
  return reading.deny("text", "postedAt", "repostedBy").media(media - video, "tweet tweetPhoto");
}

/** The line above a post says who reposted it, but also "Pinned": only a link to a profile is a reposter. */
function readContext(reading: Reading, post: Element, page: Page): void {
  const context = ownOne(post, '[data-testid="socialContext"]', NESTED);
  const link = context?.closest("a[href]") ?? context?.querySelector("a[href]") ?? null;
  const profile = bare(linkOf(link, page));
  const handle = inPath(profile, PROFILE);
  if (handle !== undefined && context !== null) reading.passedOnBy({ handle, profile }, "tweet socialContext");
}

/** "Name (@handle) on X": counts where the head names this post, and not one that was open before it. */
function readPage(page: Page, { key }: NamedPost): Reading {
  const reading = new Reading("x");
  const named = [...page.canonical, ...(page.meta.get("og:url") ?? []).map((raw) => parseWebAddress(raw, page.base))];
  const own = named.find((address) => inPath(address, STATUS) === key) ?? null;
  const [, name, handle] = /^(.*) \(@(\w{1,20})\) \S+ (?:X|Twitter)$/su.exec(onlyMeta(page, "og:title") ?? "") ?? [];
  const inAddress = inPath(own, /^\/(\w{1,20})\/status/);
  if (handle === undefined || handle.toLowerCase() !== inAddress?.toLowerCase()) return reading;
  return reading.say("permalink", bare(own), "meta:og:url").author({ handle, displayName: name }, "meta:og:title");
}
