import { handOver, keepPage } from "@/tools/drive/journey";
import { BundleFile } from "../support/bundle-file";
import { expect, test } from "../support/journey";

// Now and then Firefox does not answer its driver any more once a private window is open: a new Firefox is asked, and soon.
test.describe.configure({ retries: 3, timeout: 40_000 });

test.describe("where the extension is allowed in private windows", () => {
  test.use({ driveOptions: { allowInPrivate: true } });

  test("what is saved in one is said to be kept, is kept when it is closed, and leaving from it closes the notes too", async ({
    driven,
    pages,
    downloads,
  }) => {
    const page = await driven.openPrivatePage(`${pages.origin}/post.html`);
    const popup = await driven.pressToolbarButton(page);
    await popup.untilText(/This is a private window\. What you save here is kept in your notes/);
    await popup.closeItself();
    expect((await keepPage(driven, page)).label).toBe("EX-001");

    await (await driven.pressToolbarButton(page)).pressAndGo("Open my notes");
    const notes = await driven.openedOwnPage("library.html");
    await notes.untilText(/EX-001/);
    await (await driven.pressToolbarButton(page)).pressAndGo("Leave now");
    await expect.poll(() => notes.text().catch(() => "")).not.toContain("EX-001");

    await page.close();
    const bundle = await BundleFile.read(await handOver(driven, downloads, { withMarked: false }));
    expect(bundle.record("001").env).toMatchObject({ privateWindow: true });
  });
});

test("where it is not allowed in private windows, there is no button to press in one", async ({ driven, pages }) => {
  const page = await driven.openPrivatePage(`${pages.origin}/post.html`);
  await expect(driven.pressToolbarButton(page)).rejects.toThrow();
});
