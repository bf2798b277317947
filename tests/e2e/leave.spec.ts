import { expect, test } from "../support/journey";
import { openTwoToLeave } from "../support/leaving";

test("leaving goes to the site that was chosen, from every open page of ours, and Back does not return", async ({
  driven,
}) => {
  const { library } = await openTwoToLeave(driven);

  const pages = await driven.browser.pages();
  const ours = pages.filter((page) => page.url().includes("library"));
  const asked: string[] = [];
  for (const page of ours) page.on("request", (request) => request.isNavigationRequest() && asked.push(request.url()));
  await library.run(() => {
    for (let press = 0; press < 3; press += 1)
      document.body.dispatchEvent(new KeyboardEvent("keyup", { key: "Shift", bubbles: true }));
  }, null);
  await expect.poll(() => asked).toEqual(["https://weather.invalid/", "https://weather.invalid/"]);
  await expect.poll(() => ours.map((page) => page.url()).filter((url) => url.includes("library"))).toEqual([]);
  for (const page of ours) {
    await page.goBack().catch(() => {}); // nothing of ours is there to go back to
    expect(page.url()).not.toContain("library");
  }
});
