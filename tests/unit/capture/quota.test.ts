import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { QuotaWindow } from "@/src/capture/quota";
import { FakeClock } from "@/tests/support/fake-clock";

/** Chromium's own count: a window opens with the first call, lasts one second and holds two calls. */
class BrowserQuota {
  #openedMs = Number.NEGATIVE_INFINITY;
  #left = 0;

  allows(nowMs: number): boolean {
    if (nowMs >= this.#openedMs + 1000) {
      this.#openedMs = nowMs;
      this.#left = 2;
    }
    this.#left -= 1;
    return this.#left >= 0;
  }
}

/** Makes calls, each after some work of its own. @returns When they were made. */
async function calls(clock: FakeClock, workMs: number[], before: (ms: number) => number = () => 0): Promise<number[]> {
  const quota = new QuotaWindow(clock, 2);
  const made: number[] = [];
  for (const ms of workMs) {
    await quota.turn();
    clock.pass(before(ms));
    quota.count();
    made.push(clock.nowMs);
    clock.pass(ms);
  }
  return made;
}

describe("two photographs a second", () => {
  test("are taken at once, and two more one second after the first", async () => {
    expect(await calls(new FakeClock(), [0, 0, 0, 0, 0, 0])).toEqual([0, 0, 1008, 1008, 2016, 2016]);
  });

  test("are no reason to wait where the work itself takes longer", async () => {
    const clock = new FakeClock();
    await calls(clock, Array(10).fill(600));
    expect(clock.slept).toEqual([]);
  });

  test("leave the floor of n tiles, n/2 − 1 seconds, by less than 1 %", async () => {
    const made = await calls(new FakeClock(), Array(40).fill(45));
    expect(made.at(-1)! - 45).toBeLessThan((40 / 2 - 1) * 1000 * 1.01);
  });

  test("are never exceeded in any second, and never refused by the browser, whatever happens between", async () => {
    const work = fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 3, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(work, fc.integer({ min: 1, max: 97 }), async (workMs, seed) => {
        const made = await calls(new FakeClock(), workMs, (ms) => (ms * seed) % 211);
        for (const [n, ms] of made.entries()) if (n >= 2) expect(ms - made[n - 2]!).toBeGreaterThanOrEqual(1000);
        const browser = new BrowserQuota();
        expect(made.every((ms) => browser.allows(ms))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

test("where the browser has no such limit, nothing is waited for", async () => {
  const clock = new FakeClock();
  const quota = new QuotaWindow(clock, Number.POSITIVE_INFINITY);
  for (let n = 0; n < 50; n += 1) {
    await quota.turn();
    quota.count();
  }
  expect(clock.slept).toEqual([]);
});
