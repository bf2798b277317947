import { CHANGED_FILE, handedOver, OpenCheckPage } from "../support/check-page";
import { expect, test } from "../support/journey";

test("opened from the disk, the page tells an intact package from a changed one and asks for nothing", async ({
  driven,
}) => {
  const given = await handedOver("firefox");
  try {
    const open = await OpenCheckPage.open(driven.browser, given.checkPage);
    expect(await open.choose(given.zip)).toContain("Unchanged since it was made");
    await open.page.reload();
    const said = await open.choose(given.spoiledZip);
    expect(said).toContain("This package is not as it was made");
    expect(said).toMatch(new RegExp(`A file was changed\\.\\s+${CHANGED_FILE}`));
    expect(open.askedElsewhere()).toEqual([]);
  } finally {
    await given.remove();
  }
});
