import fc from "fast-check";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import type { CoverBox } from "@/src/model/covers";
import { readPng } from "@/src/png/png-reader";
import { redactedPicture } from "@/src/png/redacted-copy";

/** A picture with other bytes in each pixel, and a note in its file. */
function picture(width: number, height: number): PNG {
  const png = new PNG({ width, height });
  for (let at = 0; at < png.data.length; at += 1) png.data[at] = at % 4 === 3 ? 255 : 1 + ((at * 37) % 250);
  return png;
}

async function copyOf(png: PNG, boxes: readonly CoverBox[], colorType: 2 | 6 = 6): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(PNG.sync.write(png, { colorType }));
  const copy = redactedPicture(await readPng(new Blob([bytes]).stream()), boxes);
  return new Uint8Array(await new Response(copy).arrayBuffer());
}

const isCovered = (boxes: readonly CoverBox[], x: number, y: number) =>
  boxes.some(({ xPx, yPx, widthPx, heightPx }) => x >= xPx && y >= yPx && x < xPx + widthPx && y < yPx + heightPx);

const box = fc.record({
  xPx: fc.nat(40),
  yPx: fc.nat(90),
  widthPx: fc.integer({ min: 1, max: 60 }),
  heightPx: fc.integer({ min: 1, max: 90 }),
});

test("every pixel in a box is black and opaque, and every other pixel is as it was", async () => {
  const size = { width: fc.integer({ min: 1, max: 30 }), height: fc.integer({ min: 1, max: 80 }) };
  const shape = fc.record({ ...size, colorType: fc.constantFrom(2 as const, 6 as const) });
  await fc.assert(
    fc.asyncProperty(shape, fc.array(box, { maxLength: 4 }), async ({ width, height, colorType }, boxes) => {
      const before = picture(width, height);
      const { data } = PNG.sync.read(Buffer.from(await copyOf(before, boxes, colorType)));
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          const at = (y * width + x) * 4;
          const wanted = isCovered(boxes, x, y) ? Buffer.from([0, 0, 0, 255]) : before.data.subarray(at, at + 4);
          if (!wanted.equals(data.subarray(at, at + 4))) throw new Error(`pixel ${x},${y}`);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("a box over many pieces of a tall picture covers all of it", async () => {
  const [width, height] = [500, 3000]; // rows come in several pieces
  const copy = await copyOf(picture(width, height), [{ xPx: 100, yPx: 50, widthPx: 10_000, heightPx: 2900 }]);
  const { data } = PNG.sync.read(Buffer.from(copy));
  const isBlack = (x: number, y: number) => data.readUInt32BE((y * width + x) * 4) === 0x000000ff;
  for (let y = 0; y < height; y += 1) {
    expect([isBlack(99, y), isBlack(100, y), isBlack(499, y)]).toEqual([
      false,
      y >= 50 && y < 2950,
      y >= 50 && y < 2950,
    ]);
  }
});

test("the copy is the same each time and holds no note of the picture's file", async () => {
  const boxes = [{ xPx: 1, yPx: 1, widthPx: 4, heightPx: 4 }];
  const copy = await copyOf(picture(20, 20), boxes);
  expect(await copyOf(picture(20, 20), boxes)).toEqual(copy);
  const types = [
    ...Buffer.from(copy)
      .toString("latin1")
      .matchAll(/IHDR|IDAT|IEND|gAMA|tEXt|iTXt|eXIf|tIME|pHYs/g),
  ];
  expect(new Set(types.map(([type]) => type))).toEqual(new Set(["IHDR", "IDAT", "IEND"]));
});
