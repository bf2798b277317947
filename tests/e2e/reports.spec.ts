import { expect, test } from "../support/journey";

test("an address is kept without a picture, reported, and what came of it is written down", async ({
  driven,
  pages,
}) => {
  const page = await driven.openPage(`${pages.origin}/post.html`);
  const popup = await driven.pressToolbarButton(page);
  await popup.press("Under 18?");
  await popup.press("Keep the address only");
  await popup.untilText(/No picture was kept/);
  const library = await driven.openOwnPage("library.html#/reports");
  await library.untilText(/Addresses kept without a picture/);
  await library.press("Write down a report");
  await library.fill("To whom", "A platform");
  await library.fill("Address that was reported", page.url());
  await library.press("Keep this");
  await library.untilText(/The report is written down/);
  await library.run(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  }, null);
  await library.press("It is gone");
  await library.untilText(/What you found is written down/);

  const kept = await driven.openOwnPage("library.html");
  await kept.untilText(/Nothing is kept yet/);
  expect(await kept.text()).not.toContain("EX-001");
});
