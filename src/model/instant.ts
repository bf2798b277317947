/** A moment on this device's clock in UTC, ISO 8601 with milliseconds and `Z`, e.g. `2026-11-21T01:02:03.456Z`. */
export type UtcInstant = string & { readonly __brand: "UtcInstant" };

export function utcInstant(epochMs: number): UtcInstant {
  return new Date(epochMs).toISOString() as UtcInstant;
}

/** Whether a text from outside is one: a day that the calendar has, in the years 1 to 9999. */
export function isUtcInstant(text: string): text is UtcInstant {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) || text.startsWith("0000")) return false;
  const ms = Date.parse(text); // some browsers take the 31st of February for the 3rd of March
  return !Number.isNaN(ms) && utcInstant(ms) === text;
}

/** A moment with its offset, as `src/extract/moments.ts` writes those of pages. */
export const PAGE_TIME = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** Minutes that a clock can be apart from UTC. The farthest zone of today is 14 hours away. */
export const MAX_OFFSET_MIN = 18 * 60;
/** Characters of a zone's name. The longest that there is has 32. */
export const MAX_ZONE_NAME = 64;

/** `2026-11-21 01:02:03 UTC` */
export function utcText(utc: string): string {
  return `${toSeconds(utc)} UTC`;
}

/** `2026-11-21 09:02:03 UTC+08:00`; where there is no such clock, or it shows no year of four digits, in UTC. */
export function localText(utc: string, offsetMin: number): string {
  const local = new Date(Date.parse(utc) + offsetMin * 60_000);
  if (Math.abs(offsetMin) > MAX_OFFSET_MIN || Number.isNaN(local.getTime())) return utcText(utc);
  const shown = local.toISOString();
  return isUtcInstant(shown) ? `${toSeconds(shown)} UTC${offsetText(offsetMin)}` : utcText(utc);
}

const toSeconds = (iso: string): string => iso.slice(0, 19).replace("T", " ");

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}
