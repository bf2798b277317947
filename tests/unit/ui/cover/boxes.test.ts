import fc from "fast-check";
import { expect, test } from "vitest";
import type { CoverBox } from "@/src/model/covers";
import { boxBetween, moved, newBox, type PictureSize, sized, typed } from "@/src/ui/library/cover/boxes";

const size = fc.record({ widthPx: fc.integer({ min: 1, max: 5000 }), heightPx: fc.integer({ min: 1, max: 90_000 }) });
const far = fc.double({ min: -100_000, max: 100_000, noNaN: true });
const point = fc.record({ xPx: far, yPx: far });

function expectWithin(box: CoverBox, { widthPx, heightPx }: PictureSize): void {
  expect(Object.values(box).every(Number.isSafeInteger)).toBe(true);
  expect(box.xPx >= 0 && box.yPx >= 0 && box.widthPx >= 1 && box.heightPx >= 1).toBe(true);
  expect(box.xPx + box.widthPx <= widthPx && box.yPx + box.heightPx <= heightPx).toBe(true);
}

test("a box stays in the picture, in whole pixels, however it is drawn, moved, sized and typed", () => {
  fc.assert(
    fc.property(size, point, point, point, far, fc.double(), (picture, one, other, by, value, middle) => {
      const box = boxBetween(one, other, picture);
      expectWithin(box, picture);
      expectWithin(moved(box, by.xPx, by.yPx, picture), picture);
      expectWithin(sized(box, by.xPx, by.yPx, picture), picture);
      for (const field of ["xPx", "yPx", "widthPx", "heightPx"] as const) {
        expectWithin(typed(box, field, value, picture), picture);
      }
      expectWithin(newBox(picture, Number.isFinite(middle) ? middle : 0), picture);
    }),
  );
});

test("a drawn box covers every pixel that the pointer went over in part", () => {
  const picture = { widthPx: 100, heightPx: 100 };
  expect(boxBetween({ xPx: 10.9, yPx: 40.1 }, { xPx: 3.2, yPx: 55.5 }, picture)).toEqual({
    xPx: 3,
    yPx: 40,
    widthPx: 8,
    heightPx: 16,
  });
});

test("a box keeps its size at the edge when it is moved, and its corner when it is sized", () => {
  const picture = { widthPx: 100, heightPx: 100 };
  const box = { xPx: 70, yPx: 10, widthPx: 20, heightPx: 20 };
  expect(moved(box, 50, 0, picture)).toEqual({ ...box, xPx: 80 });
  expect(sized(box, 50, 0, picture)).toEqual({ ...box, widthPx: 30 });
});
