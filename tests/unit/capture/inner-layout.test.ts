import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutOf, sameBox } from "@/src/capture/inner/layout";
import type { InnerView } from "@/src/messaging/page-side";

const view = (box: InnerView["box"], some: Partial<InnerView> = {}): InnerView => ({
  box,
  topCss: 0,
  lengthCss: 5000,
  viewCss: box.heightCss,
  atStart: true,
  atEnd: false,
  movedUpCss: 0,
  aboveCss: 0,
  belowCss: 0,
  ...some,
});

const css = fc.double({ min: 0, max: 2000, noNaN: true });
const dprs = fc.constantFrom(0.5, 1, 1.1, 1.25, 1.5, 2, 3);

test("what is cut out lies wholly inside the box and the window, and loses less than a pixel at each edge", () => {
  fc.assert(
    fc.property(css, css, css, css, dprs, (xCss, yCss, widthCss, heightCss, dpr) => {
      const box = { xCss, yCss, widthCss, heightCss };
      const window = { width: Math.ceil((xCss + widthCss) * dpr), height: Math.ceil((yCss + heightCss) * dpr) };
      const layout = layoutOf(view(box), window, dpr);
      if (layout === null) {
        expect(Math.min(widthCss, heightCss) * dpr).toBeLessThan(2);
        return;
      }
      for (const [at, size, from, length] of [
        [layout.xPx, layout.widthPx, xCss * dpr, widthCss * dpr],
        [layout.yPx, layout.heightPx, yCss * dpr, heightCss * dpr],
      ] as const) {
        expect(at).toBeGreaterThan(from - 0.1);
        expect(at + size).toBeLessThan(from + length + 0.1);
        expect(size).toBeGreaterThan(length - 2);
      }
    }),
  );
});

test("a box out of the window has nothing to cut out", () => {
  const box = { xCss: 1300, yCss: 0, widthCss: 200, heightCss: 500 };
  expect(layoutOf(view(box), { width: 1280, height: 720 }, 1)).toBeNull();
});

test("a box that moved by a pixel is not the same", () => {
  const box = { xCss: 10, yCss: 20, widthCss: 200, heightCss: 500 };
  expect(sameBox(box, { ...box, yCss: 20.001 })).toBe(true);
  expect(sameBox(box, { ...box, yCss: 21 })).toBe(false);
});
