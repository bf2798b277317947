/**
 * Reads the machine times that pages carry. Only a time with its offset is a moment; a time without one is not, because
 * its zone would be a guess.
 */

/** `value` is ISO 8601: with offset for a time, `YYYY-MM-DD` for a date. `stepMs` is how exactly the page tells it. */
export type Moment = { kind: "time"; value: string; epochMs: number; stepMs: number } | { kind: "date"; value: string };

const DATE = String.raw`(?<date>(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2}))`;
const CLOCK = String.raw`(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?`;
const OFFSET = String.raw`(?<offset>Z|[+-]\d{2}:?\d{2})`;
const FORM = new RegExp(`^${DATE}(?:[T ]${CLOCK} ?${OFFSET})?$`, "i");

/** Years before the web are a program's empty value (year 1, 1970), never the time of a post. */
const FIRST_YEAR = 1980;

/** Accepts what pages write besides the standard form: a space for the `T`, an offset without colon. */
export function readMoment(raw: string): Moment | null {
  if (raw.length > 200) return null;
  const parts = FORM.exec(raw.trim())?.groups;
  if (parts === undefined || !isOnCalendar(parts)) return null;
  const date = parts.date ?? "";
  if (parts.offset === undefined) return { kind: "date", value: date };
  const offset = parts.offset.toUpperCase().replace(/^(.\d\d)(\d\d)$/, "$1:$2");
  const clock = [parts.hour, parts.minute, parts.second].filter((part) => part !== undefined).join(":");
  const fraction = parts.fraction === undefined ? "" : `.${parts.fraction}`;
  const value = `${date}T${clock}${fraction}${offset}`;
  const epochMs = Date.parse(`${date}T${clock}${fraction.slice(0, 4)}${offset}`);
  if (Number.isNaN(epochMs)) return null;
  return { kind: "time", value, epochMs, stepMs: stepMs(parts.second, parts.fraction) };
}

/** Whether two times name the same moment, as far as the less exact of the two tells. */
export function isSameMoment(one: string, other: string): boolean {
  const [a, b] = [readMoment(one), readMoment(other)];
  if (a?.kind !== "time" || b?.kind !== "time") return false;
  const step = Math.max(a.stepMs, b.stepMs);
  return Math.floor(a.epochMs / step) === Math.floor(b.epochMs / step);
}

function stepMs(second: string | undefined, fraction: string | undefined): number {
  if (second === undefined) return 60_000;
  return fraction === undefined ? 1000 : 1;
}

function isOnCalendar(parts: Record<string, string | undefined>): boolean {
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= FIRST_YEAR;
  const isTime = Number(parts.hour ?? 0) < 24 && Number(parts.minute ?? 0) < 60 && Number(parts.second ?? 0) < 60;
  const [, hours = "0", minutes = "0"] = /^.(\d\d):?(\d\d)$/.exec(parts.offset ?? "") ?? [];
  return isDay && isTime && Number(hours) <= 14 && Number(minutes) < 60;
}
