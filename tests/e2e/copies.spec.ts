import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { drive } from "@/tools/drive/drive";
import { keepPage } from "@/tools/drive/journey";
import { chooseFile } from "../support/choose-file";
import { expect, test } from "../support/journey";

const PASSPHRASE = "heather anchor plural 62 copper";

test("a copy is made, opened again, and put back into a clean browser", async ({ driven, pages, downloads }) => {
  await keepPage(driven, await driven.openPage(`${pages.origin}/post.html`));
  const library = await driven.openOwnPage("library.html");
  await library.press("Copies");
  await library.untilText(/No copy was checked yet/);
  await library.fill("Passphrase for the copy", PASSPHRASE);
  await library.fill("Passphrase for the copy, once more", PASSPHRASE);
  await library.press("Back up everything");
  const [name] = /documents-[\d-]+\.zip\.age/.exec(await library.untilText(/The copy is in your downloads/))!;
  await library.until("the download", async () => (await readdir(downloads)).includes(name!));
  const copy = await readFile(join(downloads, name!));

  await chooseFile(library, "copy.age", copy);
  await library.fill("Its passphrase, or the secret age key", PASSPHRASE);
  await library.press("Open and check");
  await library.untilText(/It counts now[\s\S]*|1 of 3 places/);
  expect(await library.untilText(/1 of 3 places/)).toMatch(/holds every item/);

  const clean = await drive("chromium");
  try {
    const other = await clean.openOwnPage("library.html");
    await other.press("Copies");
    await other.untilText(/Put back a copy/);
    await chooseFile(other, "copy.age", copy);
    await other.fill("Its passphrase, or the secret age key", PASSPHRASE);
    await other.press("Put everything back");
    await other.untilText(/Everything from the copy is back/);
    await other.press("Kept items");
    await other.untilText(/EX-001/);
    expect((await keepPage(clean, await clean.openPage(`${pages.origin}/post.html?next`))).label).toBe("EX-002");
  } finally {
    await clean.close();
  }
});
