import type { View } from "@/tools/drive/view";
import { expect, test } from "../support/journey";
import { LEAVE_TO, openTwoToLeave } from "../support/leaving";

/** Where a tab is, and how many pages Back and Forward know in it. */
const place = (view: View) => view.run(() => [document.documentURI, history.length], null).catch(() => null);

test("leaving goes to the site that was chosen, Back does not return, and the history knows nothing of our pages", async ({
  driven,
  pages,
}) => {
  const { other, library } = await openTwoToLeave(driven);
  expect(await library.text()).not.toContain("Rows in the browser’s history"); // it keeps none, so nothing is asked
  for (let press = 0; press < 3; press += 1) await library.type("Shift");
  for (const view of [other, library]) {
    await expect.poll(() => place(view)).toEqual([expect.stringContaining(LEAVE_TO), 1]);
  }
  const page = await driven.openPage(`${pages.origin}/post.html`);
  await expect.poll(() => driven.visited!()).toContain(page.url());
  expect((await driven.visited!()).filter((url) => url.startsWith("moz-extension:"))).toEqual([]);
});
