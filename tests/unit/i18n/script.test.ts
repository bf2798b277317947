import { expect, test } from "vitest";
import { asWritten } from "@/src/i18n/script";

test.each([
  ["zh-HK", "zh-Hant"],
  ["zh-TW", "zh-Hant"],
  ["zh-CN", "zh-Hans"],
  ["zh", "zh-Hans"],
  ["pt-BR", "pt"],
  ["ja-JP-macos", "ja"],
])("%s is written as %s is", (asked, shown) => {
  expect(asWritten(asked)).toBe(asWritten(shown));
});

test("Simplified and Traditional Chinese are told apart", () => {
  expect(asWritten("zh-CN")).not.toBe(asWritten("zh-HK"));
});
