import fc from "fast-check";
import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { PictureError } from "@/src/model/errors";
import { chunk, joined, PNG_SIGNATURE, pngHead } from "@/src/png/chunks";
import { PngEncoder } from "@/src/png/png-encoder";
import { readPng } from "@/src/png/png-reader";

type Channels = 3 | 4;
const COLOUR = { 3: 2, 4: 6 } as const;

/** A picture as pngjs writes it. @param filter 0 to 4, or -1 for another one each row. */
function written(pixels: Uint8Array, widthPx: number, heightPx: number, channels: Channels, filter: number): Buffer {
  const png = new PNG({ width: widthPx, height: heightPx });
  for (let n = 0; n < widthPx * heightPx; n += 1) {
    png.data.set(pixels.subarray(n * channels, (n + 1) * channels), n * 4);
    if (channels === 3) png.data[n * 4 + 3] = 255;
  }
  return PNG.sync.write(png, { filterType: filter, colorType: COLOUR[channels] });
}

function pieces(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

async function read(png: Uint8Array, size = 1000) {
  const { form, rows } = await readPng(pieces(png, size));
  const parts: Uint8Array[] = [];
  for await (const part of rows()) parts.push(part.slice());
  return { form, pixels: joined(...parts), parts: parts.length };
}

const picture = fc
  .record({
    widthPx: fc.integer({ min: 1, max: 40 }),
    heightPx: fc.integer({ min: 1, max: 40 }),
    channels: fc.constantFrom<Channels>(3, 4),
    filter: fc.integer({ min: -1, max: 4 }),
    size: fc.integer({ min: 1, max: 300 }),
  })
  .chain((shape) => {
    const length = shape.widthPx * shape.heightPx * shape.channels;
    return fc.record({
      shape: fc.constant(shape),
      pixels: fc.uint8Array({ minLength: length, maxLength: length }),
    });
  });

describe("gives the pixels that another program wrote", () => {
  test("with each of the five filters, with and without alpha, however the file comes in pieces", async () => {
    await fc.assert(
      fc.asyncProperty(picture, async ({ shape, pixels }) => {
        const { widthPx, heightPx, channels, filter, size } = shape;
        const { form, pixels: back } = await read(written(pixels, widthPx, heightPx, channels, filter), size);
        expect(form).toEqual({ widthPx, heightPx, channels });
        expect(Buffer.compare(back, pixels)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test("of many rows, a few at a time", async () => {
    const pixels = Uint8Array.from({ length: 700 * 900 * 3 }, (_, n) => (n * 31 + (n >> 7)) & 255);
    const { pixels: back, parts } = await read(written(pixels, 700, 900, 3, -1), 5000);
    expect(Buffer.compare(back, pixels)).toBe(0);
    expect(parts).toBeGreaterThan(5);
  });

  test("and what our own encoder wrote, in both forms", async () => {
    for (const channels of [3, 4] as const) {
      const pixels = Uint8Array.from({ length: 50 * 70 * channels }, (_, n) => (n * 7919) & 255);
      const parts: Uint8Array[] = [];
      const encoder = new PngEncoder(50, async (bytes) => void parts.push(bytes), channels);
      await encoder.packedRows(pixels);
      const { pixels: back } = await read(joined(await encoder.finish(), ...parts));
      expect(Buffer.compare(back, pixels)).toBe(0);
    }
  });

  test("past notes that stand beside the pixels", async () => {
    const png = written(new Uint8Array(12), 2, 2, 3, 0);
    const noted = joined(png.subarray(0, 33), chunk("tEXt", new Uint8Array(30_000)), png.subarray(33));
    expect((await read(noted)).pixels).toHaveLength(12);
  });
});

const small = () => written(new Uint8Array(7 * 5 * 3).fill(77), 7, 5, 3, 2);
const failure = (png: Uint8Array) =>
  read(png).then(
    () => "read as if all was well",
    (error: unknown) => (error instanceof PictureError ? error.code : error),
  );

/** The same picture with other bytes in its header, the check sum made anew. */
function withHeader(change: (header: Uint8Array) => void): Uint8Array {
  const png = small();
  const header = new Uint8Array(png.subarray(16, 29));
  change(header);
  return joined(PNG_SIGNATURE, chunk("IHDR", header), png.subarray(33));
}

/** Pixels packed as given, with a header that promises this form. */
async function packed(form: { widthPx: number; heightPx: number; channels: Channels }, bytes: Uint8Array) {
  const zlib = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new CompressionStream("deflate"));
  const data = new Uint8Array(await new Response(zlib).arrayBuffer());
  return joined(pngHead(form), chunk("IDAT", data), chunk("IEND"));
}

describe("refuses", () => {
  test.each<[string, (header: Uint8Array) => void]>([
    ["a palette", (header) => header.set([3], 9)],
    ["shades of grey", (header) => header.set([0], 9)],
    ["16 bits a channel", (header) => header.set([16], 8)],
    ["interlacing", (header) => header.set([1], 12)],
    ["a row that would fill the memory", (header) => header.set([0x7f, 0xff, 0xff, 0xff], 0)],
  ])("%s, as a form that it does not know", async (_name, change) => {
    expect(await failure(withHeader(change))).toBe("unknownForm");
  });

  test("what is no PNG, and colours made see-through", async () => {
    expect(await failure(new TextEncoder().encode("GIF89a, or so it says"))).toBe("unknownForm");
    const png = small();
    expect(await failure(joined(png.subarray(0, 33), chunk("tRNS", new Uint8Array(6)), png.subarray(33)))).toBe(
      "unknownForm",
    );
  });

  test("a picture without width or height, and with a header of another length", async () => {
    expect(await failure(withHeader((header) => header.fill(0, 0, 4)))).toBe("damaged");
    expect(await failure(withHeader((header) => header.fill(0, 4, 8)))).toBe("damaged");
    expect(await failure(joined(PNG_SIGNATURE, chunk("IHDR", new Uint8Array(12))))).toBe("damaged");
  });

  test("fewer and more rows than it says, and an unknown filter", async () => {
    const form = { widthPx: 2, heightPx: 2, channels: 3 } as const;
    expect(await failure(await packed(form, new Uint8Array(14)))).toBe("read as if all was well");
    expect(await failure(await packed(form, new Uint8Array(7)))).toBe("damaged");
    expect(await failure(await packed(form, new Uint8Array(13)))).toBe("damaged");
    expect(await failure(await packed(form, new Uint8Array(15)))).toBe("damaged");
    expect(await failure(await packed(form, new Uint8Array(14).fill(5)))).toBe("damaged");
  });

  test("a small file that unpacks without end, before it is unpacked", async () => {
    const form = { widthPx: 2, heightPx: 2, channels: 3 } as const;
    expect(await failure(await packed(form, new Uint8Array(50_000_000)))).toBe("damaged");
  });

  test("a file cut off anywhere, and one with more at its end", async () => {
    const png = small();
    for (let length = 0; length < png.length; length += 1) {
      expect(await failure(png.subarray(0, length)), `${length} bytes`).toBe("damaged");
    }
    expect(await failure(joined(png, new Uint8Array(1)))).toBe("damaged");
  });

  test("one changed bit anywhere", async () => {
    const png = small();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: png.length * 8 - 1 }), async (bit) => {
        const spoiled = Uint8Array.from(png);
        spoiled[bit >> 3]! ^= 1 << (bit & 7);
        expect(["damaged", "unknownForm"]).toContain(await failure(spoiled));
      }),
      { numRuns: 400 },
    );
  });

  test("any bytes at all without a failure of another kind", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(["damaged", "unknownForm"]).toContain(await failure(joined(PNG_SIGNATURE, bytes)));
      }),
    );
  });
});

test("what the stream itself fails with is told as it is", async () => {
  const png = small();
  const failing = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(png.subarray(0, 50)),
    pull: (controller) => controller.error(new RangeError("the disk is gone")),
  });
  const { rows } = await readPng(failing);
  await expect(Array.fromAsync(rows())).rejects.toThrow("the disk is gone");
});
