import fc from "fast-check";
import { expect, test } from "vitest";
import { extractPage } from "@/src/extract/extract-page";
import { FACT_LIMITS, type PageFacts } from "@/src/model/page-facts";
import { documentOf, factsOf, jsonLd, metaOf, PAGE_URL, posting } from "./page-of";

const KEYS = ["author", "name", "alternateName", "url", "@id", "@type", "@graph", "mainEntity", "datePublished"];
const WORDS = [
  "@kim",
  "Kim Doe",
  "/@kim",
  PAGE_URL,
  "2024-05-06T07:08:09Z",
  "2024-05-06",
  "Article",
  "Person",
  "\uD800",
];
const WORD = fc.oneof(fc.constantFrom(...WORDS), fc.string());
/** Anything JSON can say, mostly under names and with words that the extractor looks for. */
const { data: JSON_VALUE } = fc.letrec((tie) => ({
  data: fc.oneof(
    { depthSize: "small" },
    WORD,
    fc.constantFrom(null, true, 0, 1e99),
    fc.array(tie("data"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...KEYS, "__proto__", "constructor"), fc.string()), tie("data"), {
      maxKeys: 6,
    }),
  ),
}));

/** Every text that the page gives, as it may appear in a fact. */
function wordsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(wordsIn) : [String(value)];
}

function expectNothingInvented(facts: PageFacts, given: readonly string[]): void {
  const squeezed = given.map((word) => word.toWellFormed().replace(/\s+/g, " "));
  for (const fact of ["handle", "displayName", "title", "postedAtText", "text"] as const) {
    const value = facts[fact]?.replace(/\s+/g, " ");
    if (value !== undefined) expect(squeezed.some((word) => word.includes(value))).toBe(true);
  }
  for (const fact of ["permalink", "profileUrl"] as const) expect(facts[fact] ?? "https://").toMatch(/^https?:\/\//);
  expect(facts.pageUrl).toBe(PAGE_URL);
}

function expectSourceForEachFact({
  sources,
  pageUrl: _url,
  platform: _platform,
  mediaCount,
  ...facts
}: PageFacts): void {
  const found = Object.entries(facts).flatMap(([fact, value]) => (value === null ? [] : [fact]));
  expect(Object.keys(sources).sort()).toEqual([...found, ...(mediaCount > 0 ? ["mediaCount"] : [])].sort());
}

test("never throws on, and adds nothing to, what JSON-LD says", () => {
  fc.assert(
    fc.property(JSON_VALUE, fc.constantFrom("Article", "SocialMediaPosting", "VideoObject"), (data, type) => {
      const whole = typeof data === "object" && data !== null ? { ...data, "@type": type, url: PAGE_URL } : data;
      const facts = factsOf({ head: jsonLd(whole) });
      expectNothingInvented(facts, wordsIn(whole));
      expectSourceForEachFact(facts);
    }),
    { numRuns: 400 },
  );
});

test("never throws on, and adds nothing to, what meta elements say", () => {
  const names = [
    "og:title",
    "og:url",
    "og:type",
    "article:published_time",
    "article:author",
    "profile:username",
    "author",
  ];
  const plain = WORD.map((word) => word.toWellFormed().replace(/[&"<>\0\r]/g, ""));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), plain), (values) => {
      const facts = factsOf({ head: metaOf(values) });
      expectNothingInvented(facts, [
        ...Object.values(values),
        ...Object.values(values).map((one) => one.replace("@", "")),
      ]);
      expectSourceForEachFact(facts);
    }),
    { numRuns: 200 },
  );
});

test("keeps every value within its limit and well-formed", () => {
  const long = `${"x".repeat(120_000)}\uD800`;
  const author = { name: long, alternateName: `@${long}`, url: `https://forum.example/@${long}` };
  const facts = factsOf({ head: jsonLd(posting({ headline: long, articleBody: long, author, inLanguage: long })) });
  expect(facts).toMatchObject({ handle: null, profileUrl: null, language: null });
  expect(facts.title).toHaveLength(FACT_LIMITS.title);
  expect(facts.displayName).toHaveLength(FACT_LIMITS.displayName);
  expect(facts.text).toHaveLength(FACT_LIMITS.text);
  expect(JSON.stringify(facts).isWellFormed()).toBe(true);
});

test("limits an overlong page address", () => {
  expect(extractPage(documentOf(""), `https://a.example/${"x".repeat(20_000)}`).pageUrl).toHaveLength(
    FACT_LIMITS.pageUrl,
  );
});

test.each(["", "about:blank", "not an address", "file:///tmp/page.html", "data:text/html,x"])(
  "reads no address from a page that stands at %j",
  (url) => {
    const facts = factsOf({ head: `<link rel="canonical" href="${PAGE_URL}">` }, url);
    expect(facts).toMatchObject({ pageUrl: url, platform: "web", permalink: null });
  },
);

test("survives a document whose members throw", () => {
  const document = new Proxy({} as Document, {
    get: () => {
      throw new Error("trap");
    },
    getPrototypeOf: () => {
      throw new Error("trap");
    },
  });
  expect(extractPage(document, PAGE_URL).sources).toEqual({});
});

test("leaves built-in objects as they are", () => {
  const polluting = '{"@type":"Article","__proto__":{"author":{"name":"Kim Doe"}},"constructor":{"prototype":{"a":1}}}';
  const facts = factsOf({ head: `<script type="application/ld+json">${polluting}</script>` });
  expect(facts.displayName).toBeNull();
  expect("author" in {} || "a" in {}).toBe(false);
});

test("ends on JSON-LD that refers to itself or nests without end", () => {
  const ring = {
    "@graph": [
      { "@id": "#a", "@type": "Article", author: { "@id": "#b" } },
      { "@id": "#b", author: { "@id": "#a" } },
    ],
  };
  const deep = `${'{"mainEntity":'.repeat(20_000)}{}${"}".repeat(20_000)}`;
  expect(factsOf({ head: `${jsonLd(ring)}<script type="application/ld+json">${deep}</script>` }).sources).toEqual({});
});
