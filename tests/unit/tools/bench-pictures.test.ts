import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { difference } from "@/tools/bench/differ";
import { checkMarkers } from "@/tools/bench/markers";
import { columns, pngPicture, stacked } from "@/tools/bench/png-rows";

type Block = [x: number, y: number, width: number, height: number, colour: number];

/** A white picture with blocks of colour (0xrrggbb) on it. */
function picture(width: number, height: number, blocks: Block[] = [], colorType: 2 | 6 = 6) {
  const png = new PNG({ width, height });
  png.data.fill(255);
  for (const [left, top, across, down, colour] of blocks) {
    for (let y = top; y < top + down; y += 1) {
      for (let x = left; x < left + across; x += 1) png.data.writeUIntBE(colour, (y * width + x) * 4, 3);
    }
  }
  return pngPicture(PNG.sync.write(png, { colorType }));
}

describe("the share of differing pixels", () => {
  test("is nothing for the same pixels, with or without an alpha channel, in one piece or in strips", async () => {
    const blocks: Block[] = [[3, 4, 5, 6, 0x336699]];
    expect(await difference(picture(40, 30, blocks), picture(40, 30, blocks, 2))).toMatchObject({
      share: 0,
      box: null,
    });
    const strips = stacked([picture(40, 10, [[3, 4, 5, 6, 0x336699]]), picture(40, 20)]);
    expect((await difference(strips, picture(40, 30, blocks))).share).toBe(0);
  });

  test("counts every pixel, and tells where they lie", async () => {
    const { share, clearShare, box } = await difference(picture(10, 10), picture(10, 10, [[2, 3, 4, 5, 0xfffffe]]));
    expect(share).toBe(0.2);
    expect(clearShare).toBe(0);
    expect(box).toEqual({ left: 2, top: 3, right: 5, bottom: 7 });
  });

  test("is told of a part of the width", async () => {
    const [one, other] = [picture(10, 10, [[2, 3, 4, 5, 0x336699]]), picture(10, 10)];
    expect((await difference(columns(one, 6, 4), columns(other, 6, 4))).share).toBe(0);
    expect((await difference(columns(one, 2, 4), columns(other, 2, 4))).share).toBe(0.5);
  });

  test("counts what only one of them has", async () => {
    expect((await difference(picture(10, 10), picture(10, 8))).share).toBe(0.2);
    expect((await difference(picture(10, 8), picture(5, 10))).share).toBe(0.6);
  });
});

describe("markers", () => {
  const RED = 0xff0001;
  const check = (blocks: Block[], dpr = 1) => checkMarkers(picture(60, 60, blocks), ["#ff0001"], dpr);

  test("are in order where each is there once and whole", async () => {
    expect(await check([[5, 5, 12, 12, RED]])).toBe("ok");
    expect(await check([[5, 5, 24, 24, RED]], 2)).toBe("ok");
  });

  test("may be of any shape", async () => {
    const horseshoe: Block[] = [
      [5, 5, 4, 30, RED],
      [25, 5, 4, 30, RED],
      [5, 31, 24, 4, RED],
    ];
    expect(await check(horseshoe)).toBe("ok");
  });

  test("are named where they are missing, repeated or cut", async () => {
    expect(await check([])).toBe("#ff0001 is missing");
    expect(await check([[5, 5, 12, 12, 0xff0002]])).toBe("#ff0001 is missing");
    const two: Block[] = [
      [5, 5, 12, 12, RED],
      [5, 30, 12, 12, RED],
    ];
    expect(await check(two)).toBe("#ff0001 is there 2 times");
    expect(await check([[5, 5, 12, 7, RED]])).toBe("#ff0001 is cut (84 px)");
  });
});
