import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellsOf } from "@/src/capture/inner/cells";
import { findSeam } from "@/src/capture/inner/seam";

const WIDTH = 320;
const VIEW = 120;

/** A tall page of grey text on white: rows of seeded pixels with blank rows between lines. */
function tall(rows: number, seed: number, line = 12, gap = 6): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(rows * WIDTH * 4).fill(255);
  let state = seed;
  for (let row = 0; row < rows; row += 1) {
    if (row % (line + gap) >= line) continue;
    for (let x = 4; x < WIDTH - 20; x += 1) {
      state = (state + 0x6d2b79f5) >>> 0;
      const mixed = Math.imul(state ^ (state >>> 15), state | 1);
      if ((mixed ^ (mixed >>> 14)) & 1) rgba.fill(30, (row * WIDTH + x) * 4, (row * WIDTH + x) * 4 + 3);
    }
  }
  return rgba;
}

const rowsOf = (page: Uint8ClampedArray, from: number, count = VIEW) =>
  page.slice(from * WIDTH * 4, (from + count) * WIDTH * 4);
const cells = (rgba: Uint8ClampedArray) => cellsOf(rgba, WIDTH);

function repeated(unit: Uint8ClampedArray, times: number): Uint8ClampedArray {
  const all = new Uint8ClampedArray(unit.length * times);
  for (let n = 0; n < times; n += 1) all.set(unit, n * unit.length);
  return all;
}

const seeds = fc.integer({ min: 1, max: 1e9 });
const shifts = fc.integer({ min: 1, max: VIEW - 40 });

describe("where two photographs of a scrolled box fit together", () => {
  test("is found by their pixels, whatever the page tells", () => {
    fc.assert(
      fc.property(seeds, shifts, fc.integer({ min: -200, max: 200 }), (seed, shift, told) => {
        const page = tall(300, seed);
        const seam = findSeam(cells(rowsOf(page, 40)), cells(rowsOf(page, 40 + shift)), told);
        expect(seam).toEqual({ how: "pixels", shiftPx: shift });
      }),
    );
  });

  test("is found when the page rounds what it tells, by the pixel and not by what it tells", () => {
    fc.assert(
      fc.property(seeds, shifts, fc.double({ min: -1.5, max: 1.5, noNaN: true }), (seed, shift, off) => {
        const page = tall(300, seed);
        const seam = findSeam(cells(rowsOf(page, 0)), cells(rowsOf(page, shift)), shift + off);
        expect(seam).toEqual({ how: "pixels", shiftPx: shift });
      }),
    );
  });

  test("is found although something in it is animated and a wallpaper behind it stands still", () => {
    fc.assert(
      fc.property(seeds, shifts, seeds, (seed, shift, noise) => {
        const page = tall(300, seed);
        const [before, after] = [rowsOf(page, 10), rowsOf(page, 10 + shift)];
        for (const [n, view] of [before, after].entries()) {
          for (let row = 0; row < VIEW; row += 1) {
            const at = (x: number) => (row * WIDTH + x) * 4;
            view[at(WIDTH - 6)] = (row * 7) % 251; // stands at the same place in both
            if (row >= 20 && row < 32) view[at(10)] = (noise >> n) % 256; // changes between them
          }
        }
        expect(findSeam(cells(before), cells(after), shift)).toEqual({ how: "pixels", shiftPx: shift });
      }),
    );
  });

  test("is the told one among several where rows repeat, and none where the told one does not fit", () => {
    const period = 18;
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 3 }), fc.integer({ min: -1, max: 1 }), (seed, times, off) => {
        const page = repeated(tall(period, seed), 20);
        const [before, after] = [cells(rowsOf(page, 0)), cells(rowsOf(page, times * period))];
        expect(findSeam(before, after, times * period + off)).toEqual({ how: "offset", shiftPx: times * period });
        expect(findSeam(before, after, times * period + 7)).toEqual({ how: "none" });
      }),
    );
  });

  test("is the told one where the overlap is blank", () => {
    const page = tall(300, 7);
    page.fill(255, 100 * WIDTH * 4, 240 * WIDTH * 4);
    const seam = findSeam(cells(rowsOf(page, 40)), cells(rowsOf(page, 100)), 60);
    expect(seam).toEqual({ how: "offset", shiftPx: 60 });
  });

  test("is nowhere when the second shows something else", () => {
    fc.assert(
      fc.property(seeds, shifts, (seed, told) => {
        const seam = findSeam(cells(rowsOf(tall(100, seed), 0)), cells(rowsOf(tall(100, seed + 1), 0)), told);
        expect(seam).toEqual({ how: "none" });
      }),
    );
  });

  test("is 0 when nothing moved", () => {
    const page = tall(300, 3);
    expect(findSeam(cells(rowsOf(page, 0)), cells(rowsOf(page, 0)), 0)).toMatchObject({ shiftPx: 0 });
  });
});
