/** From a day and time of day as shown to moments. Without a known zone, any zone on earth may be meant. */
import type { CalendarDay } from "./calendar";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export interface Span {
  fromMs: number;
  toMs: number;
}

/** Start and length of what is shown, as if the clock showed UTC. */
export function spanOf(day: Pick<CalendarDay, "month" | "day"> & { year: number }, clock: Clock | null): Span {
  const midnight = Date.UTC(day.year, day.month - 1, day.day);
  if (clock === null) return { fromMs: midnight, toMs: midnight + DAY_MS - 1 };
  const fromMs = midnight + (clock.hour * 60 + clock.minute) * 60_000 + (clock.second ?? 0) * 1000;
  return { fromMs, toMs: fromMs + (clock.second === null ? 60_000 : 1000) - 1 };
}

/** The same span on the clock of a zone; widened to every zone when it is not known. */
export function inZone({ fromMs, toMs }: Span, zone: string | undefined): Span {
  if (zone === undefined) return { fromMs: fromMs - 14 * HOUR_MS, toMs: toMs + 12 * HOUR_MS };
  return { fromMs: fromMs - offsetMs(fromMs, zone), toMs: toMs - offsetMs(toMs, zone) };
}

/** What the zone's clock shows at a moment, as if it were UTC. */
export function shownAt(epochMs: number, zone: string | undefined): number {
  return zone === undefined ? epochMs : epochMs + zoneOffset(epochMs, zone);
}

export interface Clock {
  hour: number;
  minute: number;
  second: number | null;
}

/** "21:03", "9:03 pm", "下午9:03", "21시 3분"; `null` where no time of day is shown. */
export function readClock(words: string): Clock | null {
  const found =
    /(?<!\d)(\d{1,2})\s?[:.時时시]\s?(\d{2})(?:[:.](\d{2}))?(?!\d)/.exec(words) ??
    /(\d{1,2})\s?시\s(\d{1,2})분/.exec(words);
  if (found === null) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  const second = found[3] === undefined ? null : Number(found[3]);
  const isAfternoon = /(?<!\p{L})p\.?\s?m(?!\p{L})|下午|晚上|오후|午後|หลังเที่ยง/u.test(words);
  const isMorning = /(?<!\p{L})a\.?\s?m(?!\p{L})|上午|凌晨|早上|오전|午前|ก่อนเที่ยง/u.test(words);
  if (hour > 23 || minute > 59 || (second ?? 0) > 59) return null;
  if (isAfternoon && hour < 12) return { hour: hour + 12, minute, second };
  return { hour: isMorning && hour === 12 ? 0 : hour, minute, second };
}

/** Found twice, because near a clock change the first guess can be on the other side. */
function offsetMs(shownMs: number, zone: string): number {
  return zoneOffset(shownMs - zoneOffset(shownMs, zone), zone);
}

function zoneOffset(epochMs: number, zone: string): number {
  const format = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "numeric", minute: "numeric", second: "numeric" },
  });
  const parts = new Map(format.formatToParts(epochMs).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return shown - Math.floor(epochMs / 1000) * 1000;
}
