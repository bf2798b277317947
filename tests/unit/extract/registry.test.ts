import { expect, test } from "vitest";
import { Reading } from "@/src/extract/reading";
import { READERS } from "@/src/extract/registry";
import type { SiteReader } from "@/src/extract/site-reader";
import { factsOf, jsonLd, posting } from "./page-of";

const HEAD = jsonLd(posting({ url: "https://www.reddit.com/r/a/comments/41" }));
const URL_OF_PLATFORM = "https://www.reddit.com/r/a/comments/41";

function reader(changes: Partial<SiteReader> = {}): SiteReader {
  const readPage = () => new Reading("reddit").say("title", "A title", "h1").deny("postedAt");
  return { name: "reddit", platforms: ["reddit"], named: () => ({ key: "41" }), readPage, ...changes };
}

test("lets the platform's reader speak first and the generic sources fill what it leaves open", () => {
  const facts = factsOf({ head: HEAD }, URL_OF_PLATFORM, [reader()]);
  expect(facts).toMatchObject({ platform: "reddit", title: "A title", displayName: "Kim Doe", postedAt: null });
  expect(facts.sources).toMatchObject({ title: "reddit:h1", displayName: "jsonld:author.name" });
});

test("does not put the metadata's name beside the account that the reader read", () => {
  const readPage = () => new Reading("reddit").author({ handle: "Other" }, "author");
  expect(factsOf({ head: HEAD }, URL_OF_PLATFORM, [reader({ readPage })])).toMatchObject({
    handle: "Other",
    displayName: null,
    profileUrl: null,
  });
});

test("does not ask a reader of another platform", () => {
  expect(factsOf({ head: HEAD }, URL_OF_PLATFORM, [reader({ platforms: ["x"] })]).title).toBe("A walk");
});

test("asks a reader of software that runs anywhere where the address tells no platform", () => {
  const anyHost = reader({ platforms: ["mastodon"], anyHost: "platform" });
  expect(factsOf({}, "https://social.example/@a/1", [anyHost])).toMatchObject({
    platform: "mastodon",
    title: "A title",
  });
  expect(factsOf({}, URL_OF_PLATFORM, [anyHost])).toMatchObject({ platform: "reddit", title: null });
});

test("leaves a site that runs known software the site that it is", () => {
  const forum = reader({ platforms: [], anyHost: "software" });
  expect(factsOf({}, "https://forum.example/t/1", [forum])).toMatchObject({ platform: "web", title: "A title" });
});

test("reads a copy of a platform's page elsewhere without taking it for the platform", () => {
  const facts = factsOf({}, "https://archive.example/1", [reader({ anyHost: "copy" })]);
  expect(facts).toMatchObject({ platform: "web", title: "A title" });
});

test("goes on where a reader does not know the page, or fails", () => {
  const unknown = reader({ knows: () => false });
  const failing = reader({
    readPage: () => {
      throw new Error("unexpected page");
    },
  });
  expect(factsOf({ head: HEAD }, URL_OF_PLATFORM, [unknown, failing]).displayName).toBe("Kim Doe");
});

test("checks a reader's values like any other", () => {
  const readPage = () =>
    new Reading("reddit")
      .say("permalink", "javascript:alert(1)", "link")
      .say("handle", "x".repeat(301), "author")
      .time("yesterday", "time");
  expect(factsOf({}, URL_OF_PLATFORM, [reader({ readPage })])).toMatchObject({
    handle: null,
    permalink: null,
    postedAt: null,
    sources: {},
  });
});

test("names each reader once", () => {
  const names = READERS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
