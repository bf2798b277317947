/** "57 comments", "1,234 Kommentare", "1–10 of 57": whole numbers in words. A rounded one ("1.2K", "3万") is no number. */
import type { Declared } from "@/src/model/thread";
import { wordsOf } from "./dom";
import type { PostBlock } from "./site-reader";
import { plain } from "./when/plain";

const NUMBER =
  /(?<![\d.,])(?:\d{1,3}(?:[,.\u00A0\u202F' ]\d{3})+|\d+)(?![\d.,]*\d)(?!\s?(?:[kmb+]\b|[万萬千億亿천만]))/gu;

/** All whole numbers in the words, in their order. */
export function numbersIn(words: string | null | undefined): number[] {
  const text = plain(words ?? "").slice(0, 300);
  return (text.match(NUMBER) ?? []).map((number) => Number(number.replace(/\D/g, "")));
}

/** The one number in an element's words; nothing where there are several. */
export function onlyNumberIn(element: Element | null | undefined): number | null {
  const numbers = numbersIn(wordsOf(element));
  return numbers.length === 1 ? (numbers[0] ?? null) : null;
}

/** `null` where the page does not say how many there are. */
export function declaredAs(total: number | null | undefined, counted: readonly unknown[]): Declared | null {
  return total == null ? null : { shown: counted.length, total };
}

export function matching(blocks: readonly PostBlock[], selector: string): PostBlock[] {
  return blocks.filter(({ element }) => element.matches(selector));
}
