import type { PNG } from "pngjs";
import type { CDPSession } from "puppeteer-core";
import { checkBundle } from "@/tools/check-bundle";
import type { Driven } from "@/tools/drive/driven";
import { handOver, keepPage } from "@/tools/drive/journey";
import { refuseToPhotograph } from "../support/background";
import { BundleFile } from "../support/bundle-file";
import { countingServer, PICTURE_COLOUR } from "../support/counting-server";
import { expect, test } from "../support/journey";
import { coloursIn, pictureWordsIn } from "../support/one-colour";

/** Pixels of a colour, in a re-drawn picture. */
function pixels({ data }: PNG, [r, g, b]: readonly number[]): number {
  let found = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] === r && data[at + 1] === g && data[at + 2] === b) found += 1;
  }
  return found;
}

async function openRedrawn(driven: Driven, origin: string) {
  const page = await driven.openPage(`${origin}/redrawn.html`);
  await refuseToPhotograph(driven);
  await page.evaluate(() => {
    scrollTo(0, 300);
    Object.assign(globalThis, { changes: [] });
  });
  return { page, changes: () => page.evaluate(() => (globalThis as unknown as { changes: string[] }).changes) };
}

test("a page that the browser gives no picture of is re-drawn, and called so everywhere", async ({
  driven,
  downloads,
}) => {
  const server = await countingServer();
  const { page, changes } = await openRedrawn(driven, server.origin);
  const before = await page.evaluate(() => [document.documentElement.outerHTML, String(scrollY)]);
  const requests = [...server.requests];
  const kept = await keepPage(driven, page);
  expect(kept.said).toContain("Saved as EX-001");
  expect(kept.said).toContain("A photograph of the page; it is re-drawn");
  // Nothing was asked of any server, and the page stands as it did.
  expect(server.requests).toEqual(requests);
  expect(await page.evaluate(() => [document.documentElement.outerHTML, String(scrollY)])).toEqual(before);
  // The box is html2canvas', which measures with it once.
  expect(await changes()).toEqual([
    "childList HTML  +IFRAME -",
    "childList BODY  +BOUNDTEST -",
    "childList BODY  + -BOUNDTEST",
    "childList HTML  + -IFRAME",
  ]);

  const path = await handOver(driven, downloads);
  expect(await checkBundle(path)).toMatchObject({ kind: "checked", intact: true });
  const bundle = await BundleFile.read(path);
  const record = bundle.record("001");
  expect(record.picture).toMatchObject({ method: "re-drawn", reason: "pictureRefused", complete: true });
  expect(record.missing).toContainEqual({ what: "photograph", why: "pictureRefused" });
  expect(record.missing).toContainEqual({ what: "some-pictures", why: "notRedrawn" });
  expect(record.actions).toEqual([{ act: "add-frame" }, { act: "restore" }]);
  expect(bundle.text("data/index.csv")).toContain('"re-drawn"');
  expect(bundle.text("data/binder.html")).toContain(
    "re-drawn, not a photograph\nThe browser gave no picture of this page",
  );
  expect(bundle.text("data/custody/custody.jsonl")).toContain('"method":"re-drawn"');
  expect(bundle.text("data/exhibits/001/original/page.dom.html.txt")).toContain("words at the top");
  const picture = bundle.picture("001");
  expect([picture.width, picture.height]).toEqual(
    await page.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollHeight]),
  );
  expect(pixels(picture, [20, 90, 160])).toBeGreaterThan(30_000); // the header, once
  expect(pixels(picture, [20, 90, 160])).toBeLessThan(60_000);
  expect(pixels(picture, [10, 200, 30])).toBe(200 * 100);
  expect(pixels(picture, PICTURE_COLOUR)).toBe(120 * 60 * 2); // of the page's own site; another site's may not be read
  expect(pixels(picture, [120, 20, 220])).toBeGreaterThan(60_000); // inside a shadow root
  expect(pixels(picture, [200, 10, 30])).toBeGreaterThan(60_000); // the end of the page

  const library = await driven.openOwnPage("library.html");
  expect(await library.untilText(/EX-001/)).toContain("Re-drawn, not a photograph");
  await library.press("EX-001");
  expect(await library.untilText(/Picture of the page/)).toContain("It is not a photograph of the screen");
  await server.close();
});

const scaled = {
  "magnified with two fingers": (devtools: CDPSession) =>
    devtools.send("Emulation.setPageScaleFactor", { pageScaleFactor: 1.5 }),
  "shown as on another device by developer tools": (devtools: CDPSession) =>
    devtools.send("Emulation.setDeviceMetricsOverride", { width: 0, height: 0, deviceScaleFactor: 2, mobile: false }),
};
for (const [how, scale] of Object.entries(scaled)) {
  test(`a page ${how} is not joined from parts that do not fit: it is re-drawn`, async ({
    driven,
    pages,
    downloads,
  }) => {
    const page = await driven.openPage(`${pages.origin}/post.html`);
    await scale(await page.createCDPSession());
    expect((await keepPage(driven, page)).said).toContain("The browser showed the page magnified or shrunk");
    const bundle = await BundleFile.read(await handOver(driven, downloads));
    const { picture, missing } = bundle.record("001");
    expect(picture).toMatchObject({ method: "re-drawn", reason: "pictureScaled" });
    expect(missing).toContainEqual({ what: "photograph", why: "pictureScaled" });
    // What the browser showed is kept beside it as it was.
    expect(bundle.picture("001", "original/viewport.png")).toMatchObject({ width: 1280, height: 720 });
  });
}

test("a page that is re-drawn with pictures covered holds no picture", async ({ driven, pages, downloads }) => {
  const page = await driven.openPage(`${pages.origin}/pictures.html`);
  await refuseToPhotograph(driven);
  expect((await keepPage(driven, page, "Save with pictures covered")).label).toBe("EX-001");
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  expect(bundle.record("001").picture.method).toBe("re-drawn");
  expect(coloursIn(bundle)).toEqual({});
  expect(pictureWordsIn(bundle)).toEqual([]);
});
