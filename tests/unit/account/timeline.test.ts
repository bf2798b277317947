import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrder } from "@/src/account/order";
import { timeLine } from "@/src/account/timeline";
import type { AccountTime } from "@/src/model/account";
import { utcInstant } from "@/src/model/instant";
import { madeUpEvent } from "@/tests/support/events";

const at = (ms: number): AccountTime => ({ kind: "exact", utc: utcInstant(ms), zone: "UTC" });
const moment = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2030, 0) });
const anyTime: fc.Arbitrary<AccountTime> = fc.oneof(
  moment.map(at),
  moment.map((ms) => ({ ...at(ms), kind: "about", words: "about then" }) as AccountTime),
  fc.tuple(moment, fc.nat(1e11)).map(([ms, long]) => ({
    kind: "range" as const,
    utc: utcInstant(ms),
    untilUtc: utcInstant(ms + long),
    zone: "UTC",
  })),
  fc.constant<AccountTime>({ kind: "unknown", words: "long ago" }),
);

test("events stand in the order in which they happened, what has no time at the end; none is lost", () => {
  fc.assert(
    fc.property(fc.array(anyTime, { maxLength: 30 }), (times) => {
      const events = times.map((time) => madeUpEvent({ time }));
      const ordered = inOrder(events);
      expect(new Set(ordered)).toEqual(new Set(events));
      const keys = ordered.map(({ body: { time } }) => (time.kind === "unknown" ? "9999" : time.utc));
      expect(keys).toEqual(keys.toSorted());
    }),
  );
});

test("every mark lies on the line, in time's order", () => {
  fc.assert(
    fc.property(fc.array(anyTime, { maxLength: 40 }), (times) => {
      const line = timeLine(inOrder(times.map((time) => madeUpEvent({ time }))));
      if (times.filter(({ kind }) => kind !== "unknown").length < 2) return void expect(line).toBeNull();
      const { marks, ticks } = line!;
      for (const { at, width } of marks) {
        expect(at).toBeGreaterThanOrEqual(0);
        expect(width).toBeGreaterThanOrEqual(0);
        expect(at + width).toBeLessThanOrEqual(1);
      }
      expect(marks.map(({ at }) => at)).toEqual(marks.map(({ at }) => at).toSorted((a, b) => a - b));
      expect(ticks.length).toBeLessThanOrEqual(7);
      for (const tick of ticks) expect(tick.at).toSatisfy((share: number) => share >= 0 && share <= 1);
    }),
  );
});

test("two that happened in the same hour stand one above the other; a third, a year later, stands beside the first", () => {
  const day = Date.UTC(2026, 0, 5);
  const line = timeLine(
    inOrder([day, day + 3_600_000, day + 365 * 86_400_000].map((ms) => madeUpEvent({ time: at(ms) }))),
  )!;
  expect(line.marks.map(({ row }) => row)).toEqual([0, 1, 0]);
  expect(line.ticksAre).toBe("months");
  expect(line.ticks.length).toBeGreaterThan(2);
});
