import { keepPage } from "@/tools/drive/journey";
import { expect, test } from "../support/journey";

test("what an item is about is written beside it and found by it; what happened is written down, stands in order beside the items, and is there again after the page was closed", async ({
  driven,
  pages,
}) => {
  await keepPage(driven, await driven.openPage(`${pages.origin}/post.html`));
  const kept = await driven.openOwnPage("library.html");
  await kept.press("EX-001");
  await kept.fill("Short description", "The path by the weir");
  await kept.fill("Tags", "river, work");
  await kept.press("Keep these notes");
  await kept.untilText(/Your notes on this item are kept./);
  await kept.press("Kept items");
  await kept.untilText(/The path by the weir/);
  await kept.fill("Search", "weir work");
  await kept.untilText(/Items found: 1 of 1/);

  const notes = await driven.openOwnPage("library.html#/account");
  await notes.press("Write down an event");
  await notes.fill("What happened", "A second call");
  await notes.fill("Date and time", "2026-11-20T09:30");
  await notes.press("Keep this entry");
  await notes.untilText(/The entry is kept./);
  await notes.press("Write down an event");
  await notes.fill("What happened", "A letter in the box");
  await notes.pickRadio(/I do not know/);
  await notes.press("Keep this entry");
  await notes.untilText(/A letter in the box/);

  const again = await driven.openOwnPage("library.html#/account");
  await again.untilText(/A letter in the box/);
  const text = await again.text();
  expect(text.indexOf("A second call")).toBeLessThan(text.indexOf("A letter in the box"));
  expect(text).toContain("Time not known");
});
