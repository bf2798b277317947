/** The order of the account: always by when things happened, however they were written down. */
import type { AccountTime } from "@/src/model/account";
import type { Note } from "@/src/model/note";

export type EventEntry = Note<"event">;

/** Earliest first. What has no time stands at the end, in the order it was written. */
export function inOrder(events: readonly EventEntry[]): EventEntry[] {
  return events.toSorted((one, other) => compare(keyOf(one), keyOf(other)));
}

/** When it began, as far as it is known, in milliseconds; `null` where it is not. */
export function beginMs(time: AccountTime): number | null {
  return time.kind === "unknown" ? null : Date.parse(time.utc);
}

export function endMs(time: AccountTime): number | null {
  return time.kind === "range" ? Date.parse(time.untilUtc) : beginMs(time);
}

function keyOf({ body: { time }, writtenUtc, id }: EventEntry): [number, number, string, string] {
  return [beginMs(time) ?? Number.POSITIVE_INFINITY, endMs(time) ?? 0, writtenUtc, id];
}

function compare(one: ReturnType<typeof keyOf>, other: ReturnType<typeof keyOf>): number {
  for (const [n, part] of one.entries()) {
    if (part < other[n]!) return -1;
    if (part > other[n]!) return 1;
  }
  return 0;
}
