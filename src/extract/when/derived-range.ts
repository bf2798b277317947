/**
 * What shown words like "3h", "昨天 21:03" or "5 mars" can stand for, seen from the time of the capture. The result is
 * ours, never the page's: it is marked derived and is never put into `postedAt`.
 */
import type { DerivedRange } from "@/src/model/thread";
import { type CalendarDay, readDay } from "./calendar";
import { languagesFor, plain } from "./plain";
import { type Ago, readAgo, readDayWord } from "./relative";
import type { Unit } from "./unit-words";
import { inZone, readClock, type Span, shownAt, spanOf } from "./zone";

const DAY_MS = 24 * 3_600_000;
/** The longest that the unit can be. */
const UNIT_MS: Readonly<Record<Unit, number>> = {
  ...{ second: 1000, minute: 60_000, hour: 3_600_000, day: DAY_MS },
  ...{ week: 7 * DAY_MS, month: 31 * DAY_MS, year: 366 * DAY_MS },
};
const SHORTEST_MS: Readonly<Record<Unit, number>> = { ...UNIT_MS, month: 28 * DAY_MS, year: 365 * DAY_MS };

/**
 * @param language BCP 47 tag of the page; the script of the words is looked at too.
 * @param capturedAt When the words were seen, ISO 8601.
 * @param zone IANA name of the zone the page was shown in. Without it the range takes in every zone.
 * @returns `null` where the words are not understood or could mean several days.
 */
export function derivedRange(
  text: string,
  language: string | null,
  capturedAt: string,
  zone?: string,
): DerivedRange | null {
  const now = Date.parse(capturedAt);
  if (Number.isNaN(now) || text.length > 200) return null;
  for (const part of [text, ...text.split(/[·•|]/)])
    for (const one of languagesFor(part, language)) {
      const span = readSpan(part.trim(), one, now, zone);
      if (span !== null) return asRange(text, span, now);
    }
  return null;
}

function readSpan(text: string, language: string, now: number, zone: string | undefined): Span | null {
  const ago = readAgo(text, language);
  if (ago !== null) return spanOfAgo(ago, now);
  const shownNow = new Date(shownAt(now, zone));
  const word = readDayWord(text, language);
  const clock = readClock(word?.rest ?? plain(text));
  if (word !== null) return inZone(spanOf(daysBefore(shownNow, word.daysAgo), clock), zone);
  const day = readDay(text, language);
  if (day === null) return null;
  const year = day.year ?? lastYearOf(day, shownNow);
  return inZone(spanOf({ ...day, year }, readClock(day.rest)), zone);
}

/** Sites round up or down, so one more and one less of the smallest unit are possible. */
function spanOfAgo(parts: readonly Ago[], now: number): Span {
  const sum = (lengths: Readonly<Record<Unit, number>>, more: number) =>
    parts.reduce((total, { unit, count }, place) => {
      const isLast = place === parts.length - 1;
      return total + Math.max(0, isLast ? count + more : count) * lengths[unit];
    }, 0);
  return { fromMs: now - sum(UNIT_MS, 1), toMs: now - sum(SHORTEST_MS, -1) };
}

function daysBefore(shownNow: Date, days: number): { year: number; month: number; day: number } {
  const date = new Date(shownNow.getTime() - days * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** A date without year is the last such day; a day ahead can be one of another zone. */
function lastYearOf({ month, day }: CalendarDay, shownNow: Date): number {
  const year = shownNow.getUTCFullYear();
  return Date.UTC(year, month - 1, day) > shownNow.getTime() + DAY_MS ? year - 1 : year;
}

function asRange(text: string, { fromMs, toMs }: Span, now: number): DerivedRange | null {
  if (!(fromMs <= toMs) || fromMs > now + DAY_MS) return null;
  const to = Math.max(fromMs, Math.min(toMs, now));
  return { isDerived: true, text, from: new Date(fromMs).toISOString(), to: new Date(to).toISOString() };
}
