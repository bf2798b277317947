/**
 * "3h", "vor 5 Min.", "il y a 2 j", "3小时前": how long ago. The words are those that `Intl` has for the language, so
 * there is no table of our own; what it does not have is not understood.
 */
import { plain, squashed } from "./plain";

export type Unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";
export interface Ago {
  unit: Unit;
  count: number;
}

const UNITS: readonly Unit[] = ["second", "minute", "hour", "day", "week", "month", "year"];
/** Platforms use "h", "d" and the like in most languages, and "hrs", "mths" in English. */
const SHORT_FORMS = ["en", "en-GB"];
const STYLES = ["long", "short", "narrow"] as const;
/** Languages write "ago" in more ways than one; `Intl` has one of them. */
const OTHER_AGO = /^(?:منذ|about|لمدة)\s+/;

/** `null` where the words are not a length of time, or could mean several. */
export function readAgo(text: string, language: string): Ago | null {
  const words = plain(text)
    .replace(OTHER_AGO, "")
    .replace(/^(?:an?|one)\s+/, "1 ");
  const [digits, ...more] = words.match(/\d+/g) ?? [];
  if (digits === undefined || digits.length > 4 || more.length > 0 || words.length > 60) return null;
  const count = Number(digits);
  const wanted = squashed(words);
  const units = UNITS.filter((unit) => waysToSay(unit, count, language).some((way) => way === wanted));
  const [unit, other, ...others] = units;
  if (unit === undefined || others.length > 0) return null;
  const isMinutes = unit === "minute" && other === "month"; // "3m": platforms write months in another way
  return other === undefined || isMinutes ? { unit, count } : null;
}

/** How many days back a word like "yesterday" or "前天" leads; the rest of the text follows it or stands before it. */
export function readDayWord(text: string, language: string): { daysAgo: number; rest: string } | null {
  const words = plain(text);
  for (const daysAgo of [2, 1, 0]) {
    const word = plain(relative(language, "long", "auto").format(-daysAgo, "day"));
    if (/\d/.test(word) || !words.includes(word)) continue;
    return { daysAgo, rest: words.replace(word, " ").trim() };
  }
  return null;
}

function waysToSay(unit: Unit, count: number, language: string): string[] {
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

function relative(language: string, style: "long" | "short" | "narrow", numeric: "always" | "auto") {
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
