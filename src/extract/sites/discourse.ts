/** Discourse: the app, and the plain layout that crawlers get. */

import { declaredAs, numbersIn } from "@/src/extract/count";
import { attributeOf, bare, linkOf, ownOne, wordsOf } from "@/src/extract/dom";
import { noscriptRoot } from "@/src/extract/noscript";
import { all, onlyMeta, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const APP = ".topic-post article[data-post-id]";
const CRAWLER = ".crawler-post";
const POST = `${APP}, ${CRAWLER}`;
const NESTED = `${POST}, .embedded-posts, aside.quote`;

export const discourse: SiteReader = {
  name: "discourse",
  anyHost: "software",
  knows: (page) => /^Discourse\b/.test(onlyMeta(page, "generator") ?? ""),
  named,
  posts: (page) => elementsOf(page).map((element) => ({ element, key: keyOf(element) })),
  /** All posts of the topic, from where its timeline says "3 / 57". */
  declared({ root }, blocks) {
    const [place, total, ...more] = numbersIn(wordsOf(root.querySelector(".timeline-replies")));
    const isBoth = place !== undefined && total !== undefined && more.length === 0 && place <= total;
    return isBoth ? declaredAs(total, blocks) : null;
  },
  readPost: (block, page) => (block.element.matches(APP) ? readApp(block, page) : readCrawler(block, page)),
};

/** `/t/slug/TOPIC/POST`; without a post it is the first one. */
function named({ url }: Page): NamedPost | null {
  const [, topic, post] = /^\/t\/(?:[^/]*[^/\d][^/]*\/)?(\d+)(?:\/(\d+))?\/?$/.exec(url?.pathname ?? "") ?? [];
  if (topic === undefined || url?.searchParams.has("page")) return null;
  return post === undefined ? { key: "1", isTopic: true } : { key: post };
}

/** Where the app has not drawn its posts, the layout for crawlers stands in `noscript`. */
function elementsOf(page: Page): Element[] {
  const drawn = all(page.root, POST, MAX_BLOCKS);
  const plain = drawn.length === 0 && page.isMetadataOwn ? noscriptRoot(page, "crawler-post") : null;
  return plain === null ? drawn : all(plain, CRAWLER, MAX_BLOCKS);
}

function keyOf(post: Element): string | null {
  const place = /^post_(\d+)$/.exec(post.id)?.[1];
  return place ?? /(\d+)/.exec(wordsOf(post.querySelector('[itemprop="position"]')) ?? "")?.[1] ?? null;
}

function readApp({ element: post, key }: PostBlock, page: Page): Reading {
  const reading = new Reading("discourse");
  const name = ownOne(post, ".names .username a[data-user-card], .names a[data-user-card]", NESTED);
  const full = ownOne(post, ".names .full-name a", NESTED);
  const handle = attributeOf(name, "data-user-card");
  const stableId = attributeOf(post, "data-user-id");
  reading.author(
    { handle, displayName: wordsOf(full) ?? wordsOf(name), profile: bare(linkOf(name, page)), stableId },
    "post names",
  );
  const date = ownOne(post, ".post-date .relative-date[data-time], .relative-date[data-time]", NESTED);
  reading
    .epoch(attributeOf(date, "data-time"), "post data-time")
    .say("postedAtText", wordsOf(date), "post relative-date");
  const link = bare(linkOf(ownOne(post, "a.post-date[href]", NESTED), page));
  const isOwn = link?.pathname.endsWith(`/${key}`) || key === "1";
  reading.say("permalink", isOwn ? link : null, "post a.post-date");
  reading.say("text", wordsOf(ownOne(post, ".cooked", NESTED), 100_000), "post cooked");
  return reading.deny("handle", "postedAt", "repostedBy");
}

/** The time that is shown can be that of the last change; the post's own is in a meta element beside it. */
function readCrawler({ element: post }: PostBlock, page: Page): Reading {
  const reading = new Reading("discourse");
  const creator = ownOne(post, ".creator", NESTED);
  const handle = wordsOf(creator?.querySelector('[itemprop="name"]'));
  const inBrackets = /\(([^()]+)\)\s*$/.exec(wordsOf(creator) ?? "")?.[1];
  const profile = bare(linkOf(creator?.querySelector("a[href]"), page));
  reading.author({ handle, displayName: inBrackets ?? handle, profile }, "crawler-post creator");
  const published = ownOne(post, '[itemprop="datePublished"]', NESTED);
  reading.time(attributeOf(published, "content") ?? attributeOf(published, "datetime"), "crawler-post datePublished");
  reading.say("postedAtText", wordsOf(ownOne(post, "time.post-time", NESTED)), "crawler-post time");
  const link = linkOf(ownOne(post, 'a[itemprop="url"][href*="/t/"], link[itemprop="url"]', NESTED), page);
  if (/\/\d+\/\d+$/.test(link?.pathname ?? "")) reading.say("permalink", bare(link), "crawler-post url");
  reading.say(
    "text",
    wordsOf(ownOne(post, '.post[itemprop="articleBody"], .post[itemprop="text"], .post', NESTED), 100_000),
    "crawler-post post",
  );
  return reading.deny("handle", "repostedBy");
}
