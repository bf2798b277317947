/** Opening hours in words, by the clock of the place, which is named. */
import { formatLocale } from "@/src/i18n/language";
import { t } from "@/src/i18n/t";
import { openingAt, type Weekday } from "@/src/report/hours";
import type { OpeningHours } from "@/src/report/organisation-schema";

/** “Open now, until 22:00 (Hong Kong Time)”, “Opens Monday 09:00 (Hong Kong Time)”. @param now Milliseconds since 1970 */
export function openingWords(hours: OpeningHours, now: number): string {
  const opening = openingAt(hours, now);
  if (opening.state === "always") return t("opensAlways");
  const instant = opening.state === "open" ? opening.until : opening.at;
  const time = clock(instant, hours.zone);
  const zone = zoneName(hours.zone, instant);
  if (opening.state === "open") return t("openNow", [time, zone]);
  if (opening.daysAhead === 0) return t("opensToday", [time, zone]);
  return t("opensOn", [weekday(opening.day, "long"), time, zone]);
}

/** The same moment on this computer's clock; `null` where that shows the same, or there is no such moment. */
export function onThisClock(hours: OpeningHours, now: number): string | null {
  const opening = openingAt(hours, now);
  if (opening.state === "always") return null;
  const instant = opening.state === "open" ? opening.until : opening.at;
  const moment = (zone?: string) =>
    format(instant, { weekday: "long", hour: "2-digit", minute: "2-digit", ...inZone(zone) });
  return moment() === moment(hours.zone) ? null : t("opensHere", [moment()]);
}

/** “Mon–Fri 09:00–22:00, Sat 09:00–13:00”; `null` where it is open at all hours. */
export function weeklyWords({ weekly }: OpeningHours): string | null {
  if (weekly === "always") return null;
  return weekly.map(({ days, from, to }) => `${daysWords(days as Weekday[])} ${from}–${to}`).join(", ");
}

function daysWords(days: readonly Weekday[]): string {
  if (days.length === 7) return t("everyDay");
  const runs: Weekday[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1)! + 1 === day) run.push(day);
    else runs.push([day]);
  }
  return runs
    .map((run) => [...new Set([run[0]!, run.at(-1)!])].map((day) => weekday(day, "short")).join("–"))
    .join(", ");
}

/** 4 January 2021 was a Monday. */
function weekday(day: Weekday, length: "long" | "short"): string {
  return format(Date.UTC(2021, 0, 3 + day), { weekday: length, timeZone: "UTC" });
}

function clock(instant: number, zone: string): string {
  return format(instant, { hour: "2-digit", minute: "2-digit", ...inZone(zone) });
}

function zoneName(zone: string, instant: number): string {
  const parts = new Intl.DateTimeFormat(formatLocale(), { timeZone: zone, timeZoneName: "longGeneric" }).formatToParts(
    instant,
  );
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

function inZone(timeZone?: string): Intl.DateTimeFormatOptions {
  return timeZone === undefined ? { hourCycle: "h23" } : { hourCycle: "h23", timeZone };
}

function format(instant: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(formatLocale(), options).format(instant);
}
