import { keepPage } from "@/tools/drive/journey";
import { lock, setPassphrase, unlock } from "@/tools/drive/passphrase";
import { expect, test } from "../support/journey";
import { openFolds, reportAndLookAgain } from "../support/reporting";

const PASSPHRASE = "heather anchor plural 62 copper";

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
  await library.press(`Write down a report: ${page.url()}`);
  await library.fill("To whom", "A platform");
  await library.press("Keep this");
  await library.untilText(/The report is written down/);
  await openFolds(library);
  await library.press("It is gone");
  await library.untilText(/What you found is written down/);

  const kept = await driven.openOwnPage("library.html");
  await kept.untilText(/Nothing is kept yet/);
  expect(await kept.text()).not.toContain("EX-001");
});

test("a kept page is reported, and one press keeps proof that it is still there", async ({ driven, pages }) => {
  await reportAndLookAgain(driven, await driven.openPage(`${pages.origin}/post.html`));
});

test("an item of someone under 18 goes with its pictures, and its address stays", async ({ driven, pages }) => {
  const page = await driven.openPage(`${pages.origin}/post.html`);
  await keepPage(driven, page);
  const library = await driven.openOwnPage("library.html");
  await library.press("EX-001");
  await library.press("Keep only the address");
  await library.press("Delete EX-001 and keep its address");
  await library.untilText(/Addresses kept without a picture/);
  expect(await library.text()).toContain("/post.html");
  await library.press("Kept items");
  await library.untilText(/Nothing is kept yet/);
});

test("an address that is kept while the notes are locked is there after unlocking", async ({ driven, pages }) => {
  const library = await driven.openOwnPage("library.html");
  await setPassphrase(library, PASSPHRASE);
  await lock(library);
  const popup = await driven.pressToolbarButton(await driven.openPage(`${pages.origin}/post.html`));
  await popup.press("Under 18?");
  await popup.press("Keep the address only");
  await popup.untilText(/No picture was kept/);
  await unlock(library, PASSPHRASE);
  await library.press("Reports");
  await library.untilText(/Addresses kept without a picture/);
  expect(await library.text()).toContain("/post.html");
});
