import fc from "fast-check";
import { expect, test } from "vitest";
import type { CaseId } from "@/src/model/exhibit";
import type { UtcInstant } from "@/src/model/instant";
import type { MissingPart } from "@/src/model/missing";
import { choicesOf, countFilters, type FilteredItem, type Filters, NO_FILTERS, passes } from "@/src/search/filters";

const MISSING: MissingPart = { what: "handle", why: "notOnPage" };
const CASE = "0b5e1c52-0c4f-4c58-9a4a-3d3f0a1f7a01" as CaseId;
const base: FilteredItem = {
  caseId: CASE,
  platform: "bluesky",
  missing: [],
  pictures: "as shown",
  capturedUtc: "2026-03-15T12:00:00.000Z" as UtcInstant,
};
const on = (day: string) => ({ ...base, capturedUtc: `${day}T12:00:00.000Z` as UtcInstant });
const tagged = (...tags: string[]) => ({ ...base, remarks: { description: "", tags, words: "" } });

test.each<[what: string, item: FilteredItem, filters: Partial<Filters>, stays: boolean]>([
  ["no filter", base, {}, true],
  ["its platform", base, { platforms: new Set(["x", "bluesky"]) }, true],
  ["another platform", base, { platforms: new Set(["x"]) }, false],
  ["its case", base, { cases: new Set([CASE]) }, true],
  ["another case", base, { cases: new Set(["0b5e1c52-0c4f-4c58-9a4a-3d3f0a1f7a02" as CaseId]) }, false],
  ["complete ones", base, { complete: true }, true],
  ["those that miss something", base, { complete: false }, false],
  ["those that miss something, as it does", { ...base, missing: [MISSING] }, { complete: false }, true],
  ["covered ones", base, { onlyCovered: true }, false],
  ["covered ones, as it is", { ...base, pictures: "covered" }, { onlyCovered: true }, true],
  ["a tag it has", tagged("work", "home"), { tags: new Set(["home"]) }, true],
  ["a tag it has not", tagged("work"), { tags: new Set(["home"]) }, false],
  ["a tag, without any", base, { tags: new Set(["home"]) }, false],
  ["from its month", on("2026-03-15"), { from: "2026-03" }, true],
  ["from the month after", on("2026-03-15"), { from: "2026-04" }, false],
  ["until its month", on("2026-03-15"), { until: "2026-03" }, true],
  ["until the month before", on("2026-03-15"), { until: "2026-02" }, false],
  ["across the turn of a year", on("2026-01-15"), { from: "2025-12", until: "2026-02" }, true],
])("an item against %s", (_what, item, filters, stays) => {
  expect(passes(item, { ...NO_FILTERS, ...filters })).toBe(stays);
});

test("the choices are what the items have: platforms by frequency, months newest first", () => {
  const all = [on("2025-12-31"), { ...on("2026-02-01"), platform: "x" }, { ...on("2026-02-15"), platform: "x" }];
  expect(choicesOf(all)).toEqual({
    platforms: ["x", "bluesky"],
    tags: [],
    months: ["2026-02", "2025-12"],
    hasIncomplete: false,
    hasCovered: false,
  });
});

test("each choice of a filter finds at least one item, and all of a kind together find all", () => {
  const item: fc.Arbitrary<FilteredItem> = fc.record({
    caseId: fc.constant(CASE),
    platform: fc.constantFrom("x", "web", "bluesky"),
    missing: fc.constantFrom([], [MISSING]),
    pictures: fc.constantFrom("as shown" as const, "covered" as const),
    capturedUtc: fc
      .date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString() as UtcInstant),
  });
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 40 }), (all) => {
      const { platforms, months, hasIncomplete, hasCovered } = choicesOf(all);
      const kept = (filters: Partial<Filters>) =>
        all.filter((one) => passes(one, { ...NO_FILTERS, ...filters })).length;
      const ofEach = (each: Partial<Filters>[]) => each.map(kept);
      const byPlatform = ofEach(platforms.map((id) => ({ platforms: new Set([id]) })));
      const byMonth = ofEach(months.map((month) => ({ from: month, until: month })));
      for (const counts of [byPlatform, byMonth]) {
        expect(counts.every((count) => count > 0)).toBe(true);
        expect(counts.reduce((a, b) => a + b, 0)).toBe(all.length);
      }
      expect(kept({ complete: false }) > 0).toBe(hasIncomplete);
      expect(kept({ onlyCovered: true }) > 0).toBe(hasCovered);
      expect(kept({ from: months.at(-1)!, until: months[0]! })).toBe(all.length);
    }),
  );
});

test("counts the filters that are set", () => {
  expect(countFilters(NO_FILTERS)).toBe(0);
  const all = {
    cases: new Set([CASE]),
    platforms: new Set(["x", "web"]),
    tags: new Set(["work"]),
    complete: true,
    onlyCovered: true,
    from: "2026-01",
    until: "2026-02",
  };
  expect(countFilters(all)).toBe(8);
});
