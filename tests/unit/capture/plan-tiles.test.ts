import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Extent, landed, type Tile, tileCount, tileRow } from "@/src/capture/plan-tiles";

/** All rows, as a capture takes them. */
function planTiles(page: Extent): Tile[] {
  const tiles: Tile[] = [];
  for (let yPx = 0; yPx < page.pageHeightPx; yPx += page.viewHeightPx) tiles.push(...tileRow(page, yPx));
  return tiles;
}

const extent = (page: [number, number], view: [number, number]): Extent => ({
  pageWidthPx: page[0],
  pageHeightPx: page[1],
  viewWidthPx: view[0],
  viewHeightPx: view[1],
});

const side = (max: number) => fc.integer({ min: 1, max });
const anyExtent = (max: number, viewMax = max) =>
  fc.tuple(side(max), side(max), side(viewMax), side(viewMax)).map(([w, h, vw, vh]) => extent([w, h], [vw, vh]));

/** Left, top, right and bottom of what a tile adds to the picture. */
const usedBy = (tile: Tile) => {
  const [left, top] = [tile.xPx + tile.skipXPx, tile.yPx + tile.skipYPx];
  return { left, top, right: left + tile.widthPx, bottom: top + tile.heightPx };
};

describe("the used parts of the tiles", () => {
  test("cover every pixel of the page exactly once", () => {
    fc.assert(
      fc.property(anyExtent(40), (page) => {
        const count = new Uint8Array(page.pageWidthPx * page.pageHeightPx);
        for (const { left, top, right, bottom } of planTiles(page).map(usedBy)) {
          for (let y = top; y < bottom; y += 1)
            for (let x = left; x < right; x += 1) count[y * page.pageWidthPx + x]! += 1;
        }
        expect(count.every((times) => times === 1)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("are as large as the page together, and lie inside it, also on large pages", () => {
    fc.assert(
      fc.property(
        fc.tuple(side(5000), side(300_000), fc.integer({ min: 300, max: 5000 }), fc.integer({ min: 300, max: 5000 })),
        ([w, h, vw, vh]) => {
          const used = planTiles(extent([w, h], [vw, vh])).map(usedBy);
          const area = used.reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0);
          expect(area).toBe(w * h);
          expect(used.every(({ left, top, right, bottom }) => left >= 0 && top >= 0 && right <= w && bottom <= h)).toBe(
            true,
          );
        },
      ),
    );
  });

  test("lie inside the photograph they are taken from", () => {
    fc.assert(
      fc.property(anyExtent(60), (page) => {
        for (const tile of planTiles(page)) {
          expect(tile.skipXPx).toBeGreaterThanOrEqual(0);
          expect(tile.skipYPx).toBeGreaterThanOrEqual(0);
          expect(tile.skipXPx + tile.widthPx).toBeLessThanOrEqual(page.viewWidthPx);
          expect(tile.skipYPx + tile.heightPx).toBeLessThanOrEqual(page.viewHeightPx);
          expect(Math.min(tile.widthPx, tile.heightPx)).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe("the photographs", () => {
  test("never begin before the page, nor reach past its end where it is larger than the window", () => {
    fc.assert(
      fc.property(anyExtent(60), (page) => {
        for (const tile of planTiles(page)) {
          expect(Math.min(tile.xPx, tile.yPx)).toBeGreaterThanOrEqual(0);
          expect(tile.xPx).toBeLessThanOrEqual(Math.max(0, page.pageWidthPx - page.viewWidthPx));
          expect(tile.yPx).toBeLessThanOrEqual(Math.max(0, page.pageHeightPx - page.viewHeightPx));
        }
      }),
    );
  });

  test("are no more than needed", () => {
    fc.assert(
      fc.property(anyExtent(60), (page) => {
        const columns = Math.ceil(page.pageWidthPx / page.viewWidthPx);
        const rows = Math.ceil(page.pageHeightPx / page.viewHeightPx);
        expect(planTiles(page)).toHaveLength(columns * rows);
        expect(tileCount(page)).toBe(columns * rows);
      }),
    );
  });

  test("come row by row, each row from left to right", () => {
    fc.assert(
      fc.property(anyExtent(60), (page) => {
        const places = planTiles(page).map(usedBy);
        const sorted = places.toSorted((a, b) => a.top - b.top || a.left - b.left);
        expect(places).toEqual(sorted);
      }),
    );
  });
});

test("the last tile of a row and of a column is moved back, and what it repeats is skipped", () => {
  expect(planTiles(extent([1500, 1000], [1000, 700]))).toEqual([
    { xPx: 0, yPx: 0, skipXPx: 0, skipYPx: 0, widthPx: 1000, heightPx: 700 },
    { xPx: 500, yPx: 0, skipXPx: 500, skipYPx: 0, widthPx: 500, heightPx: 700 },
    { xPx: 0, yPx: 300, skipXPx: 0, skipYPx: 400, widthPx: 1000, heightPx: 300 },
    { xPx: 500, yPx: 300, skipXPx: 500, skipYPx: 400, widthPx: 500, heightPx: 300 },
  ]);
});

test.each<[string, Extent, number]>([
  ["one pixel", extent([1, 1], [1, 1]), 1],
  ["a page smaller than the window", extent([10, 10], [1280, 720]), 1],
  ["a page of exactly two windows", extent([1280, 1440], [1280, 720]), 2],
  ["a page one pixel longer", extent([1280, 1441], [1280, 720]), 3],
  ["a page of ten million pixels' height", extent([1280, 10_000_000], [1280, 720]), 13_889],
])("%s takes the right number of tiles", (_what, page, tiles) => {
  const plan = planTiles(page);
  expect(plan).toHaveLength(tiles);
  expect(usedBy(plan.at(-1)!)).toMatchObject({ right: page.pageWidthPx, bottom: page.pageHeightPx });
});

describe("a tile taken from where the page came to stand", () => {
  const page = extent([30, 40], [10, 10]);
  const tile = tileRow(page, 10)[1]!; // its used part begins at (10, 10)

  test("begins where it was planned to begin, wherever that lies in the photograph", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 30 }), (xPx, yPx) => {
        const taken = landed(tile, { xPx, yPx }, page);
        if (taken) expect(usedBy(taken)).toMatchObject({ left: 10, top: 10, right: 20, bottom: yPx + 10 });
        else expect(xPx !== 10 || yPx > 10 || yPx + 10 <= 10).toBe(true);
      }),
    );
  });

  test("is none where the page went past it or stopped a window short of it", () => {
    for (const yPx of [0, 11]) expect(landed(tile, { xPx: 10, yPx }, page)).toBeNull();
  });
});
