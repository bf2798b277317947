import type { Page } from "puppeteer-core";
import { keepPage, startKeeping } from "@/tools/drive/journey";
import { stopWorkers, tilesDone, untilJob } from "../support/background";
import { expect, test } from "../support/journey";

/** All of the page that a capture touches, and more. */
function stateOf(page: Page) {
  return page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>("#field")!;
    return {
      html: document.documentElement.outerHTML,
      style: document.documentElement.getAttribute("style"),
      scroll: [scrollX, scrollY],
      focused: document.activeElement?.id,
      selection: [field.selectionStart, field.selectionEnd],
      animations: document.getAnimations().map((animation) => animation.playState),
      height: document.documentElement.scrollHeight,
    };
  });
}

async function livedIn(open: (url: string) => Promise<Page>, origin: string): Promise<Page> {
  const page = await open(`${origin}/lived-in.html`);
  await page.evaluate(() => {
    scrollTo({ top: 850, behavior: "instant" });
    const field = document.querySelector<HTMLInputElement>("#field")!;
    field.focus({ preventScroll: true });
    field.setSelectionRange(2, 6);
  });
  return page;
}

test("the page stands as it did before it was kept", async ({ driven, pages }) => {
  const page = await livedIn((url) => driven.openPage(url), pages.origin);
  const before = await stateOf(page);
  expect((await keepPage(driven, page)).label).toBe("EX-001");
  expect(await stateOf(page)).toEqual(before);
});

test("what was taken is kept when saving is stopped, and the page stands as it did before", async ({
  driven,
  pages,
}) => {
  const page = await livedIn((url) => driven.openPage(url), pages.origin);
  const before = await stateOf(page);
  const popup = await startKeeping(driven, page);
  await untilJob(driven, tilesDone(2));
  await popup.press("Stop and keep what is there");
  expect(await popup.untilText(/Saved as EX-001/)).toContain("You stopped before the end of the page.");
  expect(await stateOf(page)).toEqual(before);
});

test("the page is as it was when the background was stopped in mid-capture", async ({ driven, pages }) => {
  const page = await livedIn((url) => driven.openPage(url), pages.origin);
  const before = await stateOf(page);
  const popup = await startKeeping(driven, page);
  await popup.untilText(/[2-9] of \d/);
  expect((await stateOf(page)).style).not.toBe(before.style);
  await stopWorkers(page);
  await popup.untilText(/Saved as EX-001/, 60_000);
  expect(await stateOf(page)).toEqual(before);
});
