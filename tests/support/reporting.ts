/** A report about a kept page, and what becomes of it: the same in every browser. */
import type { Page } from "puppeteer-core";
import type { Driven } from "@/tools/drive/driven";
import { keepPage } from "@/tools/drive/journey";
import type { View } from "@/tools/drive/view";
import { expect } from "./journey";

/** Opens everything that is folded away. */
export async function openFolds(view: View): Promise<void> {
  await view.run(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  }, null);
}

/** Keeps the page, reports it from its item without typing its address, and keeps proof of what is there later. */
export async function reportAndLookAgain(driven: Driven, page: Page): Promise<void> {
  expect((await keepPage(driven, page)).label).toBe("EX-001");
  const library = await driven.openOwnPage("library.html");
  await library.press("EX-001");
  await library.press("Write down a report about this item");
  await library.fill("To whom", "A platform");
  await library.press("Keep this");
  await library.untilText(/The report is written down/);
  expect(await library.text()).toContain("/post.html");

  const popup = await driven.pressToolbarButton(page);
  await popup.untilText(/You reported this page to A platform/);
  await popup.press("Keep proof: it is still there");
  const said = await popup.untilText(/Saved as EX-002/);
  expect(said).toContain("It stands beside the report");

  const reports = await driven.openOwnPage("library.html");
  await reports.press("Reports");
  await reports.untilText(/A platform/);
  await openFolds(reports);
  await reports.untilText(/It is still there EX-002/);
  await reports.press("EX-002");
  await reports.untilText(/a later look at: EX-001/);
  await reports.press("EX-001");
  await reports.untilText(/a later look at it: EX-002/);
}
