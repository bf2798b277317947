import { PNG } from "pngjs";
import { describe, expect, test, vi } from "vitest";
import { type MarkedOptions, markedCopy, type Strip } from "@/src/marked/marked-copy";
import { VaultError } from "@/src/model/errors";
import { joined } from "@/src/png/chunks";
import { PngEncoder } from "@/src/png/png-encoder";
import { settled } from "@/tests/support/settled";
import { record } from "@/tools/screens/samples";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));

async function picture(widthPx: number, heightPx: number, channels: 3 | 4 = 3): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  const encoder = new PngEncoder(widthPx, async (bytes) => void parts.push(bytes), channels);
  const rows = Uint8Array.from({ length: widthPx * heightPx * channels }, (_, n) => (n * 37 + (n >> 9)) & 255);
  await encoder.packedRows(rows);
  return joined(await encoder.finish(), ...parts);
}

/** A heading of 7 grey rows, in place of one that needs a canvas. */
const strip = async (_record: unknown, pictureWidthPx: number): Promise<Strip> => {
  const widthPx = Math.max(pictureWidthPx, 20);
  return {
    widthPx,
    heightPx: 7,
    bands: () => [new Uint8ClampedArray(widthPx * 3 * 4).fill(200), new Uint8ClampedArray(widthPx * 4 * 4).fill(200)],
  };
};

async function made(original: Uint8Array<ArrayBuffer>, options: MarkedOptions = {}): Promise<Buffer> {
  const stream = await markedCopy(record, new Blob([original]).stream(), { strip, ...options });
  return Buffer.from(await new Response(stream).arrayBuffer());
}

describe("a marked copy", () => {
  test.each([
    [60, 40, 3],
    [60, 40, 4],
    [401, 2003, 3],
    [5, 9, 3],
    [5, 9, 4],
  ] as const)(
    "of %i × %i with %i channels holds the same pixels below its heading",
    async (width, height, channels) => {
      const original = await picture(width, height, channels);
      const [copy, before] = [PNG.sync.read(await made(original)), PNG.sync.read(Buffer.from(original))];
      expect([copy.width, copy.height]).toEqual([Math.max(width, 20), height + 7]);
      const below = PNG.sync.write(before);
      const cut = new PNG({ width, height });
      PNG.bitblt(copy, cut, 0, 7, width, height, 0, 0);
      expect(Buffer.compare(cut.data, PNG.sync.read(below).data)).toBe(0);
      expect(copy.data.subarray(0, 4)).toEqual(Buffer.from([200, 200, 200, channels === 4 ? 200 : 255]));
    },
  );

  test("is the same byte for byte when made again", async () => {
    const original = await picture(60, 400);
    expect((await made(original)).equals(await made(original))).toBe(true);
  });

  test("tells how far it is, to the end", async () => {
    const told: unknown[] = [];
    await made(await picture(60, 40), { onProgress: (progress) => told.push(progress) });
    expect(told.at(-1)).toEqual({ rowsDone: 47, rowsTotal: 47 });
  });
});

describe("there is no copy", () => {
  test("of what is no picture, of a damaged one, and of a part of one", async () => {
    await expect(made(new Uint8Array(100))).rejects.toMatchObject({ code: "unknownForm" });
    const original = await picture(60, 40);
    await expect(made(original.slice(0, -30))).rejects.toMatchObject({ code: "damaged" });
  });

  test("when it was stopped", async () => {
    const stop = new AbortController();
    const making = made(await picture(60, 40), { signal: stop.signal, onProgress: () => stop.abort("stopped") });
    await expect(making).rejects.toBe("stopped");
  });

  test("when the vault fails on the way, and its own failure is told", async () => {
    const original = await picture(60, 40);
    const failing = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(original.slice(0, 60)),
      pull: (controller) => controller.error(new VaultError("damaged")),
    });
    await expect(new Response(await markedCopy(record, failing, { strip })).blob()).rejects.toBeInstanceOf(VaultError);
  });

  test("and the kept picture is read no further, once nobody reads the copy", async () => {
    const cancelled = vi.fn();
    const original = await picture(60, 40);
    const source = new ReadableStream<Uint8Array>({
      pull: (to) => to.enqueue(original.slice(0, 40)),
      cancel: cancelled,
    });
    const reader = (await markedCopy(record, source, { strip })).getReader();
    await reader.read();
    await reader.cancel();
    await vi.waitFor(() => expect(cancelled).toHaveBeenCalled());
  });
});

test("a copy is made no faster than it is read: less than a megabyte ahead", async () => {
  const noise = new Uint8Array(400 * 3000 * 3);
  for (let at = 0; at < noise.length; at += 60_000) crypto.getRandomValues(noise.subarray(at, at + 60_000));
  const parts: Uint8Array[] = [];
  const encoder = new PngEncoder(400, async (bytes) => void parts.push(bytes));
  await encoder.packedRows(noise);
  const original = joined(await encoder.finish(), ...parts);
  expect(original.length).toBeGreaterThan(2_000_000);
  let given = 0;
  const source = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(original.slice(given, given + 10_000));
      given += 10_000;
    },
  });
  const reader = (await markedCopy(record, source, { strip })).getReader();
  await reader.read();
  await settled(() => given, 1_000_000);
  await reader.cancel();
});
