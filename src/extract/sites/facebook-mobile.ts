/** Facebook's mobile pages until 2024 (m. and mbasic.), as saved copies show them. */
import { attributeOf, bare, linkOf, ownAll, ownOne, withQuery, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "@/src/extract/site-reader";
import { accountIn, commentId, storyId } from "./facebook";

/** The post that the page is about. */
const VIEW = "#m_story_permalink_view, #MPhotoContent";
const STORY = `${VIEW}, article[data-ft], [data-ft*="top_level_post_id"]`;
const COMMENT = 'div[id]:has(> div > h3 a[href]), [data-sigil~="comment"]';
/** A shared post stands inside the one that shares it. */
const NESTED = '[role="article"], [data-sigil~="comment"], [id="ufi_root"]';
const COPY = "copy of one story";

export const facebookMobile: SiteReader = {
  name: "facebook-mobile",
  platforms: ["facebook"],
  anyHost: "copy",
  home: "https://www.facebook.com/",
  knows: ({ root }) => root.querySelector(`${VIEW}, .story_body_container`) !== null,
  named,
  posts,
  readPost,
};

function named(page: Page): NamedPost | null {
  const id = commentId(page.url) ?? storyId(page.url);
  if (id !== undefined) return { key: id };
  return page.root.querySelector(VIEW) === null ? null : { key: COPY, isTopic: true };
}

function posts(page: Page): PostBlock[] {
  const stories = all(page.root, STORY, MAX_BLOCKS).filter((one) => one.parentElement?.closest(STORY) == null);
  const blocks: PostBlock[] = stories.map((element) => ({ element, key: keyOf(element, page) }));
  const view = page.root.querySelector(VIEW);
  const comments = view === null ? [] : all(view, COMMENT, MAX_BLOCKS);
  return [...blocks, ...comments.map((element) => ({ element, key: `comment ${element.id}` }))];
}

function keyOf(story: Element, page: Page): string | null {
  const id = /"(?:top_level_post_id|mf_story_key)":"(\d+)"/.exec(dataOf(story))?.[1];
  if (!story.matches(VIEW)) return id ?? null;
  return id !== undefined && id.length > 8 ? id : (named(page)?.key ?? null); // short ids are made up by who saved it
}

function dataOf(story: Element): string {
  const own = story.getAttribute("data-ft") ?? story.querySelector("[data-ft]")?.getAttribute("data-ft");
  return (own ?? "").slice(0, 20_000);
}

function readPost({ element: post }: PostBlock, page: Page): Reading {
  const reading = new Reading("facebook-mobile");
  const author = ownAll(post, "h3 a[href], a.actor-link[href]", `${NESTED}, ${COMMENT}`, 5).find(
    (link) => wordsOf(link) !== undefined,
  );
  const address = withQuery(linkOf(author, page), ["id"]);
  const account = accountIn(address);
  const isKnown = account.handle !== undefined || account.stableId !== undefined;
  reading
    .author({ ...account, displayName: wordsOf(author), profile: isKnown ? address : null }, "story h3 a")
    .deny("handle", "profileUrl");
  const time = ownOne(post, "abbr", NESTED);
  reading.say("postedAtText", wordsOf(time), "story abbr");
  const link = linkOf(time?.closest("a[href]"), page);
  if (storyId(link) !== undefined)
    reading.say("permalink", withQuery(link, ["story_fbid", "id", "fbid"]), "story a[href] abbr");
  if (!post.id.startsWith("ufi")) readTime(reading, post, time);
  const shared = all(post, '[role="article"] h3 a[href]', 1)[0];
  if (shared !== undefined) reading.quotes({ ...accountIn(bare(linkOf(shared, page))), displayName: wordsOf(shared) });
  const paragraphs = ownAll(post, "[data-ft] p, .story_body_container p, .msg > div", NESTED, 100);
  const text = paragraphs
    .map((one) => wordsOf(one, 100_000))
    .filter(Boolean)
    .join("\n");
  reading.say("text", text, "story p").deny("repostedBy", "postedAt", "text");
  return readMedia(reading, post);
}

/** For a post that shares another one the data may hold the other one's time. */
function readTime(reading: Reading, post: Element, time: Element | null): void {
  const data = dataOf(post);
  const [, published] = /"publish_time":(\d{9,10})/.exec(data) ?? [];
  if (published !== undefined && !data.includes("original_content"))
    reading.epoch(published, "story data-ft publish_time");
  const store = /"time":(\d{9,10})/.exec(attributeOf(time, "data-store") ?? "")?.[1];
  reading.epoch(store, "story abbr data-store");
}

function readMedia(reading: Reading, post: Element): Reading {
  const list = /"photo_attachments_list":\[([^\]]{0,5000})\]/.exec(dataOf(post))?.[1];
  const photos = list === undefined ? 0 : list.split(",").length;
  const isPhoto = post.id === "MPhotoContent" || /"photo_id":"\d+"/.test(dataOf(post));
  return reading.media(Math.max(photos, isPhoto ? 1 : 0), "story data-ft");
}
