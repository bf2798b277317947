import { test } from "../support/journey";
import { expectNotNoticed } from "../support/prober";

test("a page is changed only as listed, and stands as before", async ({ driven, downloads }) => {
  // In Firefox the address of our files is random in each profile, and no page is told it.
  await expectNotNoticed(driven, downloads, []);
});
