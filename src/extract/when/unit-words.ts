/** What `Intl` has to say about lengths of time in a language, in the one form in which words are compared. */
import { plain, squashed } from "./plain";

export type Unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

/** Platforms use "h", "d" and the like in most languages, and "hrs", "mths" in English. */
const SHORT_FORMS = ["en", "en-GB"];
const STYLES = ["long", "short", "narrow"] as const;
/** Where one and five are the same word, the word before it says how many. */
export function hasPlural(unit: Unit, language: string): boolean {
  return unitWord(unit, 1, language) !== unitWord(unit, 5, language);
}

export function unitWord(unit: Unit, count: number, language: string): string {
  const parts = lengthOf(language, "long", unit).formatToParts(count);
  return plain(parts.find(({ type }) => type === "unit")?.value ?? "");
}

export function spacedAgoWords(language: string): string {
  const parts = relative(language, "long", "always").formatToParts(-3, "hour");
  const whole = plain(parts.map(({ value }) => value).join(""));
  const length = plain(lengthOf(language, "long", "hour").format(3));
  return whole.includes(length) ? whole.replace(length, "").trim() : "";
}

export function waysToSay(unit: Unit, count: number, language: string): string[] {
  const ways = new Set<string>();
  const ago = agoWords(count, language);
  for (const style of STYLES) {
    const back = squashed(relative(language, style, "always").format(-count, unit));
    ways.add(back).add(back.replace(ago, ""));
    for (const one of [language, ...SHORT_FORMS]) {
      const length = squashed(lengthOf(one, style, unit).format(count));
      for (const way of [length, `${length}s`]) ways.add(way).add(`${way}${ago}`).add(`${ago}${way}`);
    }
  }
  ways.delete(String(count));
  return [...ways];
}

/** What is left of "3 hours ago" without "3 hours". */
function agoWords(count: number, language: string): string {
  const whole = squashed(relative(language, "long", "always").format(-count, "hour"));
  const length = squashed(lengthOf(language, "long", "hour").format(count));
  return whole.includes(length) ? whole.replace(length, "") : "";
}

const relatives = new Map<string, Intl.RelativeTimeFormat>();
const lengths = new Map<string, Intl.NumberFormat>();

export function relative(language: string, style: "long" | "short" | "narrow", numeric: "always" | "auto") {
  const key = `${language} ${style} ${numeric}`;
  const format = relatives.get(key) ?? new Intl.RelativeTimeFormat(language, { style, numeric });
  relatives.set(key, format);
  return format;
}

function lengthOf(language: string, unitDisplay: "long" | "short" | "narrow", unit: Unit) {
  const key = `${language} ${unitDisplay} ${unit}`;
  const format =
    lengths.get(key) ?? new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay, useGrouping: false });
  lengths.set(key, format);
  return format;
}
