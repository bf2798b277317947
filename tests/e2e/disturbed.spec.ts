import type { PNG } from "pngjs";
import type { Page } from "puppeteer-core";
import { handOver, startKeeping } from "@/tools/drive/journey";
import { BUILD_FOLDER } from "@/tools/release-build";
import { ended, stopWorkers, storedRows, tilesDone, untilJob } from "../support/background";
import { BundleFile } from "../support/bundle-file";
import { readCodes } from "../support/codes";
import { expect, test } from "../support/journey";

const ALL_CODES = Array.from({ length: 200 }, (_, n) => n);

function hasRed(picture: PNG): boolean {
  for (let at = 0; at < picture.data.length; at += 4) {
    if (picture.data[at]! > 200 && picture.data[at + 1]! < 50 && picture.data[at + 2]! < 50) return true;
  }
  return false;
}

/** Every picture in the bundle, originals too. */
function pictures(bundle: BundleFile): PNG[] {
  const paths = bundle.paths.filter((path) => path.startsWith("data/exhibits/001/") && path.endsWith(".png"));
  return paths.map((path) => bundle.picture("001", path.slice("data/exhibits/001/".length)));
}

test("while the tab is out of sight nothing is taken, and saving goes on when it is back", async ({
  driven,
  pages,
  downloads,
}) => {
  const other = await driven.openPage(`${pages.origin}/red.html`);
  const page = await driven.openPage(`${pages.origin}/codes.html`);
  await startKeeping(driven, page);
  await untilJob(driven, tilesDone(5));
  await other.bringToFront();
  await untilJob(driven, ({ step }) => step === "paused");
  await page.bringToFront();
  expect(await untilJob(driven, ended)).toMatchObject({ step: "saved", exhibit: 1 });

  const bundle = await BundleFile.read(await handOver(driven, downloads));
  expect(readCodes(bundle.picture("001"))).toEqual(ALL_CODES);
  expect(pictures(bundle).some(hasRed)).toBe(false);
});

test("flipping between tabs never puts another page's pixels into an exhibit", async ({ driven, pages, downloads }) => {
  const other = await driven.openPage(`${pages.origin}/red.html`);
  const page = await driven.openPage(`${pages.origin}/codes.html`);
  await startKeeping(driven, page);
  await untilJob(driven, tilesDone(1));
  for (let flip = 0; flip < 40; flip += 1) {
    await (flip % 2 === 0 ? other : page).bringToFront();
    // Uneven on purpose: some flips fall between two looks, some into the photograph itself.
    await new Promise((resolve) => setTimeout(resolve, (flip * 37) % 140));
  }
  await page.bringToFront();
  expect(await untilJob(driven, ended)).toMatchObject({ step: "saved" });
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  expect(readCodes(bundle.picture("001"))).toEqual(ALL_CODES);
  expect(pictures(bundle).some(hasRed)).toBe(false);
});

/** What an exhibit that ended early is: its first bands, and the reason by name. */
async function expectFirstBands(bundle: BundleFile, why: string) {
  const record = bundle.record("001");
  const screens = { taken: record.picture.tiles, of: 28 };
  expect(record.missing).toContainEqual({ what: "full-page-picture", why, screens });
  expect(record.picture.complete).toBe(false);
  const codes = readCodes(bundle.picture("001"));
  expect(codes.length).toBeGreaterThan(10);
  expect(codes).toEqual(ALL_CODES.slice(0, codes.length));
  expect(pictures(bundle).some(hasRed)).toBe(false);
}

const ENDS = [
  {
    name: "going to another address",
    disturb: async (page: Page, origin: string) => void (await page.goto(`${origin}/red.html`)),
  },
  {
    name: "an address change without loading",
    disturb: async (page: Page) => page.evaluate(() => history.pushState(null, "", "/elsewhere")),
  },
];

for (const { name, disturb } of ENDS) {
  test(`${name} in mid-capture keeps what was taken before, and says so`, async ({ driven, pages, downloads }) => {
    const page = await driven.openPage(`${pages.origin}/codes.html`);
    const popup = await startKeeping(driven, page);
    await untilJob(driven, tilesDone(3));
    await disturb(page, pages.origin);
    const said = await popup.untilText(/Saved as EX-001/);
    expect(said).toContain("The page was left or closed before its end.");
    await expectFirstBands(await BundleFile.read(await handOver(driven, downloads)), "pageLeft");
  });
}

