import { expect, test } from "vitest";
import { factsOf, metaOf, PAGE_URL } from "./page-of";

const ITEM = `<article itemscope itemtype="https://schema.org/BlogPosting">
  <h1 itemprop="headline">A  walk</h1>
  <span itemprop="author" itemscope itemtype="https://schema.org/Person">
    <a itemprop="url" href="/@KimD"><span itemprop="name">Kim Doe</span></a></span>
  <a href="${PAGE_URL}" itemprop="url"><time itemprop="datePublished" datetime="2024-05-06 07:08:09Z"> 6
    May</time></a>
  <div itemprop="articleBody"><p>We went.</p><p>It rained.<script>x()</script></p></div>
  <div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><i itemprop="author">Lee Roe</i>
    <time itemprop="datePublished" datetime="2024-06-01T00:00:00Z">June</time></div></article>`;

test("reads microdata, and not the comments inside it", () => {
  const facts = factsOf({ body: ITEM });
  expect(facts).toMatchObject({
    title: "A walk",
    handle: "KimD",
    displayName: "Kim Doe",
    profileUrl: "https://forum.example/@KimD",
    postedAt: "2024-05-06T07:08:09Z",
    postedAtText: "6 May",
    text: "We went.\nIt rained.",
  });
  expect(facts.sources).toMatchObject({ handle: "microdata:author.url", displayName: "microdata:author.name" });
});

test("leaves the post open where several items without addresses are on the page", () => {
  const item = (name: string) =>
    `<div itemscope itemtype="http://schema.org/DiscussionForumPosting"><b itemprop="author">${name}</b></div>`;
  expect(factsOf({ body: item("Kim Doe") }).displayName).toBe("Kim Doe");
  expect(factsOf({ body: item("Kim Doe") + item("Lee Roe") }).displayName).toBeNull();
});

test("does not take a post quoted inside another one for the page's post", () => {
  const quoted = ITEM.replace(/KimD|Kim Doe/g, "Other").replaceAll("2024-05-06", "2020-01-01");
  const facts = factsOf({ body: ITEM.replace("<p>It rained.", `${quoted}<p>It rained.`) });
  expect(facts).toMatchObject({ handle: "KimD", displayName: "Kim Doe" });
});

const ENTRY = (inside: string) => `<div class="h-entry"><a class="u-url" href="/posts/41"></a>
  <time class="dt-published" datetime="2024-05-06T07:08:09Z">May 6</time>
  <div class="e-content"><p>We went.</p></div><img class="u-photo" src="/a.jpg">
  <span class="p-author h-card"><a class="p-name u-url" href="/@KimD">Kim Doe</a><img class="u-photo"></span>${inside}</div>`;

test("reads an h-entry with its author's card", () => {
  const facts = factsOf({ body: ENTRY("") });
  expect(facts).toMatchObject({
    permalink: PAGE_URL,
    handle: "KimD",
    displayName: "Kim Doe",
    postedAt: "2024-05-06T07:08:09Z",
    postedAtText: "May 6",
    text: "We went.",
    mediaCount: 1,
    repostedBy: null,
  });
  expect(facts.sources.permalink).toBe("mf2:u-url");
});

test("tells who passed an h-entry on, and does not give that account as the author", () => {
  const facts = factsOf({ body: ENTRY('<a class="u-repost-of" href="https://elsewhere.example/1">this</a>') });
  expect(facts).toMatchObject({ repostedBy: "KimD", handle: null, displayName: null, postedAt: null, text: null });
});

test("takes from several h-entries only the one with this address", () => {
  const other = ENTRY("")
    .replace("/posts/41", "/posts/40")
    .replace(/KimD|Kim Doe/g, "Other");
  expect(factsOf({ body: other + ENTRY("") }).handle).toBe("KimD");
  expect(factsOf({ body: other + other })).toMatchObject({ handle: null, postedAt: null });
  const sameAddress = other.replace("/posts/40", "/posts/41");
  expect(factsOf({ body: sameAddress + ENTRY("") })).toMatchObject({ handle: null, displayName: null });
});

test("reads the metadata of the page where it is about this address", () => {
  const facts = factsOf({
    head: `<title>Site</title><link rel="canonical" href="/posts/41">${metaOf({
      "og:title": "A walk",
      "article:published_time": "2024-05-06T07:08:09+0200",
      "profile:username": "kim@forum.example",
    })}<meta name="author" content="Kim Doe">`,
  });
  expect(facts).toMatchObject({
    permalink: PAGE_URL,
    title: "A walk",
    postedAt: "2024-05-06T07:08:09+02:00",
    handle: "kim@forum.example",
    displayName: "Kim Doe",
  });
  expect(facts.sources).toEqual({
    permalink: "link:canonical",
    title: "meta:og:title",
    postedAt: "meta:article:published_time",
    handle: "meta:profile:username",
    displayName: "meta:author",
  });
});

