import { expect, test } from "vitest";
import { factsOf, jsonLd, metaOf, PAGE_URL, posting } from "./page-of";

test("reads the post that the page describes, and names where each fact stands", () => {
  const facts = factsOf({
    head: jsonLd(posting({ image: ["https://forum.example/a.jpg", "https://forum.example/b.jpg"] })),
  });
  expect(facts).toMatchObject({
    pageUrl: PAGE_URL,
    permalink: PAGE_URL,
    title: "A walk",
    text: "We went for a walk.",
    handle: "KimD",
    displayName: "Kim Doe",
    profileUrl: "https://forum.example/u/KimD",
    postedAt: "2024-05-06T07:08:09+02:00",
    postedAtDate: null,
    mediaCount: 2,
  });
  expect(facts.sources).toEqual({
    permalink: "jsonld:url",
    title: "jsonld:headline",
    text: "jsonld:articleBody",
    handle: "jsonld:author.alternateName",
    displayName: "jsonld:author.name",
    profileUrl: "jsonld:author.url",
    postedAt: "jsonld:datePublished",
    mediaCount: "jsonld",
  });
});

test("does not take a person's name for an account name", () => {
  const author = { "@type": "Person", name: "Kim Doe", alternateName: "Kimmy", identifier: "88123" };
  expect(factsOf({ head: jsonLd(posting({ author })) })).toMatchObject({ handle: null, displayName: "Kim Doe" });
});

test("takes a bare name for the account name where the profile's address says the same", () => {
  const author = { name: "KimD", url: "https://forum.example/members/kimd" };
  expect(factsOf({ head: jsonLd(posting({ author })) }).handle).toBe("KimD");
});

test("does not take an account on another site for the account of this post", () => {
  const author = { name: "Kim Doe", url: "https://elsewhere.example/@kim" };
  const facts = factsOf({ head: jsonLd(posting({ author })) });
  expect(facts).toMatchObject({ handle: null, profileUrl: "https://elsewhere.example/@kim" });
});

test("leaves the author open where several people are named, or one word that may be a name or an account", () => {
  const two = [{ name: "Kim Doe" }, { name: "Lee Roe" }];
  expect(factsOf({ head: jsonLd(posting({ author: two })) })).toMatchObject({ handle: null, displayName: null });
  const renamed = { name: ["Kim Doe", "Lee Roe"], url: ["https://forum.example/@kim", "https://forum.example/@lee"] };
  expect(factsOf({ head: jsonLd(posting({ author: renamed })) })).toMatchObject({ handle: null, displayName: null });
  expect(factsOf({ head: jsonLd(posting({ author: "kimd" })) })).toMatchObject({ handle: null, displayName: null });
});

test("does not use the description of another address", () => {
  const facts = factsOf({ head: jsonLd(posting({ url: "https://forum.example/posts/40" })) });
  expect(facts).toMatchObject({ handle: null, displayName: null, postedAt: null, text: null, permalink: null });
});

test("leaves the author and time open where several posts are described and none names this address", () => {
  const { url: _url, ...first } = posting();
  const second = { ...first, author: { name: "Lee Roe" }, datePublished: "2024-01-01T00:00:00Z" };
  expect(factsOf({ head: jsonLd([first, second]) })).toMatchObject({ handle: null, displayName: null, postedAt: null });
});

test("finds the described post that names this address among others", () => {
  const other = posting({ url: "https://forum.example/posts/9", author: { name: "Lee Roe" } });
  expect(factsOf({ head: jsonLd({ "@graph": [other, posting()] }) }).displayName).toBe("Kim Doe");
});

test("gives null where two descriptions of this post contradict each other", () => {
  const head = jsonLd(posting()) + jsonLd(posting({ datePublished: "2024-05-06T08:08:09+02:00" }));
  expect(factsOf({ head })).toMatchObject({ postedAt: null, postedAtDate: null, handle: "KimD" });
});

test("does not read comments, shared posts and related posts as the post", () => {
  const inner = posting({ author: { name: "Lee Roe" }, datePublished: "2020-01-01T00:00:00Z" });
  const page = { "@type": "WebPage", url: PAGE_URL, comment: [inner], sharedContent: inner, hasPart: [inner] };
  expect(factsOf({ head: jsonLd(page) })).toMatchObject({ displayName: null, postedAt: null });
});

test("follows mainEntity and authors that are described elsewhere in the graph", () => {
  const question = posting({ "@type": "Question", author: { "@id": "#kim" } });
  const kim = { "@id": "#kim", "@type": "Person", name: "Kim Doe" };
  const head = jsonLd({ "@graph": [kim, { "@type": "QAPage", mainEntity: question }] });
  expect(factsOf({ head }).displayName).toBe("Kim Doe");
});

test("does not use metadata when the address names one part of the page", () => {
  const facts = factsOf({ head: jsonLd(posting()) }, `${PAGE_URL}#comment-7`);
  expect(facts).toMatchObject({ handle: null, postedAt: null, permalink: null });
});

test("does not take the description of a thread's start for a post on a later page", () => {
  const { url: _url, ...start } = posting({ "@type": "DiscussionForumPosting" });
  const head = `${jsonLd(start)}<link rel="prev" href="/threads/5/page-2">`;
  expect(factsOf({ head }, "https://forum.example/threads/5/page-3").postedAt).toBeNull();
  expect(factsOf({ head }, "https://forum.example/threads/6").postedAt).not.toBeNull();
});

test("does not use a description left over from another address of the same site", () => {
  const { url: _url, ...stale } = posting();
  const head = jsonLd(stale) + metaOf({ "og:url": "https://forum.example/posts/40" });
  expect(factsOf({ head })).toMatchObject({ handle: null, postedAt: null, permalink: null });
});

test("does not take an article's creation for its publication", () => {
  const draft = posting({ "@type": "NewsArticle", datePublished: undefined, dateCreated: "2024-01-01T00:00:00Z" });
  expect(factsOf({ head: jsonLd(draft) }).postedAt).toBeNull();
});

test("counts no pictures of kinds that list logos and avatars", () => {
  const forumPost = posting({ "@type": "DiscussionForumPosting", image: "https://forum.example/avatar.png" });
  expect(factsOf({ head: jsonLd(forumPost) }).mediaCount).toBe(0);
});

test("gives the account of a profile page, but neither a time nor a permalink", () => {
  const url = "https://forum.example/u/KimD";
  const person = { "@type": "Person", name: "Kim Doe", alternateName: "@KimD" };
  const head = jsonLd({ "@type": "ProfilePage", dateCreated: "2010-01-01T00:00:00Z", mainEntity: person });
  const facts = factsOf({ head: `${head}<link rel="canonical" href="${url}">` }, url);
  expect(facts).toMatchObject({ handle: "KimD", displayName: "Kim Doe", postedAt: null, permalink: null });
});

test("reads on where one block is not JSON", () => {
  const broken = '<script type="application/ld+json">{"@type": </script>';
  expect(factsOf({ head: broken + jsonLd(posting()) }).handle).toBe("KimD");
});
