import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { extractPage, extractPost } from "@/src/extract/extract-page";
import { extractThread } from "@/src/extract/extract-thread";
import { documentOf } from "./page-of";

const post = (name: string, id: number) =>
  `<article data-testid="tweet"><div data-testid="User-Name"><a href="/${name}">${name}</a><a href="/${name}">@${name}</a>
   <a href="/${name}/status/${id}"><time datetime="2024-05-06T05:08:09.000Z">2h</time></a></div>
   <div data-testid="tweetText">Words of ${name}.</div></article>`;
const FEED = `<html lang="en"><head><title>Home</title></head><body>
  ${post("ada", 11)}${post("bo", 12)}${post("kim", 13)}</body></html>`;
const HOME = "https://x.com/home";

const byName = (document: Document, name: string) =>
  [...document.querySelectorAll('[data-testid="tweetText"]')].find((one) => one.textContent?.includes(name)) ?? null;

test("takes the post that the address names, whatever was clicked", () => {
  const document = documentOf(FEED);
  const facts = extractPage(document, "https://x.com/bo/status/12", byName(document, "kim"));
  expect(facts).toMatchObject({ handle: "bo", text: "Words of bo." });
});

test("gives no facts of other posts when the post that the address names is not there", () => {
  const facts = extractPage(documentOf(FEED), "https://x.com/lee/status/99");
  expect(facts).toMatchObject({ handle: null, postedAt: null, text: null });
});

test("takes the post that the user right-clicked", () => {
  const document = documentOf(FEED);
  expect(extractPage(document, HOME, byName(document, "kim"))).toMatchObject({
    handle: "kim",
    permalink: "https://x.com/kim/status/13",
    title: "Home",
  });
});

test("takes the post nearest the middle of the screen when nothing was clicked", () => {
  const document = documentOf(FEED);
  expect(extractPage(document, HOME, null, { middle: byName(document, "bo") }).handle).toBe("bo");
});

test("offers the posts to choose from when it is not clear which one is meant", () => {
  const { facts, candidates } = extractPost(documentOf(FEED), HOME);
  expect(facts).toMatchObject({ handle: null, permalink: null, postedAt: null, text: null });
  expect(candidates.map(({ index, handle, text }) => [index, handle, text])).toEqual([
    [0, "ada", "Words of ada."],
    [1, "bo", "Words of bo."],
    [2, "kim", "Words of kim."],
  ]);
});

test("lists every post of the page and marks the one that is meant", () => {
  const { posts, shown, declared } = extractThread(documentOf(FEED), "https://x.com/bo/status/12");
  expect(posts.map(({ handle, isMeant }) => [handle, isMeant])).toEqual([
    ["ada", false],
    ["bo", true],
    ["kim", false],
  ]);
  expect({ shown, declared }).toEqual({ shown: 3, declared: null });
});

