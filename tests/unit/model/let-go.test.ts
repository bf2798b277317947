import { expect, test } from "vitest";
import { letGo } from "@/src/model/let-go";

test("bytes that are let go take no memory any more", () => {
  const bytes = new Uint8Array(1000);
  letGo(bytes);
  expect(bytes).toHaveLength(0);
});

test("a part of something larger is left as it is", () => {
  const whole = new Uint8Array([1, 2, 3, 4]);
  letGo(whole.subarray(1, 3));
  expect([...whole]).toEqual([1, 2, 3, 4]);
});
