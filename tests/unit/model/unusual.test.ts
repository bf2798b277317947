import { expect, test } from "vitest";
import { unusualCharacters } from "@/src/model/unusual";

test.each([
  ["river.walks", []],
  ["Zoë O’Brien_42", []],
  ["陳大文", []],
  ["Мария Иванова", []],
  ["Ελένη and Anna", []],
  ["👩‍👩‍👧 family ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿", []],
  ["نمی‌دانم", []],
  ["river\u200B", ["U+200B"]],
  ["\u202EreviR", ["U+202E"]],
  ["p\u0430ypal", ["U+0430"]],
  ["\u{1D424}im", ["U+1D424"]],
  ["\u13DFim and \uA4D3", ["U+13DF"]],
  ["kim的朋友", []],
  ["\u2066a\u2069\u2066", ["U+2066", "U+2069"]],
  ["a\u{E0041}", ["U+E0041"]],
])("%j has the misleading characters %j", (text, codes) => {
  expect(unusualCharacters(text)).toEqual(codes);
});
