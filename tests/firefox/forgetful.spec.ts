import { expect, test } from "../support/journey";

test.use({ driveOptions: { alwaysPrivate: true } });

test("a Firefox that never remembers history is told apart before anything is saved, and nothing is said to be kept", async ({
  driven,
  pages,
}) => {
  const popup = await driven.pressToolbarButton(await driven.openPage(`${pages.origin}/post.html`));
  const said = await popup.untilText(/never to remember history/);
  expect(said).not.toMatch(/Save this page/);
  const library = await driven.openOwnPage("library.html");
  const shut = await library.untilText(/Notes cannot be opened in a private window/);
  expect(shut).not.toMatch(/Bring in files|Record the screen/);
});
