import { keepPage } from "@/tools/drive/journey";
import { setPassphrase } from "@/tools/drive/passphrase";
import type { View } from "@/tools/drive/view";
import { makeCopy, openCopy } from "../support/copies";
import { expect, test } from "../support/journey";
import { wipeAll } from "../support/wipe";

/** What waits in the browser's private file store for its download. */
function sealedFiles(own: View): Promise<string[]> {
  return own.run(async () => {
    const names: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    return names;
  }, null);
}

const PASSPHRASE = "heather anchor plural 62 copper";

test("a copy is made and checked; everything is deleted; the copy brings it back", async ({
  driven,
  pages,
  downloads,
}) => {
  await keepPage(driven, await driven.openPage(`${pages.origin}/post.html`));
  const library = await driven.openOwnPage("library.html");
  const copy = await makeCopy(library, downloads, PASSPHRASE);
  expect(await sealedFiles(library)).toEqual(["sealed"]);
  await openCopy(library, copy, PASSPHRASE, "Open and check");
  await library.untilText(/It counts now/);
  expect(await library.untilText(/1 of 3 places/)).toMatch(/holds every item/);

  await setPassphrase(library, "another one for the notes 7");
  await wipeAll(library);
  expect(await sealedFiles(library)).toEqual([]);
  const again = await driven.openOwnPage("library.html");
  await again.press("Copies");
  await openCopy(again, copy, PASSPHRASE, "Put everything back");
  await again.untilText(/Everything from the copy is back/);
  await again.press("Kept items");
  await again.untilText(/EX-001/);
  expect((await keepPage(driven, await driven.openPage(`${pages.origin}/post.html?next`))).label).toBe("EX-002");
});
