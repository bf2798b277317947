import { keepPage } from "@/tools/drive/journey";
import { expect, test } from "../support/journey";

test("before anything is kept, one page asks for whom it is; what it is changes what the popup offers first", async ({
  driven,
  pages,
}) => {
  const page = await driven.openPage(`${pages.origin}/post.html`);
  const before = await driven.pressToolbarButton(page);
  expect(await before.untilText(/Save this page/)).toContain("Read this first");
  await before.closeItself();

  const library = await driven.openOwnPage("library.html");
  expect(await library.untilText(/Who is this for\?/)).toContain("may be safer");
  await library.press("For someone else");
  await library.untilText(/Did they agree\?/);
  await library.press("I do not know");
  await library.untilText(/This is noted/);

  const popup = await driven.pressToolbarButton(page);
  const said = await popup.untilText(/Save this page/);
  expect(said).not.toContain("Read this first");
  expect(said.indexOf("Save with pictures covered")).toBeLessThan(said.indexOf("Save this page"));
});

test("a second case has numbers of its own, is named in the popup, and is left again", async ({ driven, pages }) => {
  await keepPage(driven, await driven.openPage(`${pages.origin}/post.html`));
  const library = await driven.openOwnPage("library.html#/cases");
  await library.press("Begin a new case");
  await library.fill("Name of the case", "For Sam");
  await library.pickRadio(/^For me$/);
  await library.press("Begin this case");
  await library.untilText(/The new case is begun/);

  const page = await driven.openPage(`${pages.origin}/codes.html`);
  const popup = await driven.pressToolbarButton(page);
  expect(await popup.untilText(/Save this page/)).toContain("Goes into: For Sam");
  await popup.closeItself();
  expect((await keepPage(driven, page)).label).toBe("EX-001");

  const again = await driven.openOwnPage("library.html#/cases");
  await again.untilText(/Case without a name/);
  await again.press("Put new items in here");
  await again.untilText(/New items go into this case now/);
  expect((await keepPage(driven, await driven.openPage(`${pages.origin}/post.html`))).label).toBe("EX-002");
});
