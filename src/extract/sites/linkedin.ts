/** LinkedIn: posts of the feed, which show only how long ago, and articles ("Pulse") of several years. */
import { attributeOf, bare, inPath, linkOf, ownAll, ownOne, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "@/src/extract/site-reader";
import { onlyDate } from "@/src/extract/when/calendar";

const POST = '[data-urn^="urn:li:activity:"], [data-id^="urn:li:activity:"]';
const NESTED =
  ".feed-shared-update-v2__update-content-wrapper, .comments-comment-entity, .comments-comment-item, .update-components-header";
const MEMBER = /^\/(?:in|company|school)\/([^/]+)\/?$/;

export const linkedin: SiteReader = {
  name: "linkedin",
  handleInProfile: /^\/(?:in|company|school)\/([^/]+)\/?$/,
  platforms: ["linkedin"],
  named({ url }) {
    const activity = /urn:li:activity:(\d+)|-activity-(\d+)/.exec(decodeURIComponent(url?.pathname ?? ""));
    const key = activity?.[1] ?? activity?.[2] ?? inPath(url, /^\/pulse\/([^/]+)/);
    if (url?.searchParams.has("commentUrn")) return { key: `comment ${url.searchParams.get("commentUrn")}` };
    return key === undefined ? null : { key };
  },
  posts: ({ root }) =>
    all(root, POST, MAX_BLOCKS)
      .filter((element) => element.parentElement?.closest(POST) == null)
      .map((element) => ({
        element,
        key: /(\d+)$/.exec(attributeOf(element, "data-urn") ?? attributeOf(element, "data-id") ?? "")?.[1] ?? null,
      })),
  readPost,
  readPage,
};

function readPost({ element: post, key }: PostBlock, page: Page): Reading {
  const reading = new Reading("linkedin");
  const link = ownAll(
    post,
    "a[class*='update-components-actor'][href], .update-components-actor a[href]",
    NESTED,
    10,
  ).find((one) => MEMBER.test(linkOf(one, page)?.pathname ?? ""));
  const profile = bare(linkOf(link, page));
  const name = ownOne(
    post,
    ".update-components-actor__title span[aria-hidden='true'], .update-components-actor__name span[aria-hidden='true']",
    NESTED,
  );
  reading
    .author({ handle: inPath(profile, MEMBER), displayName: wordsOf(name), profile }, "update actor")
    .deny("handle");
  const ago = wordsOf(
    ownOne(
      post,
      ".update-components-actor__sub-description span[aria-hidden='true'], .update-components-actor__sub-description",
      NESTED,
    ),
  );
  reading.say("postedAtText", ago?.split("•")[0], "update sub-description");
  if (key !== null)
    reading.say("permalink", new URL(`/feed/update/urn:li:activity:${key}/`, page.url?.origin), "update data-urn");
  const text = ownOne(post, ".update-components-update-v2__commentary, .update-components-text", NESTED);
  reading.say("text", wordsOf(text, 100_000), "update text");
  const inner = post.querySelector(
    ".feed-shared-update-v2__update-content-wrapper a[class*='update-components-actor'][href]",
  );
  if (inner) reading.quotes({ handle: inPath(linkOf(inner, page), MEMBER) });
  return reading.deny("repostedBy", "postedAt", "text");
}

/** Articles: "Published on August 19, 2019", in the language of the page. */
function readPage(page: Page, { key }: NamedPost): Reading {
  const reading = new Reading("linkedin");
  if (/^\d+$|^comment /.test(key)) return reading;
  const time = page.root.querySelector(
    "time.pub-date, time.article-head__timestamp, .publisher-author-card .base-main-card__metadata-item, .publisher-author-card time",
  );
  reading
    .time(attributeOf(time, "datetime"), "article time[datetime]")
    .say("postedAtText", wordsOf(time), "article time");
  if (!reading.claims.postedAt) reading.say("postedAtDate", dateIn(wordsOf(time), page), "article time");
  readByline(reading, page);
  const card = page.root.querySelector(
    ".author-info a[href*='/in/'], a[data-tracking-control-name='author_mini-profile_title'], .publisher-author-card a[href*='/in/']",
  );
  const profile = bare(linkOf(card, page));
  const handle = inPath(profile, MEMBER);
  if (handle !== undefined) reading.author({ handle, displayName: wordsOf(card), profile }, "article author");
  return reading;
}

/** 2016: the head links the author's profile, the article shows the name, and several articles may follow. */
function readByline(reading: Reading, page: Page): void {
  const profile = linkOf(page.root.querySelector('link[rel="author"][href]'), page);
  const names = new Set(all(page.root, 'a[rel="author"] [itemprop="author"]', 10).map((one) => wordsOf(one)));
  if (profile !== null && names.size === 1)
    reading.author({ displayName: [...names][0], profile }, "article a[rel=author]");
}

/** The date may follow a few words. */
function dateIn(words: string | undefined, page: Page): string | null {
  return words === undefined ? null : onlyDate(words, page.root.getAttribute("lang"));
}
