import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fixedLayer } from "@/src/capture/fixed-layer";

vi.mock("@/src/capture/decode", () => ({ decode: async () => ({ width: 200, height: 100, close: () => {} }) }));

/** What lies on the page at a device pixel: a red square whose left upper corner is (100, 50), else white. */
let inRed: number[];
const RED = { x: 100, y: 50, size: 20 };

class FakeCanvas {
  getContext = () => ({
    drawImage: () => {},
    getImageData: (left: number, top: number, width: number, height: number) => {
      const data = new Uint8ClampedArray(width * height * 4).fill(255);
      for (let n = 0; n < width * height; n += 1) {
        const [x, y] = [left + (n % width) - RED.x, top + Math.floor(n / width) - RED.y];
        if (x >= 0 && x < RED.size && y >= 0 && y < RED.size) data.set(inRed, n * 4);
      }
      return { data };
    },
  });
}

beforeEach(() => {
  inRed = [255, 0, 0, 255];
  vi.stubGlobal("OffscreenCanvas", FakeCanvas);
});
afterEach(() => vi.unstubAllGlobals());

const png = new Uint8Array(1);
const box = (xCss: number, yCss: number, widthCss: number, heightCss: number) => ({ xCss, yCss, widthCss, heightCss });
const layer = (boxes: ReturnType<typeof box>[], dpr = 1) => fixedLayer("fixed.png", png, png, boxes, dpr);
const px = (xPx: number, yPx: number, widthPx: number, heightPx: number) => ({ xPx, yPx, widthPx, heightPx });

test("a fixed thing stays in place over one colour, and goes below the page where it would hide something", async () => {
  const { file, inPlace, below } = await layer([box(0, 0, 200, 20), box(90, 40, 30, 30), box(102, 52, 5, 5)]);
  expect(file).toBe("fixed.png");
  expect(inPlace).toEqual([px(0, 0, 200, 20), px(102, 52, 5, 5)]);
  expect(below).toEqual([px(90, 40, 30, 30)]);
});

test("a difference of two in a channel is no content, one of three is", async () => {
  inRed = [253, 255, 255, 255];
  expect((await layer([box(90, 40, 30, 30)])).below).toEqual([]);
  inRed = [255, 255, 252, 255];
  expect((await layer([box(90, 40, 30, 30)])).below).toHaveLength(1);
});

test("boxes become whole device pixels outwards, within the photograph, and those outside of it are left out", async () => {
  const { inPlace, below } = await layer([box(0.3, 0.3, 10.1, 10.1), box(120, 60, 50, 50), box(140, 0, 5, 5)], 1.5);
  expect([...inPlace, ...below]).toEqual([px(0, 0, 16, 16), px(180, 90, 20, 10)]);
});
