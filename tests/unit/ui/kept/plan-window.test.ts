import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LineHeights } from "@/src/ui/library/kept/line-heights";
import { type Plan, placeAfter, planWindow } from "@/src/ui/library/kept/plan-window";

const height = fc.integer({ min: 1, max: 400 });
const lines = fc.record({ count: fc.integer({ min: 1, max: 300 }), guess: height }).chain(({ count, guess }) =>
  fc.record({
    count: fc.constant(count),
    guess: fc.constant(guess),
    measured: fc.array(fc.tuple(fc.nat(count - 1), height), { maxLength: 100 }),
  }),
);

function both({ count, guess, measured }: { count: number; guess: number; measured: [number, number][] }) {
  const heights = new LineHeights(count, guess);
  const plain = new Array<number>(count).fill(guess);
  for (const [line, px] of measured) {
    heights.measured(line, px);
    plain[line] = px;
  }
  return { heights, plain, above: (line: number) => plain.slice(0, line).reduce((a, b) => a + b, 0) };
}

describe("heights of lines", () => {
  test("add up as if they were added one by one", () => {
    fc.assert(
      fc.property(lines, (some) => {
        const { heights, above } = both(some);
        for (let line = 0; line <= some.count; line += 1) expect(heights.above(line)).toBeCloseTo(above(line), 6);
      }),
    );
  });

  test("tell the line at a distance", () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: -100, max: 50_000 }), (some, distance) => {
        const { heights, above } = both(some);
        const line = heights.at(distance);
        expect(line === 0 || above(line) <= distance).toBe(true);
        expect(line === some.count - 1 || above(line + 1) > distance).toBe(true);
      }),
    );
  });

  test("say whether a measure was news", () => {
    const heights = new LineHeights(3, 80);
    expect([heights.measured(1, 80), heights.measured(1, 90), heights.measured(1, 90)]).toEqual([false, true, false]);
  });
});

describe("the drawn window", () => {
  const view = fc
    .tuple(fc.integer({ min: -500, max: 40_000 }), fc.integer({ min: 0, max: 1500 }))
    .map(([top, size]) => ({ top, bottom: top + size }));
  const pinned = fc.option(fc.nat(299));
  const drawnIn = ({ runs }: Plan) =>
    runs.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, n) => first + n));

  test("holds every line in view and the pinned one with its neighbours, each once and in order, and the room of all others", () => {
    fc.assert(
      fc.property(lines, view, pinned, (some, inView, pin) => {
        const { heights, plain, above } = both(some);
        const plan = planWindow(heights, inView, pin);
        const drawn = drawnIn(plan);
        expect(drawn).toEqual([...new Set(drawn)].sort((one, other) => one - other));
        for (let line = heights.at(inView.top); line <= heights.at(inView.bottom); line += 1)
          expect(drawn).toContain(line);
        if (pin !== null && pin < some.count) {
          const around = [pin - 1, pin, pin + 1].filter((line) => line >= 0 && line < some.count);
          expect(drawn).toEqual(expect.arrayContaining(around));
        }
        const room = plan.runs.reduce((sum, { gap }) => sum + gap, plan.rest);
        const ofDrawn = drawn.reduce((sum, line) => sum + plain[line]!, 0);
        expect(room + ofDrawn).toBeCloseTo(above(some.count), 6);
        expect(Math.min(plan.rest, ...plan.runs.map(({ gap }) => gap))).toBeGreaterThan(-1e-6);
      }),
    );
  });

  test("is as small for ten thousand lines as for a hundred", () => {
    const inView = { top: 5000, bottom: 7000 };
    const sizes = [100, 10_000].map((count) => drawnIn(planWindow(new LineHeights(count, 80), inView, null)).length);
    expect(sizes[0]).toBe(sizes[1]);
    expect(sizes[0]).toBeLessThan(45);
  });

  test("does not change while only a little is scrolled", () => {
    const heights = new LineHeights(1000, 80);
    const at = (top: number) => planWindow(heights, { top, bottom: top + 900 }, null);
    expect(at(6450)).toEqual(at(6470));
  });

  test("of an empty list is empty", () => {
    expect(planWindow(new LineHeights(0, 80), { top: 0, bottom: 800 }, 3)).toEqual({ runs: [], rest: 0 });
  });
});

test("keys lead to the neighbours, the first and the last, and never outside", () => {
  const from = (key: string, place: number, columns = 1) => placeAfter(key, place, 10, columns);
  expect([from("ArrowDown", 3), from("ArrowUp", 3), from("Home", 3), from("End", 3)]).toEqual([4, 2, 0, 9]);
  expect([from("ArrowUp", 0), from("ArrowDown", 9), from("Tab", 3), from("ArrowRight", 3)]).toEqual([0, 9, null, null]);
  expect([from("ArrowDown", 3, 4), from("ArrowUp", 3, 4), from("ArrowRight", 3, 4), from("ArrowLeft", 3, 4)]).toEqual([
    7, 3, 4, 2,
  ]);
});
