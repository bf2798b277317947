import * as fc from "fast-check";
import { expect, test } from "vitest";
import { digestsOf, HoldingDigester } from "@/src/model/digest";

test("bytes that are held have the digests of the whole, however they come and however many were expected", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 40 })), fc.nat({ max: 400 }), async (pieces, expected) => {
      const digester = new HoldingDigester(expected);
      for (const piece of pieces) digester.update(piece);
      const whole = new Uint8Array(pieces.flatMap((piece) => [...piece]));
      expect(await digester.finish()).toEqual(await digestsOf(whole));
    }),
  );
});

test("more than is held has them, too", async () => {
  const bytes = (25 << 20) + 7;
  const digester = new HoldingDigester(bytes);
  const piece = new Uint8Array(1 << 20).fill(7);
  for (let left = bytes; left > 0; left -= piece.length) digester.update(piece.subarray(0, left));
  expect(await digester.finish()).toEqual(await digestsOf(new Uint8Array(bytes).fill(7)));
}, 30_000);
