/** Threads: posts are pressable containers; a container inside another one is a quoted post. */
import { bare, countOwn, inPath, linkOf, ownAll, wordsOf } from "@/src/extract/dom";
import { all, onlyMeta, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const POST = "[data-pressable-container]";
const POST_PATH = /^\/@[\w.]+\/post\/([\w-]+)\/?$/;
const PROFILE = /^\/@([\w.]{1,30})\/?$/;

export const threads: SiteReader = {
  name: "threads",
  platforms: ["threads"],
  named(page) {
    const key = inPath(page.url, /^\/(?:@[\w.]+\/post|t)\/([\w-]+)/);
    return key === undefined ? null : { key };
  },
  posts: (page) =>
    all(page.root, POST, MAX_BLOCKS)
      .filter((element) => element.parentElement?.closest(POST) == null)
      .map((element) => ({
        element,
        key: inPath(linkOf(timeOf(element, page)?.closest("a"), page), POST_PATH) ?? null,
      })),
  readPost,
  readPage,
};

function timeOf(post: Element, page: Page): Element | null {
  const times = ownAll(post, 'a[href*="/post/"] time', POST, 10);
  return times.find((time) => POST_PATH.test(linkOf(time.closest("a"), page)?.pathname ?? "")) ?? null;
}

function readPost({ element: post }: PostBlock, page: Page): Reading {
  const reading = new Reading("threads");
  const time = timeOf(post, page);
  const link = bare(linkOf(time?.closest("a"), page));
  const poster = inPath(link, /^\/@([\w.]+)\//);
  reading.say("permalink", link, "post a[href] time");
  reading.time(time?.getAttribute("datetime"), "post time[datetime]").say("postedAtText", wordsOf(time), "post time");
  const profiles = ownAll(post, 'a[href^="/@"]', POST, 20).filter(
    (one) => inPath(linkOf(one, page), PROFILE)?.toLowerCase() === poster?.toLowerCase(),
  );
  const profile = bare(linkOf(profiles[0], page));
  if (poster !== undefined) reading.author({ handle: poster, profile }, "post a[href^='/@']");
  const quoted = post.querySelector(POST)?.querySelector('a[href*="/post/"]');
  reading.quotes({ handle: inPath(linkOf(quoted, page), /^\/@([\w.]+)\/post\//) });
  const words = ownAll(post, 'span[dir="auto"]', POST, 40).filter(
    (span) => span.closest('a, button, time, [role="button"]') === null && span.querySelector("time") === null,
  );
  reading.say("text", words.length === 0 ? undefined : wordsOf(longest(words), 100_000), "post span[dir]");
  const media = countOwn(post, "picture img, video", POST);
  return reading.deny("handle", "repostedBy").media(media, "post media");
}

function longest(elements: readonly Element[]): Element | undefined {
  return elements.toSorted((a, b) => (b.textContent?.length ?? 0) - (a.textContent?.length ?? 0))[0];
}

/** The head: "Name (@handle) on Threads", with the text in the description after the counts. */
function readPage(page: Page, { key }: NamedPost): Reading {
  const reading = new Reading("threads");
  const addresses = [...page.canonical.map(({ pathname }) => pathname), onlyMeta(page, "og:url") ?? ""];
  if (!addresses.some((address) => address.includes(`/${key}`))) return reading;
  const [, name, handle] = /^(.*) \(@([\w.]{1,30})\)/su.exec(onlyMeta(page, "og:title") ?? "") ?? [];
  reading.author({ handle, displayName: name }, "meta:og:title");
  const description = onlyMeta(page, "og:description") ?? onlyMeta(page, "description");
  const counts = /^(?:[\d.,]+\S* \p{L}+(?:, | - | · |\. ))+/u;
  return reading.say("text", description?.replace(counts, ""), "meta:og:description");
}
