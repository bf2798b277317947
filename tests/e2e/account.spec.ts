import { keepPage } from "@/tools/drive/journey";
import { expect, test } from "../support/journey";

test("what happened is written down, stands in order beside the items, and is there again after the page was closed", async ({
  driven,
  pages,
}) => {
  await keepPage(driven, await driven.openPage(`${pages.origin}/post.html`));
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