const TOPIC = `<html><body>${["Kim", "Bo"]
  .map(
    (name, index) =>
      `<article class="message message--post" data-author="${name}" data-content="post-${index + 1}">
       <header class="message-attribution"><a href="/threads/a-walk.41/post-${index + 1}">#</a></header></article>`,
  )
  .join("")}</body></html>`;

test("takes the opening post of a topic, unless another one was clicked", () => {
  const document = documentOf(TOPIC);
  const url = "https://forum.example/threads/a-walk.41/";
  expect(extractPage(document, url).handle).toBe("Kim");
  expect(extractPage(document, url, document.querySelector('[data-author="Bo"]')).handle).toBe("Bo");
});

test("does not take the first post of a topic's later page for its opening", () => {
  expect(extractPage(documentOf(TOPIC), "https://forum.example/threads/a-walk.41/page-2").handle).toBeNull();
});

test("uses the page's metadata for no other post than the one that the address names", () => {
  const head = `<meta property="article:published_time" content="2020-01-01T00:00:00Z"><meta name="author" content="Somebody">`;
  const document = documentOf(TOPIC.replace("<body>", `<head>${head}</head><body>`));
  const clicked = document.querySelector('[data-author="Bo"]');
  const facts = extractPage(document, "https://forum.example/threads/a-walk.41/", clicked);
  expect(facts).toMatchObject({ handle: "Bo", postedAt: null });
});

test("says where a source disagrees with what was read from the post", () => {
  const head = `<link rel="canonical" href="https://forum.example/threads/a-walk.41/post-1"><meta property="profile:username" content="Somebody">`;
  const document = documentOf(TOPIC.replace("<body>", `<head>${head}</head><body>`));
  const { facts, doubts } = extractPost(document, "https://forum.example/threads/a-walk.41/post-1");
  expect(facts.handle).toBe("Kim");
  expect(doubts).toEqual([{ fact: "handle", value: "Somebody", source: "meta:profile:username" }]);
});

test("keeps marks of direction and zero-width characters in a handle as they are", () => {
  const name = "ki\u200Bm\u202Edoe";
  const html = TOPIC.replace('data-author="Kim"', `data-author="${name}"`);
  expect(extractPage(documentOf(html), "https://forum.example/threads/a-walk.41/post-1").handle).toBe(name);
});

test("derives a range from relative words and never puts it into the time of the post", () => {
  const html = FEED.replaceAll(/ datetime="[^"]+"/g, "");
  const { facts, derived } = extractPost(documentOf(html), "https://x.com/bo/status/12", null, {
    capturedAt: "2026-01-10T12:00:00Z",
  });
  expect(facts).toMatchObject({ postedAt: null, postedAtText: "2h" });
  expect(derived).toEqual({
    isDerived: true,
    text: "2h",
    from: "2026-01-10T09:00:00.000Z",
    to: "2026-01-10T11:00:00.000Z",
  });
});

/** Made-up pages, each under the address of a comment that is not drawn on it. */
test.each([
  ["instagram", "https://www.instagram.com/p/CPabc123/c/555555555555/"],
  ["instagram-head", "https://www.instagram.com/p/CPabc123/c/555555555555/"],
  ["facebook", "https://www.facebook.com/kim.doe/posts/pfbid0abc?comment_id=555"],
  ["facebook-mobile", "https://m.facebook.com/story.php?story_fbid=3065154550235644&id=1192408414&comment_id=555"],
  ["youtube", "https://www.youtube.com/watch?v=abcdefghijk&lc=Ugx555"],
  ["reddit", "https://www.reddit.com/r/walks/comments/abc123/a_walk/c555/"],
  ["telegram", "https://t.me/kimwalks/41?comment=555"],
  [
    "linkedin",
    "https://www.linkedin.com/feed/update/urn:li:activity:7193000000000000001/?commentUrn=urn%3Ali%3Acomment%3A555",
  ],
  ["vk", "https://vk.com/wall-100_200?reply=555"],
  ["9gag", "https://9gag.com/gag/abY5Mm9#cs_comment_id=c_555"],
  ["blogger", "https://walks.blogspot.com/2024/05/a-walk.html#c555"],
  ["wordpress", "https://walks.example/a-walk/#comment-555"],
  ["github", "https://github.com/walks/park/issues/41#issuecomment-555"],
  ["hackernews", "https://news.ycombinator.com/item?id=41#555"],
  ["stackexchange", "https://stackoverflow.com/questions/41/how-to-walk/555#555"],
  ["discourse", "https://forum.example/t/a-walk/41/555"],
  ["xenforo2", "https://forum.example/threads/a-walk.41/post-555"],
  ["xenforo1", "https://forum.example/threads/a-walk.41/page-5#post-555"],
  ["vbulletin4", "https://forum.example/showthread.php?41-A-walk&p=555#post555"],
  ["phpbb", "https://forum.example/viewtopic.php?p=555#p555"],
  ["4chan", "https://boards.example.org/walk/thread/901#p555"],
  ["lemmy", "https://lemmy.example/comment/555"],
  ["lesswrong", "https://www.lesswrong.com/posts/vJFdjigz/a-walk?commentId=c555"],
  ["quora", "https://www.quora.com/Why-walk/answer/Kim-Doe-1?comment_id=555&comment_type=2#comment"],
])("gives nobody's facts when the address names a comment that is not drawn: %s", (file, url) => {
  const html = readFileSync(join(import.meta.dirname, "../../fixtures/extract", `${file}.html`), "utf8");
  expect(extractPage(documentOf(html), url)).toMatchObject({
    handle: null,
    displayName: null,
    postedAt: null,
    postedAtDate: null,
    repostedBy: null,
    text: null,
  });
});
