import { test } from "../support/journey";
import { expectNothingReadable } from "../support/nothing-readable";

test("words of a kept page are nowhere in the browser's profile", async ({ pages }) => {
  await expectNothingReadable("chromium", pages.origin);
});
