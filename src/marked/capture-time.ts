/** When a page was saved, in one form for every language: year, month and day in this order cannot be mistaken. */
import type { CaptureTimes } from "@/src/model/exhibit";

/** E.g. `2026-11-21 09:02:08 UTC+08:00 (Asia/Hong_Kong)`: by the device's clock, in the device's zone. */
export function localTime({ endUtc, offsetMin, tz }: CaptureTimes): string {
  const local = new Date(Date.parse(endUtc) + offsetMin * 60_000).toISOString();
  return `${toTheSecond(local)} UTC${offsetText(offsetMin)} (${tz})`;
}

/** E.g. `2026-11-21 01:02:08 UTC`. */
export function utcTime({ endUtc }: CaptureTimes): string {
  return `${toTheSecond(endUtc)} UTC`;
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${twoDigits(hours)}:${twoDigits(rest)}`;
}

function toTheSecond(iso: string): string {
  return iso.slice(0, 19).replace("T", " ");
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
