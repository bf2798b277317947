import { setPassphrase } from "@/tools/drive/passphrase";
import { expect, test } from "../support/journey";

const PASSPHRASE = "heather anchor plural 62 copper";

test("another neutral name stands in the toolbar, on the tab and in the popup", async ({ driven, pages }) => {
  const page = await driven.openPage(`${pages.origin}/post.html`);
  const library = await driven.openOwnPage("library.html#/settings");
  await library.pickRadio(/^Planner$/);
  await library.until("the tab's new name", () => library.run(() => document.title === "Planner", null));
  expect(await library.run(() => document.querySelector("header p")!.textContent, null)).toBe("Planner");
  await library.until("the button's new name", () =>
    library.run(async () => {
      type Api = { chrome: { action: { getTitle(of: object): Promise<string> } } };
      return (await (globalThis as unknown as Api).chrome.action.getTitle({})) === "Planner";
    }, null),
  );
  const popup = await driven.pressToolbarButton(page);
  await popup.untilText(/Save this page/);
  expect(await popup.run(() => [document.title, document.querySelector("h1")!.textContent], null)).toEqual([
    "Planner",
    "Planner",
  ]);
});

test("while locked a notepad stands in front, and works; the passphrase in its search opens the notes", async ({
  driven,
}) => {
  const library = await driven.openOwnPage("library.html");
  await setPassphrase(library, PASSPHRASE);
  await library.press("Put a notepad in front");
  await library.untilText(/A notepad is in front/);
  await library.pressAndGo("Lock");

  const pad = await driven.openOwnPage("library.html#/item/0b5e1c52-0c4f-4c58-9a4a-3d3f0a1f7a01");
  await pad.until("the notepad", () => pad.run(() => document.querySelector("textarea") !== null, null));
  expect(await pad.text()).not.toMatch(/lock|passphrase|Leave|kept/i);
  await pad.fill("Text", "Milk, bread, stamps");
  await pad.fill("Find", "bread");
  await pad.press("Find");
  await pad.untilText(/Found/);
  await pad.fill("Find", "not the passphrase");
  await pad.press("Find");
  await pad.untilText(/Not found/);

  const again = await driven.openOwnPage("library.html");
  await again.until("the text that was written", () =>
    again.run(() => document.querySelector("textarea")?.value === "Milk, bread, stamps", null),
  );
  await again.fill("Find", PASSPHRASE);
  await again.press("Find");
  await again.untilText(/Kept items/);

  await again.pressAndGo("Lock");
  const door = await driven.openOwnPage("library.html#/unlock");
  await door.untilText(/Your notes are locked/);
});
