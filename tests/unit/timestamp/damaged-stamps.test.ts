import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Stamp, StampFiles } from "@/src/model/stamp";
import { checkStamp } from "@/src/timestamp/check-stamp";
import { certificatesIn, certificatesOf } from "@/src/timestamp/der";
import { makeTsa, type Tsa } from "../../support/openssl-tsa";
import { flipped, LIST, stampOn } from "../../support/stamps";

let tsa: Tsa;
let files: StampFiles;
let stamp: Stamp;
beforeAll(async () => {
  tsa = makeTsa();
  files = await stampOn(tsa);
  const check = await checkStamp(LIST, files);
  if (!check.ok) throw new Error(check.fault);
  stamp = check.stamp;
}, 60_000);
afterAll(() => tsa?.remove());

/** Every bit takes minutes; without this, some of them, others each time. */
const EVERY_BIT = process.env.TIDEMARK_EVERY_BIT !== undefined;
const LONG_MS = EVERY_BIT ? 3_600_000 : 60_000;

function bitsOf(bytes: Uint8Array, some: number): number[] {
  const bits = bytes.length * 8;
  return EVERY_BIT ? [...Array(bits).keys()] : fc.sample(fc.integer({ min: 0, max: bits - 1 }), some);
}

test(
  "no turned bit of a reply gives a stamp that says something else",
  async () => {
    const looked = bitsOf(files.reply, 150);
    let accepted = 0;
    for (const bit of looked) {
      const check = await checkStamp(LIST, { ...files, reply: flipped(files.reply, bit) });
      if (!check.ok) continue;
      accepted += 1;
      expect(check.stamp, `bit ${bit}`).toEqual(stamp);
    }
    expect(accepted).toBeLessThan(looked.length / 2); // names and text outside the signature; never all
  },
  LONG_MS,
);

test(
  "a request with a turned bit does not fit, or asks for the same",
  async () => {
    for (const bit of bitsOf(files.request, 60)) {
      const check = await checkStamp(LIST, { ...files, request: flipped(files.request, bit) });
      if (check.ok) expect(check.stamp).toEqual(stamp);
    }
  },
  LONG_MS,
);

test("a reply that is cut anywhere is told as unreadable, never thrown", async () => {
  for (let length = 0; length < files.reply.length; length += 23) {
    const check = await checkStamp(LIST, { ...files, reply: files.reply.slice(0, length) });
    expect(check.ok, `${length} bytes`).toBe(false);
  }
});

test("any bytes in place of any file are told, never thrown", async () => {
  const file = fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes));
  const text = fc.oneof(
    fc.string(),
    fc.base64String().map((body) => `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`),
  );
  const any = fc.record({ request: file, reply: file, chain: text, root: text }, { requiredKeys: [] });
  await fc.assert(
    fc.asyncProperty(any, async (some) => {
      const spoiled = { ...files, ...some } as StampFiles;
      const check = await checkStamp(LIST, spoiled);
      expect(check.ok && !("chain" in some)).toBe(Object.keys(some).length === 0);
    }),
    { numRuns: 100 },
  );
});

test("a reply that is one box in another ten thousand times over is told as unreadable", async () => {
  const deep = new Uint8Array(40_000).map((_, index) => (index % 2 === 0 ? 0x30 : 0x80));
  expect(await checkStamp(LIST, { ...files, reply: deep })).toEqual({ ok: false, fault: "notAReply" });
  expect(certificatesIn(deep)).toBeNull();
});

test("more certificates than a chain has, and a file that is far too long, are not read", () => {
  expect(certificatesOf(files.root.repeat(17))).toBeNull();
  expect(certificatesOf(`${files.root}${" ".repeat(200_000)}`)).toBeNull();
});
