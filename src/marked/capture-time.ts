/** When a page was saved, in one form for every language: year, month and day in this order cannot be mistaken. */
import type { CaptureTimes } from "@/src/model/exhibit";
import { localText, utcText } from "@/src/model/instant";

/** E.g. `2026-11-21 09:02:08 UTC+08:00 (Asia/Hong_Kong)`: by the device's clock, in the device's zone. */
export function localTime({ endUtc, offsetMin, tz }: CaptureTimes): string {
  return `${localText(endUtc, offsetMin)} (${tz})`;
}

/** E.g. `2026-11-21 01:02:08 UTC`. */
export function utcTime({ endUtc }: CaptureTimes): string {
  return utcText(endUtc);
}