test("closing the tab in mid-capture keeps what was taken before", async ({ driven, pages, downloads }) => {
  const page = await driven.openPage(`${pages.origin}/codes.html`);
  await startKeeping(driven, page);
  await untilJob(driven, tilesDone(3));
  await page.close();
  expect(await untilJob(driven, ended)).toMatchObject({ step: "saved", exhibit: 1 });
  await expectFirstBands(await BundleFile.read(await handOver(driven, downloads)), "pageLeft");
});

test("a window that stays another size is begun anew at that size, and the record says so", async ({
  driven,
  pages,
  downloads,
}) => {
  const page = await driven.openPage(`${pages.origin}/codes.html?bands=56`);
  const popup = await startKeeping(driven, page);
  await popup.untilText(/[2-9] of 8/);
  await page.setViewport({ width: 900, height: 600 });
  await popup.untilText(/Paused[^\0]*The window or the zoom has changed/);
  await popup.untilText(/Begun again: the window or the zoom had changed/);
  await popup.untilText(/Saved as EX-001/, 60_000);
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  expect(readCodes(bundle.picture("001"))).toEqual(ALL_CODES.slice(0, 56));
  const record = bundle.record("001");
  expect(record.interruptions).toEqual([{ what: "windowResized", utc: expect.any(String) }]);
  expect(record).toMatchObject({ picture: { complete: true, widthPx: 900 }, env: { viewport: { widthCss: 900 } } });
});

test("a background that was stopped takes the capture up again by itself, and says so", async ({
  driven,
  pages,
  downloads,
}) => {
  const page = await driven.openPage(`${pages.origin}/codes.html?bands=56`);
  await page.evaluate(() => scrollTo(0, 1234));
  const popup = await startKeeping(driven, page);
  await popup.untilText(/[3-9] of 8/);
  await stopWorkers(page);
  await popup.untilText(/Begun again: the browser had stopped Notes/);
  await popup.untilText(/Saved as EX-001/, 60_000);
  expect(await page.evaluate(() => [scrollY, document.documentElement.getAttribute("style")])).toEqual([1234, null]);
  expect(await storedRows(driven)).toMatchObject({ exhibits: 1, drafts: 0, custody: 1 });
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  expect(readCodes(bundle.picture("001"))).toEqual(ALL_CODES.slice(0, 56));
  expect(bundle.record("001").interruptions).toMatchObject([{ what: "backgroundStopped" }]);
});

test("a background that is stopped again and again gives up, keeps nothing, and says so", async ({ driven, pages }) => {
  const page = await driven.openPage(`${pages.origin}/codes.html`);
  const popup = await startKeeping(driven, page);
  for (let stops = 0; stops < 3; stops += 1) {
    await popup.until("another beginning", async () => {
      const text = await popup.text();
      return stops === 0 ? /\d of 28/.test(text) : /[1-9] of 28[^\0]*Begun again/.test(text);
    });
    await stopWorkers(page);
    if (stops < 2) await popup.untilText(/Measuring the page[^\0]*Begun again/);
  }
  expect(await popup.untilText(/Not saved/)).toContain("The browser stopped Notes several times");
  expect(await storedRows(driven)).toMatchObject({ exhibits: 0, chunks: 0, drafts: 0, custody: 0 });
});

test("the extension updated in mid-capture: the page is put back, nothing is kept, and the next popup says so once", async ({
  driven,
  pages,
}) => {
  const page = await driven.openPage(`${pages.origin}/codes.html?bands=56`);
  await page.evaluate(() => scrollTo(0, 1234));
  const popup = await startKeeping(driven, page);
  await popup.untilText(/[3-9] of 8/);
  await driven.browser.installExtension(BUILD_FOLDER.chromium); // over itself, as an update does
  const other = await driven.openPage(`${pages.origin}/post.html`);
  const told = "While a page was being saved, the browser or Notes was restarted. Nothing of that page was kept.";
  await (await driven.pressToolbarButton(other)).untilText(new RegExp(told));
  const again = await (await driven.pressToolbarButton(page)).untilText(/Save this page/);
  expect(again).not.toContain(told);
  expect(await page.evaluate(() => [scrollY, document.documentElement.getAttribute("style")])).toEqual([1234, null]);
  expect(await storedRows(driven)).toMatchObject({ exhibits: 0, chunks: 0, drafts: 0, custody: 0 });
});
