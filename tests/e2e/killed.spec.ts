import { type Kind, planOf } from "@/tools/torture/plan";
import { torture } from "@/tools/torture/session";
import { expect, test } from "../support/journey";

/** `npm run torture` runs as many as it is asked for, of every kind. */
const OURS: Kind[] = [
  "edit",
  "edit",
  "capture",
  "edit",
  "passphrase",
  "export",
  "edit",
  "unlock",
  "captureLocked",
  "edit",
];
const APART: Kind[] = ["note", "note", "restore", "migration", "migration"];

test("whenever the whole browser is killed, what was told as done is there and whole, and the rest is gone", async () => {
  test.setTimeout(300_000);
  const ran = await torture([...OURS, ...APART].map((kind, n) => planOf(n + 1, [kind])));
  expect(ran.filter(({ faults }) => faults.length > 0)).toEqual([]);
  expect(ran).toHaveLength(15);
});
