/**
 * Whether somebody answers now, and when next, by the clock of the place where they are. Knows weekly hours only: no
 * holidays. Pure but for the zone data of the browser, which `Intl` gives.
 */
import type { OpeningHours } from "./organisation-schema";

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type Opening =
  | { state: "always" }
  /** `until`: when it closes, in milliseconds since 1970. */
  | { state: "open"; until: number }
  /** `at`: when it opens next; `day` is its weekday there, `daysAhead` how many midnights lie between, there. */
  | { state: "closed"; at: number; day: Weekday; daysAhead: number };

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** @param now Milliseconds since 1970. */
export function openingAt(hours: Pick<OpeningHours, "zone" | "weekly">, now: number): Opening {
  const { zone, weekly } = hours;
  if (weekly === "always") return { state: "always" };
  const today = wallClock(zone, now).midnight;
  // A week and a day: what opens only on this weekday and has closed already opens on it again.
  const spans = Array.from({ length: 8 }, (_, daysAhead) => spansOn(zone, weekly, today, daysAhead)).flat();
  const current = spans.find(({ from, to }) => from <= now && now < to);
  if (current !== undefined) return { state: "open", until: lastEnd(spans, current.to) };
  const { from: at, day, daysAhead } = spans.find(({ from }) => from > now)!;
  return { state: "closed", at, day, daysAhead };
}

interface DatedSpan {
  from: number;
  to: number;
  day: Weekday;
  daysAhead: number;
}

/** The spans of one day there, the earliest first, as instants. @param today Wall clock of its midnight, as if in UTC. */
function spansOn(
  zone: string,
  weekly: Exclude<OpeningHours["weekly"], "always">,
  today: number,
  daysAhead: number,
): DatedSpan[] {
  const midnight = today + daysAhead * DAY_MS;
  const day = weekdayOf(midnight);
  const instant = (clock: string) => instantOf(zone, midnight + minutesOf(clock) * MINUTE_MS);
  return weekly
    .filter(({ days }) => days.includes(day))
    .map(({ from, to }) => ({ from: instant(from), to: instant(to), day, daysAhead }))
    .sort((one, other) => one.from - other.from);
}

/** Spans that touch are one: open until midnight and from midnight on is open through. */
function lastEnd(spans: readonly DatedSpan[], end: number): number {
  const next = spans.find(({ from, to }) => from <= end && end < to);
  return next === undefined ? end : lastEnd(spans, next.to);
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

function weekdayOf(wall: number): Weekday {
  return (((new Date(wall).getUTCDay() + 6) % 7) + 1) as Weekday;
}

/** What a clock on the wall shows there, as if it were UTC, and the midnight before it. */
function wallClock(zone: string, instant: number): { wall: number; midnight: number } {
  const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const midnight = Date.UTC(parts["year"]!, parts["month"]! - 1, parts["day"]!);
  return {
    midnight,
    wall: midnight + ((parts["hour"]! * 60 + parts["minute"]!) * 60 + parts["second"]!) * 1000,
  };
}

/**
 * The instant at which a clock there shows `wall`. When clocks go back and show it twice: the first time. When they go
 * forward past it: as long after the change as it would have been, as calendars do.
 */
function instantOf(zone: string, wall: number): number {
  const offsetAt = (instant: number) => wallClock(zone, instant).wall - instant;
  // An offset is less than a day, so the offsets of the day before and after are the only ones in question.
  const before = wall - offsetAt(wall - DAY_MS);
  const after = wall - offsetAt(wall + DAY_MS);
  return wallClock(zone, before).wall === wall || wallClock(zone, after).wall !== wall ? before : after;
}
