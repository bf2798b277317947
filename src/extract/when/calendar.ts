/**
 * Dates as people write them. Names of months and weekdays come from `Intl`; a date of bare numbers is read only where
 * its form or the page's language leaves one meaning.
 */
import { plain } from "./plain";

export interface CalendarDay {
  /** `null` where only day and month are shown. */
  year: number | null;
  month: number;
  day: number;
  /** The words around the date, e.g. a time of day. */
  rest: string;
}

const CJK = /(?:(民國|民国)?\s*(\d{2,4})\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]?/;
const YEAR_FIRST = /(?<!\d)(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/;
const YEAR_LAST = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;

/** `null` where there is no date, more than one meaning, or no such day. */
export function readDay(text: string, language: string): CalendarDay | null {
  const words = plain(text);
  if (words.length > 200) return null;
  const day = readCjk(words) ?? readYearFirst(words) ?? readYearLast(words, language) ?? readNamed(words, language);
  return day === null || !isOnCalendar(day) ? null : day;
}

/** The date where the text holds nothing but a full one, as `YYYY-MM-DD`. */
export function onlyDate(text: string, language: string | null): string | null {
  for (const one of language === null ? ["en"] : [language, "en"]) {
    const found = safely(() => readDay(text, one));
    if (found === null || found.year === null || /\d/.test(found.rest)) continue;
    return isoDay(found.year, found.month, found.day);
  }
  return null;
}

function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function readCjk(words: string): CalendarDay | null {
  const found = CJK.exec(words);
  if (found === null) return null;
  const [all, republic, year, month, day] = found;
  if (year !== undefined && republic === undefined && year.length !== 4) return null;
  const full = year === undefined ? null : Number(year) + (republic === undefined ? 0 : 1911);
  return { year: full, month: Number(month), day: Number(day), rest: words.replace(all, " ").trim() };
}

function readYearFirst(words: string): CalendarDay | null {
  const found = YEAR_FIRST.exec(words);
  if (found === null) return null;
  const [all, year, , month, day] = found;
  return {
    year: commonYear(Number(year)),
    month: Number(month),
    day: Number(day),
    rest: words.replace(all, " ").trim(),
  };
}

function readYearLast(words: string, language: string): CalendarDay | null {
  const found = YEAR_LAST.exec(words);
  if (found === null) return null;
  const [all, first, mark, second, year] = found as unknown as [string, string, string, string, string];
  if (year.length !== 4) return null; // 03/04/05: no telling
  const order = mark === "." ? "day first" : orderOf(language);
  const [a, b] = [Number(first), Number(second)];
  if (order === null && a <= 12 && b <= 12 && a !== b) return null;
  const isDayFirst = order === "day first" || (order === null && a > 12);
  const rest = words.replace(all, " ").trim();
  return { year: commonYear(Number(year)), month: isDayFirst ? b : a, day: isDayFirst ? a : b, rest };
}

/** English alone does not tell: it needs its region. */
function orderOf(language: string): "day first" | "month first" | null {
  if (/^en$/i.test(language)) return null;
  const parts = new Intl.DateTimeFormat(language).formatToParts(0).map(({ type }) => type);
  return parts.indexOf("day") < parts.indexOf("month") ? "day first" : "month first";
}

function readNamed(words: string, language: string): CalendarDay | null {
  const found = monthIn(words, language);
  if (found === null) return null;
  const around = words.replace(found.name, " \uE000 ").replace(/\s+/g, " ");
  const before = /(?<![\d:])(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?,? (?:de |of )?\uE000/.exec(around);
  const after = /\uE000[.,]? (\d{1,2})(?:st|nd|rd|th)?(?![\d:])/.exec(around);
  const dayAt = before ?? after;
  if (dayAt === null) return null;
  const withoutDay = around.replace(dayAt[0], " \uE000 ");
  const year = /(?<![\d:])(\d{4})(?![\d:])/.exec(withoutDay);
  const rest = withoutDay.replace("\uE000", " ").replace(year?.[1] ?? "\uE000", " ");
  const full = year === null ? null : commonYear(Number(year[1]));
  return { year: full, month: found.month, day: Number(dayAt[1]), rest: rest.replace(/\s+/g, " ").trim() };
}

/** Beside a day, some languages put the month into another case. */
const MONTH_STYLES = [
  { month: "long" },
  { month: "short" },
  { month: "long", day: "numeric" },
  { month: "short", day: "numeric" },
] as const;
const months = new Map<string, [string, number][]>();

function monthIn(words: string, language: string): { name: string; month: number } | null {
  const names = months.get(language) ?? monthNames(language);
  months.set(language, names);
  const found = names.find(([name]) => new RegExp(`(?<!\\p{L})${escaped(name)}(?!\\p{L})`, "u").test(words));
  return found === undefined ? null : { name: found[0], month: found[1] };
}

/** Longest first, so that "mar" does not stand for "march". */
function monthNames(language: string): [string, number][] {
  const names = new Map<string, number>();
  for (const options of MONTH_STYLES) {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC", calendar: "gregory" });
    for (let month = 1; month <= 12; month++) {
      const name = format.formatToParts(Date.UTC(2021, month - 1, 9)).find(({ type }) => type === "month")?.value;
      const word = plain(name ?? "").replace(/\.$/, "");
      if (/\p{L}.*\p{L}/u.test(word)) names.set(word, month);
    }
  }
  if (language.startsWith("en")) names.set("sept", 9);
  return [...names].sort(([a], [b]) => b.length - a.length);
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Thai pages count years from the Buddha: 2567 is 2024. */
function commonYear(year: number): number {
  return year >= 2400 && year <= 2700 ? year - 543 : year;
}

function isOnCalendar({ year, month, day }: CalendarDay): boolean {
  const date = new Date(Date.UTC(year ?? 2024, month - 1, day));
  return (
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && (year === null || (year > 1980 && year < 2100))
  );
}

function safely<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null; // not a language tag
  }
}
