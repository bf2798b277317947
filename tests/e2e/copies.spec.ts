import { drive } from "@/tools/drive/drive";
import { keepPage } from "@/tools/drive/journey";
import { setPassphrase } from "@/tools/drive/passphrase";
import { makeCopy, openCopy } from "../support/copies";
import { expect, test } from "../support/journey";

const PASSPHRASE = "heather anchor plural 62 copper";

test("a copy is made, opened again, and put back into a clean browser", async ({ driven, pages, downloads }) => {
  await keepPage(driven, await driven.openPage(`${pages.origin}/post.html`));
  const library = await driven.openOwnPage("library.html");
  await setPassphrase(library, "another one for the notes 7");
  await library.press("Kept items");
  await library.untilText(/in no checked copy yet/);
  const copy = await makeCopy(library, downloads, PASSPHRASE);

  await openCopy(library, copy, PASSPHRASE, "Open and check");
  await library.untilText(/It counts now/);
  expect(await library.untilText(/1 of 3 places/)).toMatch(/holds every item/);
  await library.press("Kept items");
  await library.untilText(/EX-001/);
  await library.until("no reminder", async () => !(await library.text()).includes("in no checked copy yet"));

  const clean = await drive("chromium");
  try {
    const other = await clean.openOwnPage("library.html");
    await other.press("Copies");
    await other.untilText(/Put back a copy/);
    await openCopy(other, copy.subarray(0, -20), PASSPHRASE, "Put everything back");
    await other.untilText(/damaged or cut off/);
    await openCopy(other, copy, PASSPHRASE, "Put everything back");
    await other.untilText(/Everything from the copy is back/);
    await other.press("Kept items");
    await other.untilText(/EX-001/);
    expect((await keepPage(clean, await clean.openPage(`${pages.origin}/post.html?next`))).label).toBe("EX-002");
  } finally {
    await clean.close();
  }
});