test("uses no metadata where the canonical address is another one", () => {
  const head = `<link rel="canonical" href="/posts/40">${metaOf({
    "article:published_time": "2024-05-06T07:08:09Z",
    "profile:username": "kim",
    "og:title": "Other",
  })}`;
  expect(factsOf({ head })).toMatchObject({ permalink: null, postedAt: null, handle: null, title: null });
});

test.each(["javascript:alert(1)", "https://other.example/posts/41", "ftp://forum.example/posts/41", "https://["])(
  "does not take %s for the post's address",
  (href) => {
    expect(factsOf({ head: `<link rel="canonical" href="${href}">` }).permalink).toBeNull();
  },
);

test("does not take an account on another platform from twitter:creator", () => {
  expect(factsOf({ head: '<meta name="twitter:creator" content="@site">' }).handle).toBeNull();
});

test("puts a mere date into postedAtDate", () => {
  const facts = factsOf({ head: metaOf({ "article:published_time": "2024-05-06" }) });
  expect(facts).toMatchObject({ postedAt: null, postedAtDate: "2024-05-06" });
});

test("does not guess the zone of a time without one", () => {
  const facts = factsOf({ head: metaOf({ "article:published_time": "2024-05-06T07:08:09" }) });
  expect(facts).toMatchObject({ postedAt: null, postedAtDate: null });
});

test("reads a rel=author link in the head, and one in the page only inside its one article", () => {
  const link = '<a rel="author" href="/@KimD">Kim Doe</a>';
  expect(factsOf({ body: `<article>${link}</article>` })).toMatchObject({ handle: "KimD", displayName: "Kim Doe" });
  expect(factsOf({ body: `<article>${link}</article><article></article>` }).handle).toBeNull();
  expect(factsOf({ body: `<article></article>${link}` })).toMatchObject({ handle: null, profileUrl: null });
  expect(factsOf({ head: '<link rel="author" href="/@KimD">' }).sources.handle).toBe("link[rel=author]");
});

test("takes a time only from the link to this very address", () => {
  const time = (href: string, at: string) => `<a href="${href}"><time datetime="${at}">${at.slice(0, 4)}</time></a>`;
  const others = time("/posts/40", "2020-01-01T00:00:00Z") + time("/posts/41#c-2", "2021-01-01T00:00:00Z");
  const buttons = `${time("#", "2022-01-01T00:00:00Z")}<time datetime="2023-01-01T00:00:00Z">2023</time>`;
  expect(factsOf({ body: others + buttons })).toMatchObject({ postedAt: null, postedAtText: null, permalink: null });
  const facts = factsOf({ body: others + time("/posts/41/", "2024-01-01T00:00:00Z") });
  expect(facts).toMatchObject({ postedAt: "2024-01-01T00:00:00Z", postedAtText: "2024" });
});

test("takes the words beside a known moment only where all its elements say the same", () => {
  const head = metaOf({ "article:published_time": "2024-05-06T07:08:09+02:00" });
  const time = (words: string) => `<time datetime="2024-05-06T05:08:09.000Z">${words}</time>`;
  expect(factsOf({ head, body: time("May\n 6") + time("May 6") }).postedAtText).toBe("May 6");
  expect(factsOf({ head, body: time("May 6") + time("3 h") }).postedAtText).toBeNull();
});

test("gives null where metadata and the post's own time differ", () => {
  const head = metaOf({ "article:published_time": "2024-05-06T07:08:09Z" });
  const body = '<a href="/posts/41"><time datetime="2024-05-06T06:08:09Z">May 6</time></a>';
  expect(factsOf({ head, body }).postedAt).toBeNull();
});

test("finds nothing on a page that says nothing", () => {
  const { pageUrl, platform, sources, mediaCount, ...facts } = factsOf({ body: "<p>@kim 3h ago, 2024-05-06</p>" });
  expect({ pageUrl, platform, sources, mediaCount }).toEqual({
    pageUrl: PAGE_URL,
    platform: "web",
    sources: {},
    mediaCount: 0,
  });
  expect(Object.values(facts).every((fact) => fact === null)).toBe(true);
});
