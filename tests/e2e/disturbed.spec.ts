import type { PNG } from "pngjs";
import type { Page } from "puppeteer-core";
import { handOver, keepPage, startKeeping } from "@/tools/drive/journey";
import { ended, stopBackground, storedRows, tilesDone, untilJob } from "../support/background";
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

const ENDS = [
  {
    name: "going to another address",
    words: /went to another address/,
    disturb: async (page: Page, origin: string) => void (await page.goto(`${origin}/red.html`)),
  },
  {
    name: "an address change without loading",
    words: /went to another address/,
    disturb: async (page: Page) => page.evaluate(() => history.pushState(null, "", "/elsewhere")),
  },
  {
    name: "another zoom",
    words: /window or the zoom changed/,
    disturb: async (page: Page) => {
      const session = await page.createCDPSession();
      await session.send("Emulation.setDeviceMetricsOverride", {
        width: 900,
        height: 600,
        deviceScaleFactor: 2,
        mobile: false,
      });
    },
  },
];

for (const { name, words, disturb } of ENDS) {
  test(`${name} in mid-capture ends it, says why and keeps nothing`, async ({ driven, pages }) => {
    const page = await driven.openPage(`${pages.origin}/codes.html`);
    const popup = await startKeeping(driven, page);
    await untilJob(driven, tilesDone(3));
    await disturb(page, pages.origin);
    expect(await popup.untilText(/Not saved/)).toMatch(words);
    expect(await storedRows(driven)).toMatchObject({ exhibits: 0, chunks: 0, drafts: 0, custody: 0 });
  });
}

test("closing the tab in mid-capture ends it and keeps nothing", async ({ driven, pages }) => {
  const page = await driven.openPage(`${pages.origin}/codes.html`);
  await startKeeping(driven, page);
  await untilJob(driven, tilesDone(3));
  await page.close();
  expect(await untilJob(driven, ended)).toEqual({ step: "failed", failure: "tabClosed" });
  expect(await storedRows(driven)).toMatchObject({ exhibits: 0, chunks: 0, drafts: 0, custody: 0 });
});

test("a background that was killed leaves no half exhibit, and the next one is EX-001", async ({ driven, pages }) => {
  const page = await driven.openPage(`${pages.origin}/codes.html`);
  await startKeeping(driven, page);
  await untilJob(driven, tilesDone(4));
  await stopBackground(driven);
  const post = await driven.openPage(`${pages.origin}/post.html`);
  expect((await keepPage(driven, post)).label).toBe("EX-001");
  expect(await storedRows(driven)).toMatchObject({ exhibits: 1, drafts: 0, custody: 1 });
});
