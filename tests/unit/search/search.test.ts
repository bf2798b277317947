import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import { NO_FILTERS } from "@/src/search/filters";
import { folded } from "@/src/search/fold";
import { ItemSearch } from "@/src/search/search";
import { items } from "@/tools/screens/samples";

const REMARKS = { description: "", tags: [], words: "" };
const item = (some: Partial<ExhibitSummary>): ExhibitSummary => ({
  ...items[0]!, // without words of the user
  url: "https://example.com/1",
  platform: "web",
  handle: null,
  title: null,
  text: null,
  ...some,
});
const finds = (some: Partial<ExhibitSummary>, words: string): boolean => {
  const search = new ItemSearch();
  search.set([item(some)]);
  return search.find(words, NO_FILTERS).length === 1;
};

describe("an item is found", () => {
  test.each<[what: string, item: Partial<ExhibitSummary>, words: string]>([
    ["by its number", { exhibit: 42 }, "ex-042"],
    ["by the account's name, in any letter case", { handle: "River.Walks" }, "RIVER.walks"],
    ["by the name the user put in its place", { handle: "river", correctedHandle: "weir.watch" }, "weir.watch"],
    ["by what the page says although the user corrected it", { handle: "river", correctedHandle: "weir" }, "river"],
    ["by a part of its address", { url: "https://example.com/posts/1986021144973865000" }, "1986021144"],
    ["by an address's letters", { url: "https://example.com/%E6%99%A8%E9%9C%A7" }, "晨霧"],
    ["by its title", { title: "Morning mist" }, "mist"],
    ["by its words", { text: "The bench by the old lock" }, "old"],
    ["by the user's line about it", { remarks: { ...REMARKS, description: "spoke to the lock keeper" } }, "keeper"],
    ["by a tag", { remarks: { ...REMARKS, tags: ["work", "Sunday walk"] } }, "sunday"],
    ["by what else the user wrote", { remarks: { ...REMARKS, words: "the second of three" } }, "second"],
    ["by the platform's name", { platform: "bluesky" }, "bluesky"],
    ["by words that stand in different places, in any order", { handle: "river", text: "the bench" }, "bench river"],
    ["by a part of a Chinese sentence", { text: "晨霧籠罩堤邊小路，長椅空著。" }, "堤邊小"],
    ["without the accents", { text: "Ein Café am Wéhr" }, "cafe wehr"],
    ["with accents that it has not", { text: "Cafe" }, "café"],
    ["when it is written wide", { text: "ＲＩＶＥＲ　１２３" }, "river 123"],
    ["when the search is written wide", { text: "river 123" }, "ｒｉｖｅｒ"],
    ["in half-width kana", { text: "ｶﾞﾗｽ" }, "ガラス"],
    ["in spite of characters that cannot be seen", { handle: "lock\u200Bkeep\u00ADer" }, "lockkeeper"],
    ["with ß as with ss", { text: "STRASSE" }, "straße"],
    ["with a final sigma", { text: "ΟΔΟΣ" }, "οδοσ"],
    ["in Turkish letters", { text: "IŞIK" }, "ışık"],
    ["without the points of Arabic", { text: "مَرْحَبًا" }, "مرحبا"],
  ])("%s", (_what, some, words) => {
    expect(finds(some, words)).toBe(true);
  });
});

test.each<[what: string, item: Partial<ExhibitSummary>, words: string]>([
  ["where one of the words is nowhere", { text: "the bench" }, "bench river"],
  ["by a word that runs from one field into the next", { handle: "river", title: "walks" }, "riverwalks"],
  ["by other kana", { text: "カラス" }, "ガラス"],
  ["by another character that looks alike", { text: "river" }, "r\u0456ver"],
])("an item is not found %s", (_what, some, words) => {
  expect(finds(some, words)).toBe(false);
});

test.each(["", "   ", "\u200B", "\u3000"])("nothing that is looked for leaves out nothing: %j", (words) => {
  expect(finds({}, words)).toBe(true);
});

test("an address that cannot be read as text is searched as it is", () => {
  expect(finds({ url: "https://example.com/%E0%A4%A" }, "%e0%a4%a")).toBe(true);
});

test("finds items in the order they are given, whether prepared or not", () => {
  const all = Array.from({ length: 30 }, (_, n) =>
    item({ id: String(n) as ExhibitId, text: n % 3 ? "bench" : "lock" }),
  );
  const search = new ItemSearch();
  search.set(all);
  while (search.prepare(7));
  const expected = all.filter(({ text }) => text === "lock");
  expect(search.find("lock", NO_FILTERS)).toEqual(expected);
  const unprepared = new ItemSearch();
  unprepared.set(all);
  expect(unprepared.find("lock", NO_FILTERS)).toEqual(expected);
});

test("an item that was corrected since is found by its new name", () => {
  const search = new ItemSearch();
  search.set([item({ handle: "river" })]);
  while (search.prepare(1));
  search.set([item({ handle: "river", correctedHandle: "weir" })]);
  expect(search.find("weir", NO_FILTERS)).toHaveLength(1);
});

describe("folding", () => {
  test("again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(folded(folded(text))).toBe(folded(text));
      }),
      { numRuns: 5000 },
    );
  });

  test("is the same for a text and its other normal forms", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const form of ["NFC", "NFD", "NFKC", "NFKD"]) expect(folded(text.normalize(form))).toBe(folded(text));
      }),
    );
  });

  test("finds any part of a text that a person can mark", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 40 });
    fc.assert(
      fc.property(text, text, text, (before, word, after) => {
        fc.pre(!/\s/.test(word) && folded(word).trim() === folded(word));
        expect(finds({ text: `${before} ${word} ${after}` }, word)).toBe(true);
      }),
    );
  });
});
