import fc from "fast-check";
import { PNG } from "pngjs";
import { describe, expect, test, vi } from "vitest";
import { VaultError } from "@/src/model/errors";
import { PngEncoder } from "@/src/png/png-encoder";

/** Opaque pixels that do not repeat. */
function pixels(widthPx: number, heightPx: number): Uint8ClampedArray {
  let state = widthPx * 65_537 + heightPx;
  return Uint8ClampedArray.from({ length: widthPx * heightPx * 4 }, (_, n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return n % 4 === 3 ? 255 : state >>> 24;
  });
}

/** @param rowsAtATime Rows given in one call, used in turn. */
async function encode(rgba: Uint8ClampedArray, widthPx: number, heightPx: number, rowsAtATime: number[] = [heightPx]) {
  const pieces: Uint8Array[] = [];
  const encoder = new PngEncoder(widthPx, async (bytes) => void pieces.push(bytes));
  for (let y = 0, n = 0; y < heightPx; n += 1) {
    const rows = Math.min(rowsAtATime[n % rowsAtATime.length]!, heightPx - y);
    await encoder.rows(rgba.subarray(y * widthPx * 4, (y + rows) * widthPx * 4));
    y += rows;
  }
  const head = await encoder.finish();
  expect(encoder.heightPx).toBe(heightPx);
  return { png: Buffer.concat([head, ...pieces]), pieces };
}

describe("a picture decodes to the pixels it was given (by pngjs, which checks every CRC)", () => {
  test.each([
    [1, 1],
    [1, 9],
    [9, 1],
    [3, 3],
    [7, 5],
    [257, 129],
    [1280, 720],
    [401, 2003],
  ])("%i × %i", async (widthPx, heightPx) => {
    const rgba = pixels(widthPx, heightPx);
    const { png } = await encode(rgba, widthPx, heightPx);
    const decoded = PNG.sync.read(png, { checkCRC: true });
    expect([decoded.width, decoded.height]).toEqual([widthPx, heightPx]);
    expect(Buffer.compare(decoded.data, Buffer.from(rgba))).toBe(0);
  });

  test("however its rows are handed over", async () => {
    const size = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }));
    const split = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(size, split, async ([widthPx, heightPx], rowsAtATime) => {
        const rgba = pixels(widthPx, heightPx);
        const { png } = await encode(rgba, widthPx, heightPx, rowsAtATime);
        expect(Buffer.compare(PNG.sync.read(png).data, Buffer.from(rgba))).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test("when it is noise of several megabytes, in chunks that stay small", async () => {
    const [widthPx, heightPx] = [1100, 800];
    const rgba = pixels(widthPx, heightPx);
    const { png, pieces } = await encode(rgba, widthPx, heightPx, [1, 37, 200]);
    expect(Buffer.compare(PNG.sync.read(png).data, Buffer.from(rgba))).toBe(0);
    expect(pieces.length).toBeGreaterThan(6);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(1 << 19);
  });
});

test("a picture says of itself that it is 8-bit RGB without alpha, and a flipped bit in it is noticed", async () => {
  const { png } = await encode(pixels(5, 5), 5, 5);
  expect([...png.subarray(8, 33)].slice(0, 21)).toEqual([
    0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 5, 0, 0, 0, 5, 8, 2, 0, 0, 0,
  ]);
  const broken = Buffer.from(png);
  broken[20]! ^= 1;
  expect(() => PNG.sync.read(broken)).toThrow();
});

test("a page that repeats downwards packs to almost nothing", async () => {
  const row = pixels(500, 1);
  const rgba = new Uint8ClampedArray(500 * 400 * 4);
  for (let y = 0; y < 400; y += 1) rgba.set(row, y * 2000);
  expect((await encode(rgba, 500, 400)).png.length).toBeLessThan(5000);
});

describe("is refused:", () => {
  const silent = async () => {};

  test("no row at all", async () => {
    await expect(new PngEncoder(2, silent).finish()).rejects.toThrow(RangeError);
  });

  test("half a row", async () => {
    await expect(new PngEncoder(4, silent).rows(new Uint8ClampedArray(4 * 4 + 8))).rejects.toThrow(RangeError);
  });
});

describe("where a piece cannot be stored, the reason is told and not only that it was cut off", () => {
  test("while rows are given", async () => {
    const encoder = new PngEncoder(1100, async (bytes) => {
      if (bytes.length > 100_000) throw new VaultError("full");
    });
    const giving = (async () => {
      for (let y = 0; y < 4000; y += 100) await encoder.rows(pixels(1100, 100));
    })();
    await expect(giving).rejects.toMatchObject({ code: "full" });
  });

  test("when the last rows are on their way", async () => {
    // A stream that was cut off rejects what is written to it, in Chromium even with nothing at all.
    const cut = vi.spyOn(WritableStreamDefaultWriter.prototype, "close").mockImplementation(async () => {
      throw undefined;
    });
    try {
      const encoder = new PngEncoder(1100, async () => {
        throw new VaultError("full");
      });
      await encoder.rows(pixels(1100, 400)).catch(() => {}); // enough for a first piece
      await expect(encoder.finish()).rejects.toMatchObject({ code: "full" });
    } finally {
      cut.mockRestore();
    }
  });

  test("at the end", async () => {
    const encoder = new PngEncoder(10, async (bytes) => {
      if (bytes.length === 12) throw new VaultError("full");
    });
    await encoder.rows(pixels(10, 10));
    await expect(encoder.finish()).rejects.toMatchObject({ code: "full" });
  });

  test("at the very start", async () => {
    const encoder = new PngEncoder(10, async () => {
      throw new VaultError("full");
    });
    const whole = (async () => {
      await encoder.rows(pixels(10, 10));
      await encoder.finish();
    })();
    await expect(whole).rejects.toMatchObject({ code: "full" });
  });
});

test("the encoder waits for whoever stores its pieces", async () => {
  let stored = 0;
  let atOnce = 0;
  let most = 0;
  const encoder = new PngEncoder(500, async (bytes) => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await new Promise((resolve) => setTimeout(resolve, 2));
    atOnce -= 1;
    stored += bytes.length;
  });
  await encoder.rows(pixels(500, 600));
  await encoder.finish();
  expect(most).toBe(1);
  expect(stored).toBeGreaterThan(800_000);
});
