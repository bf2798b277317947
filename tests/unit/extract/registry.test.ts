import { expect, test } from "vitest";
import { type PlatformReader, READERS } from "@/src/extract/registry";
import { factsOf, jsonLd, posting } from "./page-of";

const HEAD = jsonLd(posting({ url: "https://www.reddit.com/r/a/comments/41" }));
const URL_OF_PLATFORM = "https://www.reddit.com/r/a/comments/41";

function reader(changes: Partial<PlatformReader> = {}): PlatformReader {
  const claims = { handle: { value: "Reader", source: "reddit:author" }, postedAt: null };
  return { platform: "reddit", read: () => claims, ...changes };
}

test("lets the platform's reader speak first and the generic sources fill what it leaves open", () => {
  const facts = factsOf({ head: HEAD }, URL_OF_PLATFORM, [reader()]);
  expect(facts).toMatchObject({ platform: "reddit", handle: "Reader", displayName: "Kim Doe", postedAt: null });
  expect(facts.sources).toMatchObject({ handle: "reddit:author", displayName: "jsonld:author.name" });
});

test("does not ask a reader of another platform", () => {
  expect(factsOf({ head: HEAD }, URL_OF_PLATFORM, [reader({ platform: "x" })]).handle).not.toBe("Reader");
});

test("asks a reader of software that runs anywhere where the address tells no platform", () => {
  const anyHost = reader({ platform: "mastodon", isAnyHost: true });
  expect(factsOf({}, "https://social.example/@a/1", [anyHost])).toMatchObject({
    platform: "mastodon",
    handle: "Reader",
  });
  expect(factsOf({}, URL_OF_PLATFORM, [anyHost])).toMatchObject({ platform: "reddit", handle: null });
});

test("goes on where a reader does not know the page, or fails", () => {
  const unknown = reader({ read: () => null });
  const failing = reader({
    read: () => {
      throw new Error("unexpected page");
    },
  });
  expect(factsOf({ head: HEAD }, URL_OF_PLATFORM, [unknown, failing]).displayName).toBe("Kim Doe");
});

test("checks a reader's values like any other", () => {
  const read = () => ({
    handle: { value: "not a handle", source: "reddit:author" },
    permalink: { value: "javascript:alert(1)", source: "reddit:link" },
  });
  expect(factsOf({}, URL_OF_PLATFORM, [reader({ read })])).toMatchObject({
    handle: null,
    permalink: null,
    sources: {},
  });
});

test("names each platform at most once", () => {
  const platforms = READERS.map(({ platform }) => platform);
  expect(new Set(platforms).size).toBe(platforms.length);
});
