/** Held to values that Python's zone data gave, by walking forward minute by minute (tests/support/opening_hours.py). */
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openingAt } from "@/src/report/hours";
import type { OpeningHours } from "@/src/report/organisation-schema";
import stored from "@/tests/fixtures/opening-hours.json";

interface Case {
  hours: Pick<OpeningHours, "zone" | "weekly">;
  at: string;
  open: boolean;
  change: string | null;
}
const CASES = stored.cases as unknown as Case[];

const withoutMs = (ms: number) => new Date(ms).toISOString().replace(".000", "");

function judged({ hours, at }: Case): Pick<Case, "open" | "change"> {
  const opening = openingAt(hours, Date.parse(at));
  if (opening.state === "always") return { open: true, change: null };
  return opening.state === "open"
    ? { open: true, change: withoutMs(opening.until) }
    : { open: false, change: withoutMs(opening.at) };
}

describe("opening hours", () => {
  test("are known for at least 40 moments", () => expect(CASES.length).toBeGreaterThanOrEqual(40));

  test.each(CASES)("$hours.zone at $at: open $open until or from $change", (one) => {
    expect(judged(one)).toEqual({ open: one.open, change: one.change });
  });

  test("name the weekday of the place, and how many midnights lie between", () => {
    const rainLily = CASES[0]!.hours;
    const saturdayAfternoon = Date.parse("2026-11-28T05:00:00Z");
    expect(openingAt(rainLily, saturdayAfternoon)).toMatchObject({ state: "closed", day: 1, daysAhead: 2 });
    const beforeNine = Date.parse("2026-11-23T00:59:00Z");
    expect(openingAt(rainLily, beforeNine)).toMatchObject({ state: "closed", day: 1, daysAhead: 0 });
  });

  const python = spawnSync("python3", ["-c", "import zoneinfo"]).status === 0;
  test.skipIf(!python)("are what Python finds", () => {
    const { stdout } = spawnSync("python3", ["tests/support/opening_hours.py"], { input: JSON.stringify(CASES) });
    expect(JSON.parse(stdout.toString())).toEqual(CASES);
  });

  const clock = fc.integer({ min: 0, max: 96 }).map((quarter) => {
    const [hour, minute] = [Math.floor(quarter / 4), (quarter % 4) * 15];
    return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  });
  const span = fc
    .record({ days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), from: clock, to: clock })
    .filter(({ from, to }) => from < to);

  test("change at the moment that is told, and not a minute before", () => {
    const zones = fc.constantFrom("Asia/Hong_Kong", "Asia/Kathmandu", "America/St_Johns", "UTC");
    const weekly = fc.array(span, { minLength: 1, maxLength: 3 });
    const winter = fc.integer({ min: Date.parse("2026-11-10T00:00:00Z"), max: Date.parse("2026-12-20T00:00:00Z") });
    fc.assert(
      fc.property(zones, weekly, winter, (zone, weekly, now) => {
        const opening = openingAt({ zone, weekly }, now);
        // Open through the whole week: there is no end to tell.
        if (opening.state === "always" || (opening.state === "open" && opening.until > now + 7 * 86_400_000)) return;
        const change = opening.state === "open" ? opening.until : opening.at;
        expect(change).toBeGreaterThan(now);
        expect(openingAt({ zone, weekly }, change).state).not.toBe(opening.state);
        expect(openingAt({ zone, weekly }, change - 60_000).state === opening.state || change - 60_000 < now).toBe(
          true,
        );
      }),
    );
  });
});
