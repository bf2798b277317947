import { expect, test } from "vitest";
import { canBeLaidOut } from "@/src/export/laid-out";
import type { ExhibitRecord } from "@/src/model/exhibit";
import { madeUpExhibit } from "@/tests/support/exhibits";
import { IN_ENGLISH } from "@/tools/papers";
import { cutRecording, photoRecord } from "@/tools/screens/elsewhere-samples";

test("every kind of item can be laid out", async () => {
  const { record } = await madeUpExhibit(1);
  for (const one of [record, photoRecord, cutRecording]) expect(await canBeLaidOut(IN_ENGLISH, one)).toBe(true);
});

test("one that breaks a paper, or names files that no package can hold, cannot", async () => {
  const { record } = await madeUpExhibit(1);
  const file = record.files[0]!;
  const broken = [
    { facts: null },
    { missing: null },
    { files: [{ ...file, path: "original/Upper.png" }] },
    { files: [file, { ...file, path: `${file.path}/inner.png` }] },
    { files: [{ ...file, path: "derived.json" }] },
  ];
  for (const change of broken) {
    const changed = { ...record, ...change } as unknown as ExhibitRecord;
    expect(await canBeLaidOut(IN_ENGLISH, changed), JSON.stringify(change)).toBe(false);
  }
});
