import type { Page } from "puppeteer-core";
import { handOver, keepPage, startKeeping } from "@/tools/drive/journey";
import { stopWorkers, storedRows, tilesDone, untilJob } from "../support/background";
import { BundleFile } from "../support/bundle-file";
import { expect, test } from "../support/journey";
import { coloursIn, findColour, pictureWordsIn } from "../support/one-colour";

const COVERED = "Save with pictures covered";

/** Where every word lies, measured from the page's own corner. */
function places(page: Page) {
  return page.evaluate(() => {
    const origin = document.documentElement.getBoundingClientRect();
    return Array.from(document.querySelectorAll("[data-marker]"), (marker) => {
      const { left, top, width, height } = marker.getBoundingClientRect();
      const at = [left - origin.left, top - origin.top, width, height].map((value) => Math.round(value * 10) / 10);
      return `${marker.textContent}: ${at.join(" ")}`;
    });
  });
}

/** How pictures are drawn now, and what of ours could be left on the page. */
function looks(page: Page) {
  return page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    animations: document.getAnimations().length,
    styles: Array.from(document.querySelectorAll("*"), (element) => {
      const { objectPosition, backgroundSize, backgroundColor, filter, visibility, transitionDuration } =
        getComputedStyle(element);
      return [objectPosition, backgroundSize, backgroundColor, filter, visibility, transitionDuration].join();
    }),
  }));
}

test("no picture of any kind is in what was saved, and every word is where it was", async ({
  driven,
  pages,
  downloads,
}) => {
  const page = await driven.openPage(`${pages.origin}/pictures.html`);
  const shown = Buffer.from(await page.screenshot({ fullPage: true }));
  const { PNG } = await import("pngjs");
  expect(findColour(PNG.sync.read(shown)).exact).toBeGreaterThan(50_000);
  const before = await places(page);

  const popup = await startKeeping(driven, page, COVERED);
  await untilJob(driven, tilesDone(2));
  expect(await places(page)).toEqual(before);
  await popup.untilText(/Saved as EX-001/, 120_000);

  const bundle = await BundleFile.read(await handOver(driven, downloads));
  expect(coloursIn(bundle)).toEqual({});
  expect(pictureWordsIn(bundle)).toEqual([]);
  const record = bundle.record("001");
  expect(record.pictures).toBe("covered");
  expect(record.picture.complete).toBe(true);
  expect(record.actions[0]).toEqual({ act: "cover-pictures", detail: expect.stringMatching(/^\d{2,}$/) });
  expect(record.actions.at(-1)).toEqual({ act: "uncover-pictures" });
  expect(bundle.text("data/custody/custody.jsonl")).toContain('"pictures":"covered"');
  expect(bundle.text("data/exhibits/001/original/page.dom.html.txt")).toContain("Words on a picture");
  const library = await driven.openOwnPage("library.html");
  expect(await library.untilText(/EX-001/)).toContain("Pictures covered when saved");
});

test("a page that fights for its pictures is saved without them, or not at all", async ({
  driven,
  pages,
  downloads,
}) => {
  const page = await driven.openPage(`${pages.origin}/pictures.html?fights`);
  const kept = await keepPage(driven, page, COVERED);
  if (kept.label === null) {
    expect(kept.said).toContain("It was not certain that every picture was covered");
    expect(await storedRows(driven)).toMatchObject({ exhibits: 0, chunks: 0, drafts: 0 });
    return;
  }
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  expect(coloursIn(bundle)).toEqual({});
  expect(pictureWordsIn(bundle)).toEqual([]);
});

test("afterwards the page is exactly as it was", async ({ driven, pages }) => {
  const page = await driven.openPage(`${pages.origin}/pictures.html?still`);
  await page.evaluate(() => scrollTo(0, 1500));
  await page.screenshot(); // what is lazy has come by then
  const [before, shown] = [await looks(page), Buffer.from(await page.screenshot())];
  expect((await keepPage(driven, page, COVERED)).label).toBe("EX-001");
  expect(await looks(page)).toEqual(before);
  expect(shown.equals(Buffer.from(await page.screenshot()))).toBe(true);
});

test("the page is uncovered when saving is stopped", async ({ driven, pages }) => {
  const page = await driven.openPage(`${pages.origin}/pictures.html?still`);
  const before = await looks(page);
  const popup = await startKeeping(driven, page, COVERED);
  await untilJob(driven, tilesDone(1));
  expect((await looks(page)).styles).not.toEqual(before.styles);
  await popup.press("Stop and keep what is there");
  await popup.untilText(/Saved as EX-001/);
  expect(await looks(page)).toEqual(before);
});

test("the page is uncovered when the background was stopped, before it goes on and after", async ({
  driven,
  pages,
}) => {
  const page = await driven.openPage(`${pages.origin}/pictures.html?still`);
  const before = await looks(page);
  const popup = await startKeeping(driven, page, COVERED);
  await popup.untilText(/[1-9] of \d/);
  await stopWorkers(page);
  await popup.untilText(/Begun again/);
  await popup.untilText(/Saved as EX-001/, 60_000);
  expect(await looks(page)).toEqual(before);
});

test("the page is uncovered when the extension is taken away in mid-capture", async ({ driven, pages }) => {
  const page = await driven.openPage(`${pages.origin}/pictures.html?still`);
  const drawn = async () => Buffer.from(await page.screenshot()).toString("base64");
  const [before, { html }] = [await drawn(), await looks(page)];
  await startKeeping(driven, page, COVERED);
  await untilJob(driven, tilesDone(1));
  await driven.browser.uninstallExtension((await driven.browser.extensions()).keys().next().value!);
  await expect.poll(drawn).toBe(before);
  // Pictures of its own has this page's root; that they come back leaves one attribute of a random name.
  expect((await looks(page)).html.replace(/ c[0-9a-f]{32}=""/, "")).toBe(html);
});
