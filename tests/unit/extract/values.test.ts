import { expect, test } from "vitest";
import { isEarlierPage, isSameAddress } from "@/src/extract/addresses";
import { cleanFact } from "@/src/extract/clean";
import { handleInAddress, isSameHandle } from "@/src/extract/handles";
import { isSameMoment, readMoment } from "@/src/extract/moments";
import { FACT_LIMITS } from "@/src/model/page-facts";

const isSame = (claimed: string, page: string) => isSameAddress(new URL(claimed), new URL(page));

test.each([
  ["https://a.example/p/1", "http://www.a.example/p/1/?utm_source=x&fbclid=2"],
  ["https://a.example/watch?v=1", "https://m.a.example/watch?v=1&t=5"],
  ["https://a.example/kim/status/1234567890123", "https://a.example/i/status/1234567890123/photo/1"],
  ["https://kim.a.example/p/%C3%A9", "https://a.example/p/é"],
  ["https://a.example/p/1#top", "https://a.example/p/1"],
])("%s is the address %s", (claimed, page) => expect(isSame(claimed, page)).toBe(true));

test.each([
  ["https://a.example/p/1", "https://b.example/p/1"],
  ["https://a.example/P/1", "https://a.example/p/1"],
  ["https://a.example/watch", "https://a.example/watch?v=1"],
  ["https://a.example/watch?v=2", "https://a.example/watch?v=1"],
  ["https://a.example/", "https://a.example/?p=123"],
  ["https://a.example/p/1", "https://a.example/p/1#post-5"],
  ["https://a.example/p/1#post-6", "https://a.example/p/1#post-5"],
  ["https://a.example/20240506/a", "https://a.example/20240506/b"],
  ["https://a.example/1234567890123", "https://a.example/1234567890123/posts/9876543210987"],
])("%s is not the address %s", (claimed, page) => expect(isSame(claimed, page)).toBe(false));

test("knows a page number from another post", () => {
  const isEarlier = (a: string, b: string) => isEarlierPage(new URL(a), new URL(b));
  expect(isEarlier("https://a.example/t/5/", "https://a.example/t/5/page-2")).toBe(true);
  expect(isEarlier("https://a.example/t?id=5&page=1", "https://a.example/t?id=5&page=2")).toBe(true);
  expect(isEarlier("https://a.example/a-walk", "https://a.example/a-swim")).toBe(false);
});

test.each([
  ["2024-05-06T07:08:09.123Z", "2024-05-06T07:08:09.123Z"],
  ["2024-05-06 07:08:09+0200", "2024-05-06T07:08:09+02:00"],
  ["2024-05-06T07:08-03:30", "2024-05-06T07:08-03:30"],
  [" 2018-01-10T13:56:05.174000+0000 ", "2018-01-10T13:56:05.174000+00:00"],
])("reads the time %s", (raw, value) => expect(cleanFact("postedAt", raw)).toBe(value));

test.each([
  ["2024-05-06T07:08:09"],
  ["2024-02-30T07:08:09Z"],
  ["2024-05-06T25:08:09Z"],
  ["2024-05-06T07:08:09+19:00"],
  ["0001-01-01T00:00:00Z"],
  ["1970-01-01T00:00:00Z"],
  ["1715000000"],
  ["Mon, 06 May 2024 07:08:09 GMT"],
  ["comment_date"],
  ["2024-05-06"],
])("does not read a time from %s", (raw) => expect(cleanFact("postedAt", raw)).toBeNull());

test("reads a date only where it is one", () => {
  expect(readMoment("2024-05-06")).toEqual({ kind: "date", value: "2024-05-06" });
  expect(readMoment("2024-13-01")).toBeNull();
});

test("compares moments as exactly as the less exact one is", () => {
  expect(isSameMoment("2024-05-06T07:08Z", "2024-05-06T09:08:59+02:00")).toBe(true);
  expect(isSameMoment("2024-05-06T07:08:01Z", "2024-05-06T07:08:01.900Z")).toBe(true);
  expect(isSameMoment("2024-05-06T07:08:01Z", "2024-05-06T07:08:02Z")).toBe(false);
});

test("keeps the letter case of a handle and drops one leading @", () => {
  expect(cleanFact("handle", " @KimD ")).toBe("KimD");
  expect(cleanFact("handle", "kim@social.example")).toBe("kim@social.example");
  expect(cleanFact("handle", "OneMedia.")).toBe("OneMedia.");
});

test.each(["Kim Doe", "@", "", "@@kim", "a/b", "https://a.example/kim", "kim@", "<b>", "kim\u202Eeil"])(
  "does not take %j for a handle",
  (raw) => expect(cleanFact("handle", raw)).toBeNull(),
);

test("reads a handle only from an address whose form carries one", () => {
  const page = new URL("https://a.example/p/1");
  const handle = (url: string) => handleInAddress(new URL(url), page);
  expect(handle("https://www.a.example/@Kim")).toBe("Kim");
  expect(handle("https://a.example/user/Kim/")).toBe("Kim");
  for (const url of ["/Kim", "/user/8", "/users/8/kim-doe", "/profile/view?id=3", "/@kim/post/1", "/author/kim-doe"])
    expect(handle(`https://a.example${url}`)).toBeNull();
});

test("knows the short and the full name of a fediverse account as one", () => {
  expect(isSameHandle("Alice", "alice@social.example")).toBe(true);
  expect(isSameHandle("alice", "alicia@social.example")).toBe(false);
});

test("cuts what is too long at a code point, and drops a long address or handle whole", () => {
  const title = cleanFact("title", `${"a".repeat(FACT_LIMITS.title - 1)}😀`);
  expect(title).toBe("a".repeat(FACT_LIMITS.title - 1));
  expect(cleanFact("text", "b".repeat(FACT_LIMITS.text + 5))).toHaveLength(FACT_LIMITS.text);
  expect(cleanFact("permalink", `https://a.example/${"c".repeat(FACT_LIMITS.permalink)}`)).toBeNull();
  expect(cleanFact("handle", "d".repeat(FACT_LIMITS.handle + 1))).toBeNull();
});

test("replaces lone surrogates", () => {
  expect(cleanFact("displayName", "Kim\uD800")).toBe("Kim\uFFFD");
});

test("accepts a language tag by its form only", () => {
  expect(cleanFact("language", "zh-Hant-HK")).toBe("zh-Hant-HK");
  expect(cleanFact("language", "English")).toBeNull();
});
