/** Pages of platforms that no reader knows: what their standard metadata gives, and above all what it does not. */
import { describe, expect, test } from "vitest";
import { factsOf, jsonLd, metaOf, PAGE_URL, posting } from "./page-of";

const HEAD = `<link rel="canonical" href="${PAGE_URL}">`;
const TIME = "2024-05-06T07:08:09+02:00";
const ARTICLE = metaOf({
  "og:type": "article",
  "og:url": PAGE_URL,
  "og:site_name": "Walks",
  "article:published_time": TIME,
});

describe("facts are read from", () => {
  test("a discussion as search engines ask for it, and not from its comments", () => {
    const data = posting({
      "@type": "DiscussionForumPosting",
      text: "We went for a walk.",
      comment: [{ "@type": "Comment", text: "Nice.", datePublished: "2024-05-07T00:00:00Z", author: { name: "Bo" } }],
      interactionStatistic: { "@type": "InteractionCounter", userInteractionCount: 5 },
    });
    const facts = factsOf({ head: HEAD + jsonLd(data) });
    expect(facts).toMatchObject({
      handle: "KimD",
      displayName: "Kim Doe",
      postedAt: TIME,
      text: "We went for a walk.",
    });
  });

  test("a graph of things that name each other", () => {
    const graph = {
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "WebSite", "@id": "#site", name: "Walks", publisher: { "@id": "#org" } },
        { "@type": "Organization", "@id": "#org", name: "Walks Ltd" },
        { "@type": "WebPage", "@id": PAGE_URL, url: PAGE_URL, isPartOf: { "@id": "#site" } },
        { "@type": "Article", mainEntityOfPage: { "@id": PAGE_URL }, author: { "@id": "#kim" }, datePublished: TIME },
        { "@type": "Person", "@id": "#kim", name: "Kim Doe" },
      ],
    };
    expect(factsOf({ head: HEAD + jsonLd(graph) })).toMatchObject({ displayName: "Kim Doe", postedAt: TIME });
  });

  test("microdata, with the author as a nested person", () => {
    const body = `<article itemscope itemtype="https://schema.org/SocialMediaPosting"><link itemprop="url" href="${PAGE_URL}">
      <div itemprop="author" itemscope itemtype="https://schema.org/Person"><meta itemprop="alternateName" content="KimD">
      <span itemprop="name">Kim Doe</span></div><time itemprop="datePublished" datetime="${TIME}">6 May</time></article>`;
    expect(factsOf({ head: HEAD, body })).toMatchObject({
      displayName: "Kim Doe",
      postedAt: TIME,
      postedAtText: "6 May",
    });
  });

  test("an old hAtom entry", () => {
    const body = `<div class="hentry"><a rel="bookmark" href="/posts/41"><abbr class="published" title="${TIME}">6 May</abbr></a>
      <address class="vcard author"><a class="url fn" href="/people/kim">Kim Doe</a></address></div>`;
    const facts = factsOf({ head: HEAD, body });
    expect(["Kim Doe", null]).toContain(facts.displayName);
    expect([TIME, null]).toContain(facts.postedAt);
  });
});

describe("facts are read from older conventions:", () => {
  test("Dublin Core", () => {
    const head = `${HEAD}<meta name="DC.creator" content="Kim Doe"><meta name="dcterms.issued" content="2024-05-06">`;
    expect(factsOf({ head })).toMatchObject({ displayName: "Kim Doe", postedAtDate: "2024-05-06", handle: null });
  });

  const rdfa = (
    vocab: string,
    inside = "",
  ) => `<article ${vocab} typeof="BlogPosting"><a property="url" href="${PAGE_URL}">#</a>
    <span property="author" typeof="Person"><a property="url" href="/@KimD"><span property="name">Kim Doe</span></a></span>
    <time property="datePublished" datetime="${TIME}">6 May</time>${inside}</article>`;

  test("RDFa", () => {
    const facts = factsOf({ head: HEAD, body: rdfa('vocab="https://schema.org/"') });
    expect(facts).toMatchObject({ handle: "KimD", displayName: "Kim Doe", postedAt: TIME });
    expect(facts.sources.postedAt).toBe("rdfa:datePublished");
  });

  test("RDFa, but not of another vocabulary, and not from a comment inside", () => {
    expect(factsOf({ head: HEAD, body: rdfa('vocab="https://other.example/"') })).toMatchObject({
      handle: null,
      postedAt: null,
    });
    const comment = `<div property="comment" typeof="Comment"><span property="author">Bo Roe</span></div>`;
    expect(factsOf({ head: HEAD, body: rdfa('vocab="http://schema.org"', comment) }).displayName).toBe("Kim Doe");
  });
});

