import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Frame } from "@/src/capture/frame";
import { stripOf } from "@/src/capture/strips";

const frame = (pageWidthPx: number, pageHeightPx: number, dpr = 1): Frame => ({
  pageWidthPx,
  pageHeightPx,
  viewWidthPx: 1280,
  viewHeightPx: 720,
  shotWidthPx: 1280,
  shotHeightPx: 720,
  isCutAcross: false,
  pageLeftPx: 0,
  dpr,
});
const PLAIN = { isDrawnOver: false, view: new Uint8Array(50_000) };
const BUSY = { isDrawnOver: false, view: new Uint8Array(800_000) };
const strip = (...args: Parameters<typeof stripOf>) => stripOf(...args).viewHeightPx;

describe("a page is one strip", () => {
  test("of any content up to 20 million pixels", () => {
    expect(strip(frame(1280, 16_000), BUSY)).toBe(16_000);
    expect(strip(frame(1280, 17_000), BUSY)).toBe(4096);
  });

  test("up to 40 million where the photograph of its window is small", () => {
    expect(strip(frame(1280, 31_000), PLAIN)).toBe(31_000);
    expect(strip(frame(2560, 17_000), PLAIN)).toBe(2048);
  });

  test("no higher than the browser's canvases", () => {
    expect(strip(frame(400, 32_000), PLAIN)).toBe(32_000);
    expect(strip(frame(400, 32_001), PLAIN)).toBe(4096);
  });

  test("never where fixed things are drawn over it, for which it is unpacked", () => {
    expect(strip(frame(1280, 10_000), { ...PLAIN, isDrawnOver: true })).toBe(4096);
  });
});

test("strips are as wide as the page, no higher than it, hold the first window, and begin on whole CSS pixels where they can", () => {
  const sizes = fc.record({
    width: fc.integer({ min: 1280, max: 32_000 }),
    height: fc.integer({ min: 720, max: 400_000 }),
    dpr: fc.constantFrom(1, 1.25, 1.5, 2, 3),
    isDrawnOver: fc.boolean(),
  });
  fc.assert(
    fc.property(sizes, ({ width, height, dpr, isDrawnOver }) => {
      const { viewWidthPx, viewHeightPx } = stripOf(frame(width, height, dpr), { ...PLAIN, isDrawnOver });
      expect(viewWidthPx).toBe(width);
      expect(viewHeightPx).toBeGreaterThanOrEqual(720);
      expect(viewHeightPx).toBeLessThanOrEqual(height);
      if (viewHeightPx > 720 && viewHeightPx < height) expect(Number.isInteger(viewHeightPx / dpr)).toBe(true);
    }),
  );
});
