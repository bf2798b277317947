/** Moments as a file for strangers names them: the same in every language, with zone and UTC. */
import type { CaptureTimes } from "@/src/model/exhibit";

/** `2026-11-21 01:02:03 UTC` */
export function utcText(utc: string): string {
  return `${toSeconds(utc)} UTC`;
}

/** `2026-11-21 09:02:03 UTC+08:00 (Asia/Hong_Kong)`, by what the device said of its own zone. */
export function captureText({ endUtc, offsetMin, tz }: CaptureTimes): string {
  return `${toSeconds(shifted(endUtc, offsetMin))} UTC${offsetText(offsetMin)} (${tz})`;
}

/** The same by the name of a zone; `null` where this program does not know the zone. */
export function zonedText(utc: string, zone: string): string | null {
  const offsetMin = offsetOf(utc, zone);
  return offsetMin === null ? null : `${toSeconds(shifted(utc, offsetMin))} UTC${offsetText(offsetMin)} (${zone})`;
}

/** Minutes east of UTC, in that zone at that moment. */
function offsetOf(utc: string, zone: string): number | null {
  const name = clockOf(zone)
    ?.formatToParts(new Date(utc))
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

function shifted(utc: string, offsetMin: number): string {
  return new Date(Date.parse(utc) + offsetMin * 60_000).toISOString();
}

const toSeconds = (iso: string): string => iso.slice(0, 19).replace("T", " ");

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}