describe("nobody is made up from", () => {
  const nobody = { handle: null, displayName: null, repostedBy: null };

  test("the name of the site in the place of the author", () => {
    const authors = `${metaOf({ "article:author": "Walks" })}<meta name="author" content="Walks">`;
    expect(factsOf({ head: HEAD + ARTICLE + authors })).toMatchObject({ ...nobody, postedAt: TIME });
  });

  test("the publisher, in the place of a missing author", () => {
    const { author: _, ...data } = posting({
      publisher: { "@type": "Organization", name: "Walks Ltd", url: "/@walks" },
    });
    expect(factsOf({ head: HEAD + jsonLd(data) })).toMatchObject({ ...nobody, postedAt: TIME });
  });

  test("several authors", () => {
    const author = ["Kim Doe", "Bo Roe"].map((name) => ({ "@type": "Person", name, url: `/@${name.slice(0, 2)}` }));
    expect(factsOf({ head: HEAD + jsonLd(posting({ author })) })).toMatchObject(nobody);
    const names = '<meta name="author" content="Kim Doe"><meta name="author" content="Bo Roe">';
    expect(factsOf({ head: HEAD + ARTICLE + names })).toMatchObject(nobody);
  });

  test("a claim under review, whose author is the one who said it", () => {
    const review = {
      "@context": "https://schema.org",
      "@type": "ClaimReview",
      url: PAGE_URL,
      datePublished: "2024-06-01",
      claimReviewed: "The path is closed.",
      author: { "@type": "Organization", name: "Fact Desk" },
      itemReviewed: { "@type": "Claim", author: { "@type": "Person", name: "Kim Doe" }, datePublished: TIME },
    };
    const facts = factsOf({ head: HEAD + jsonLd(review) });
    expect(facts.displayName).not.toBe("Kim Doe");
    expect(facts.postedAt).toBeNull();
  });

  test("recommended posts and the last comments at the side", () => {
    const list = {
      "@type": "ItemList",
      itemListElement: [posting({ url: `${PAGE_URL}9` }), posting({ url: `${PAGE_URL}8` })],
    };
    const side = `<aside><article><a rel="author" href="/@bo">Bo</a><time datetime="2020-01-01T00:00:00Z">2020</time></article></aside>`;
    expect(factsOf({ head: HEAD + jsonLd(list), body: side })).toMatchObject({ ...nobody, postedAt: null });
  });

  test("a page that was opened before, in an app that keeps its head", () => {
    const stale = `<link rel="canonical" href="${PAGE_URL}7">${jsonLd(posting({ url: `${PAGE_URL}7` }))}`;
    expect(factsOf({ head: stale })).toMatchObject({ ...nobody, postedAt: null, text: null });
  });

  test("words in the text that look like names and times", () => {
    const body = `<main><h1>@kim</h1><p>Posted by @kim on 6 May 2024 at 05:08 UTC</p><time>yesterday</time></main>`;
    expect(factsOf({ head: HEAD, body })).toMatchObject({ ...nobody, postedAt: null, postedAtDate: null });
  });

  test("the time of the last change, or of the comments", () => {
    const head = HEAD + metaOf({ "article:modified_time": TIME, "og:updated_time": TIME });
    const body = `<article><time itemprop="dateModified" datetime="${TIME}">now</time></article>`;
    expect(factsOf({ head, body })).toMatchObject({ postedAt: null, postedAtDate: null });
    const { datePublished: _, ...changed } = posting({ dateModified: TIME });
    expect(factsOf({ head: HEAD + jsonLd(changed) }).postedAt).toBeNull();
  });

  test("a list of posts, a person's page or a front page", () => {
    for (const type of ["CollectionPage", "ProfilePage", "WebSite", "Blog"])
      expect(factsOf({ head: HEAD + jsonLd(posting({ "@type": type })) }), type).toMatchObject({ postedAt: null });
  });

  test("values that only look like facts", () => {
    const data = posting({ author: { name: "  " }, datePublished: "May 2024", articleBody: 7 });
    expect(factsOf({ head: HEAD + jsonLd(data) })).toMatchObject({ ...nobody, postedAt: null, postedAtDate: null });
  });
});

test("an entry without an address at the side of a page is not the page's post", () => {
  const entry = `<article class="h-entry"><a class="p-author h-card" href="/@bo">Bo</a>
    <time class="dt-published" datetime="2020-01-01T00:00:00Z">then</time></article>`;
  expect(factsOf({ head: HEAD, body: entry }).handle).toBe("Bo");
  expect(factsOf({ head: HEAD, body: `<aside>${entry}</aside>` })).toMatchObject({ handle: null, postedAt: null });
});
