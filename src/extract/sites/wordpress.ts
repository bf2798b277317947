/** WordPress: the entry of a page that is one post, and its comments. Themes differ; what they share is used. */
import { attributeOf, bare, inPath, linkOf, ownAll, ownOne, wordsOf } from "@/src/extract/dom";
import { numberInHash } from "@/src/extract/forum";
import { readMoment } from "@/src/extract/moments";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const COMMENT =
  'li.comment[id], li[id^="comment-"], li[id^="li-comment-"], div.comment[id^="comment-"], article.comment[id^="comment-"]';
const ENTRY = "article.post, article.type-post, article.hentry, article.entry, div.post.hentry, div.type-post";
const NESTED = `${COMMENT}, #comments, .comments-area, .related-posts`;
const LISTING = "body.home, body.blog, body.archive, body.search, body.page";
const TIMES = [
  "time.entry-date.published",
  "time.entry-published",
  "time.published",
  "time[itemprop='datePublished']",
  "time.entry-date",
  ".posted-on time[datetime]",
  ".wp-block-post-date time[datetime]",
  ".entry-meta time[datetime]",
];
/** When it was last changed, which some themes show first. */
const CHANGED =
  ".updated:not(.published):not(.entry-published):not([itemprop='datePublished']), [itemprop='dateModified']";
const AUTHOR =
  "a[rel~='author'][href], .author a[href*='/author/'], .byline a[href*='/author/'], a.url.fn[href*='/author/'], .wp-block-post-author-name__link[href]";

export const wordpress: SiteReader = {
  name: "wordpress",
  platforms: ["wordpress-com"],
  anyHost: "software",
  knows: (page) => isWordPress(page) && page.root.querySelector(LISTING) === null && entriesOf(page).length === 1,
  named,
  posts,
  readPost: (block, page) => (block.key === "entry" ? readEntry(block, page) : readComment(block, page)),
};

function isWordPress(page: Page): boolean {
  const generators = page.meta.get("generator") ?? [];
  return (
    generators.some((one) => /^WordPress\b/i.test(one)) ||
    page.root.querySelector('link[href*="/wp-content/"], link[href*="/wp-json/"], script[src*="/wp-includes/"]') !==
      null
  );
}

function named(page: Page): NamedPost {
  const comment = numberInHash(page, /^#(?:li-)?comment-(\d+)$/);
  return comment === undefined ? { key: "entry", isTopic: true } : { key: comment };
}

/** Posts of a page that shows one; teasers of others stand elsewhere. */
function entriesOf(page: Page): Element[] {
  return all(page.root, ENTRY, 50).filter(
    (one) => one.closest(NESTED) === null && one.parentElement?.closest(ENTRY) == null,
  );
}

function posts(page: Page): PostBlock[] {
  const comments = all(page.root, COMMENT, MAX_BLOCKS).filter((one) => /(\d+)$/.test(one.id));
  return [
    ...entriesOf(page).map((element) => ({ element, key: "entry" })),
    ...comments.map((element) => ({ element, key: /(\d+)$/.exec(element.id)?.[1] ?? null })),
  ];
}

function readEntry({ element: entry }: PostBlock, page: Page): Reading {
  const reading = new Reading("wordpress");
  const times = TIMES.flatMap((selector) => ownAll(entry, selector, NESTED, 3)).filter((one) => !one.matches(CHANGED));
  const time = times.find((one) => readMoment(attributeOf(one, "datetime") ?? "")?.kind === "time") ?? times[0];
  reading.time(attributeOf(time, "datetime"), "entry time[datetime]").say("postedAtText", wordsOf(time), "entry time");
  const links = ownAll(entry, AUTHOR, NESTED, 10).filter(
    (one) => inPath(linkOf(one, page), /\/author\/([^/]+)\/?$/) !== undefined,
  );
  const profiles = new Set(links.map((one) => bare(linkOf(one, page))?.href));
  const profile = bare(linkOf(links[0], page));
  const displayName = links.map((one) => wordsOf(one)).find(Boolean);
  if (profiles.size === 1)
    reading.author({ handle: inPath(profile, /\/author\/([^/]+)\/?$/), displayName, profile }, "entry author");
  return reading.deny("repostedBy");
}

function readComment({ element: comment }: PostBlock, page: Page): Reading {
  const reading = new Reading("wordpress");
  const author = ownOne(comment, ".comment-author .fn, .fn, .comment-author-name", COMMENT);
  reading
    .author({ displayName: wordsOf(author), profile: linkOf(author?.querySelector("a[href]"), page) }, "comment author")
    .deny("handle");
  const link = ownOne(comment, 'a[href*="#comment-"]', COMMENT);
  reading.say("permalink", linkOf(link, page), "comment link");
  const time = ownOne(comment, "time", COMMENT);
  reading
    .time(attributeOf(time, "datetime"), "comment time[datetime]")
    .say("postedAtText", wordsOf(time ?? link), "comment time");
  reading.say(
    "text",
    wordsOf(ownOne(comment, ".comment-content, .comment-text, .comment-body p", COMMENT), 100_000),
    "comment content",
  );
  return reading.deny("repostedBy");
}
