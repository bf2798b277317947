import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ComparingDigester, digestsOf } from "@/src/model/digest";

async function isFound(taken: Uint8Array<ArrayBuffer>, pieces: Iterable<Uint8Array>): Promise<boolean> {
  const digester = new ComparingDigester(await digestsOf(taken));
  for (const piece of pieces) digester.update(piece);
  return digester.finish();
}

test("bytes are told from all others, however they come", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 40 })),
      fc.uint8Array({ maxLength: 40 }),
      async (pieces, more) => {
        const whole = new Uint8Array(pieces.flatMap((piece) => [...piece]));
        expect(await isFound(whole, pieces)).toBe(true);
        expect(await isFound(whole, [...pieces, more])).toBe(more.length === 0);
        if (whole.length === 0) return;
        expect(await isFound(whole, [whole.subarray(1)])).toBe(false);
        expect(await isFound(whole, [whole.map((byte, at) => (at === 0 ? byte ^ 1 : byte))])).toBe(false);
      },
    ),
  );
});

test("a file that is too long to be held is told from one with another last byte", async () => {
  const piece = new Uint8Array(1 << 20).fill(7);
  const pieces = Array.from({ length: 25 }, () => piece);
  const whole = new Uint8Array(25 << 20).fill(7);
  expect(await isFound(whole, pieces)).toBe(true);
  whole[whole.length - 1] = 8;
  expect(await isFound(whole, pieces)).toBe(false);
}, 30_000);
