/** Dates, numbers and sizes as the reader's language writes them. */
import { formatLocale } from "./language";

const DAY = { year: "numeric", month: "short", day: "numeric" } as const;
const TO_THE_MINUTE = { ...DAY, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/**
 * With the zone, e.g. "21 Nov 2026, 09:02 GMT+8".
 * @param zone IANA name; the device's own when left out. In UTC where this browser does not know the zone.
 */
export function formatMoment(iso: string, zone?: string): string {
  return formatted(iso, { ...TO_THE_MINUTE, timeZoneName: "short", ...(zone === undefined ? {} : { timeZone: zone }) });
}

/** With seconds, in UTC: for comparing with logs and stamps. */
export function formatUtc(iso: string): string {
  return formatted(iso, { ...TO_THE_MINUTE, second: "2-digit", timeZone: "UTC" });
}

/** A calendar day `YYYY-MM-DD`, which has no zone. */
export function formatDay(day: string): string {
  return formatted(day, { ...DAY, timeZone: "UTC" });
}

/** A day of UTC without its year, "21 Nov". */
export function formatDayOfYear(iso: string): string {
  return formatted(iso, { month: "short", day: "numeric", timeZone: "UTC" });
}

export function formatYear(iso: string): string {
  return formatted(iso, { year: "numeric", timeZone: "UTC" });
}

/** A month `YYYY-MM`. */
export function formatMonth(month: string): string {
  return formatted(`${month}-01`, { year: "numeric", month: "long", timeZone: "UTC" });
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat(formatLocale()).format(value);
}

/** In kB, MB or GB of 1,000, as files are listed on most systems. */
export function formatBytes(bytes: number): string {
  const [value, unit] = inUnit(bytes);
  const digits = { maximumFractionDigits: value < 10 ? 1 : 0 };
  return new Intl.NumberFormat(formatLocale(), { style: "unit", unit, ...digits }).format(value);
}

function inUnit(bytes: number): [value: number, unit: string] {
  if (bytes < 1_000_000) return [bytes / 1000, "kilobyte"];
  return bytes < 1_000_000_000 ? [bytes / 1_000_000, "megabyte"] : [bytes / 1_000_000_000, "gigabyte"];
}

/** Of 1, in whole percent. */
export function formatShare(share: number): string {
  return new Intl.NumberFormat(formatLocale(), { style: "percent" }).format(share);
}

/** A list in a sentence: "the handle and the time". */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(formatLocale(), { type: "conjunction" }).format(items);
}

/** What cannot be read as a time is shown as it was written; a page may claim anything. */
function formatted(text: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return text;
  try {
    return new Intl.DateTimeFormat(formatLocale(), options).format(date);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // a zone that another browser wrote down
    return new Intl.DateTimeFormat(formatLocale(), { ...options, timeZone: "UTC" }).format(date);
  }
}
