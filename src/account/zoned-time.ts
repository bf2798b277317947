/**
 * A clock's reading in a zone, and the moment it stands for. Zones are IANA names, by the browser's own tables.
 * Where clocks are put back an hour is read twice: the earlier one is taken. Where they are put forward an hour is
 * skipped: a reading in it stands for the moment as if they had not been, as `Temporal`'s "compatible" has it.
 */
import { type UtcInstant, utcInstant } from "@/src/model/instant";

/** `YYYY-MM-DDTHH:MM`, as a field for date and time gives it. */
export type LocalTime = string;

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

/** @returns `null` where there is no such time, or this browser does not know the zone. */
export function momentOf(local: LocalTime, zone: string): UtcInstant | null {
  const asUtc = LOCAL.test(local) ? Date.parse(`${local}Z`) : Number.NaN;
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(local)) return null;
  const [before, after] = [offsetMs(asUtc - DAY_MS, zone), offsetMs(asUtc + DAY_MS, zone)];
  if (before === null || after === null) return null;
  // The moment is one of two: read by the offset of the day before, or by that of the day after.
  const found = [asUtc - before, asUtc - after]
    .filter((moment) => localMs(moment, zone) === asUtc)
    .sort((one, other) => one - other)[0];
  return utcInstant(found ?? asUtc - before);
}

/** @returns `null` where this browser does not know the zone. */
export function localOf(utc: UtcInstant, zone: string): LocalTime | null {
  const local = localMs(Date.parse(utc), zone);
  return local === null ? null : new Date(local).toISOString().slice(0, 16);
}

/** The zones this browser knows, for a list to choose from. */
export function knownZones(): string[] {
  return [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])].sort();
}

const DAY_MS = 86_400_000;

function offsetMs(moment: number, zone: string): number | null {
  const local = localMs(moment, zone);
  return local === null ? null : local - moment;
}

/** What the clock shows, as milliseconds of a UTC that shows the same. */
function localMs(moment: number, zone: string): number | null {
  const parts = clockOf(zone)?.formatToParts(moment);
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = (["year", "month", "day", "hour", "minute", "second"] as const).map(
    (wanted) => Number(parts.find(({ type }) => type === wanted)?.value),
  );
  return Date.UTC(year!, month! - 1, day!, hour!, minute!, second!) + (((moment % 1000) + 1000) % 1000);
}

/** Making one takes long beside using it. */
const clocks = new Map<string, Intl.DateTimeFormat | null>();

function clockOf(zone: string): Intl.DateTimeFormat | null {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = newClock(zone);
    clocks.set(zone, clock);
  }
  return clock;
}

function newClock(timeZone: string): Intl.DateTimeFormat | null {
  const number = "2-digit" as const;
  try {
    return new Intl.DateTimeFormat("en-US-u-ca-iso8601-nu-latn", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: number,
      day: number,
      hour: number,
      minute: number,
      second: number,
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
