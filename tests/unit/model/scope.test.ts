import { expect, test } from "vitest";
import { SCREENS, screensFrom } from "@/src/model/scope";

test.each([
  [60, 60],
  [4, SCREENS.least],
  [1e9, SCREENS.most],
  [12.4, 12],
  ["60", SCREENS.usual],
  [null, SCREENS.usual],
  [Number.NaN, SCREENS.usual],
])("a stored limit of %j is read as %i", (stored, screens) => {
  expect(screensFrom(stored)).toBe(screens);
});
