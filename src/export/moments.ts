/**
 * Moments as a file for strangers names them: the same in every language, with zone and UTC. Records come from elsewhere,
 * too: what is no moment, or no zone that this program knows, is written without.
 */
import type { CaptureTimes } from "@/src/model/exhibit";
import { localText } from "@/src/model/instant";

/** `2026-11-21 09:02:03 UTC+08:00 (Asia/Hong_Kong)`, by what the device said of its own zone. */
export function captureText({ endUtc, offsetMin, tz }: CaptureTimes): string {
  return `${localText(endUtc, offsetMin)} (${tz})`;
}

/** The same by the name of a zone; `null` where this program does not know the zone. */
export function zonedText(utc: string, zone: string): string | null {
  const offsetMin = offsetOf(utc, zone);
  return offsetMin === null ? null : `${localText(utc, offsetMin)} (${zone})`;
}

/** Minutes east of UTC, in that zone at that moment. */
function offsetOf(utc: string, zone: string): number | null {
  const moment = Date.parse(utc);
  if (Number.isNaN(moment)) return null;
  const name = clockOf(zone)
    ?.formatToParts(moment)
    .find(({ type }) => type === "timeZoneName")?.value;
  if (name === undefined) return null;
  const [, sign, hours = "0", minutes = "0"] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Making one takes long beside using it; a case has few zones. */
const clocks = new Map<string, Intl.DateTimeFormat | null>();

function clockOf(zone: string): Intl.DateTimeFormat | null {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = clockOrNull(zone);
    clocks.set(zone, clock);
  }
  return clock;
}

function clockOrNull(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
