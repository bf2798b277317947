import fc from "fast-check";
import { expect, test } from "vitest";
import { lengthOf, lengthText } from "@/src/model/length";
import { missingOf } from "@/src/model/recording";

test.each([
  [42, "0:42"],
  [190.7, "3:10"],
  [3723, "1:02:03"],
])("%d seconds are written %s", (seconds, text) => expect(lengthText(seconds)).toBe(text));

test("what is written is read as the same length", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 86_400 }), (seconds) => lengthOf(lengthText(seconds)) === seconds));
});

test.each(["", "3", "3:60", "-1:00", "1:2:3:4", "25:00:00", "0:00", "3:1", "drei"])("“%s” is no length", (text) =>
  expect(lengthOf(text)).toBeNull(),
);

const recording = { form: "video", surface: "tab", withSound: true } as const;

test("a recording says what it lacks, and how much there is of how much", () => {
  const lacks = (seconds: number, ofSeconds: number | null, endedBy: "user" | "cutOff" | "full") =>
    missingOf({ ...recording, seconds, ofSeconds, endedBy });
  expect(lacks(42.9, 190, "user")).toEqual([{ what: "whole-recording", why: "endedEarly", shown: 42, total: 190 }]);
  expect(lacks(42, null, "cutOff")).toEqual([{ what: "whole-recording", why: "cutOff" }]);
  expect(lacks(42, 190, "full")).toMatchObject([{ why: "endedEarly", shown: 42 }]);
  expect(lacks(189, 190, "user")).toEqual([]);
  expect(lacks(42, null, "user")).toEqual([]);
});
