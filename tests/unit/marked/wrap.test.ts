import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wrap } from "@/src/marked/wrap";

/** Every letter one wide, those of the far east two. */
const measure = (text: string) =>
  [...text].reduce((sum, letter) => sum + (/\p{Script=Han}|[\u3000-\u303F]/u.test(letter) ? 2 : 1), 0);

const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

describe("lines", () => {
  test.each([
    ["fits as it is", 20, ["fits as it is"]],
    ["2026-11-21 09:02:08 UTC (Asia/Hong_Kong)", 24, ["2026-11-21 09:02:08 UTC ", "(Asia/Hong_Kong)"]],
    ["https://example.com/abc", 10, ["https://ex", "ample.com/", "abc"]],
    ["see https://example.com/a now", 12, ["see https://", "example.com/", "a now"]],
    ["這是衍生副本：圖片沒有覆蓋。", 12, ["這是衍生", "副本：圖片", "沒有覆蓋。"]],
    ["ab👨‍👩‍👧cd", 2, ["ab", "👨‍👩‍👧", "cd"]],
    ["", 10, [""]],
  ])("%j in %i", (text, width, lines) => {
    expect(wrap(text, width, measure)).toEqual(lines);
  });

  test("hold all of the text, fit, and cut no letter, whatever a page calls itself", () => {
    const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.webUrl());
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (whole, width) => {
        const lines = wrap(whole, width, measure);
        expect(lines.join("")).toBe(whole);
        for (const line of lines) {
          const fits = measure(line.trimEnd()) <= width || [...letters.segment(line.trimEnd())].length <= 1;
          expect(fits, JSON.stringify(line)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
