import { test } from "../support/journey";
import { reportAndLookAgain } from "../support/reporting";

test.use({ kind: "firefox" });

test("a kept page is reported, and one press keeps proof that it is still there", async ({ driven, pages }) => {
  await reportAndLookAgain(driven, await driven.openPage(`${pages.origin}/post.html`));
});
