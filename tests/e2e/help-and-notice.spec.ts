import { keepPage } from "@/tools/drive/journey";
import { lock, setPassphrase, unlock } from "@/tools/drive/passphrase";
import type { View } from "@/tools/drive/view";
import { expect, test } from "../support/journey";

const PASSPHRASE = "heather anchor plural 62 copper";

test("help is two clicks from the toolbar while locked, and a notice is filled from a kept item after unlocking", async ({
  driven,
  pages,
}) => {
  const address = `${pages.origin}/post.html`;
  const page = await driven.openPage(address);
  await keepPage(driven, page);
  const library = await driven.openOwnPage("library.html");
  await setPassphrase(library, PASSPHRASE);
  await lock(library);

  const popup = await driven.pressToolbarButton(page);
  await popup.pressAndGo("Get help");
  await driven.browser.waitForTarget((target) => target.url().endsWith("/library.html#/help"));
  await library.press("Get help");
  await choose(library, "Place", "HK");
  const help = await library.untilText(/RainLily/);
  expect(help).toContain("+852 2375 5322");
  expect(help).toContain("call 999");
  expect(help).not.toMatch(/EX-\d|Kept items/);
  await library.press("Unlock");
  await unlock(library, PASSPHRASE);

  await library.press("EX-001");
  await library.press("Write a notice about this item");
  await library.untilText(/What it has to say/);
  await choose(library, "Which notice", "us-take-it-down");
  await library.untilText(/47 U\.S\.C\. 223a/);
  const text = await library.run(() => document.querySelector("textarea")?.value ?? "", null);
  expect(text).toContain(`1. ${address}`);
  expect(text).toContain("Account: harbour_walks");
  expect(text).toMatch(/Seen and kept: \d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC/);
  expect(await library.text()).toMatch(/None found/);
});

/** Chooses from the list of that label. */
async function choose(view: View, label: string, code: string): Promise<void> {
  await view.until(`a list “${label}”`, () => view.run(chooseLabelled, { label, code }));
}

/** Runs in the page. */
function chooseLabelled({ label, code }: { label: string; code: string }): boolean {
  const list = Array.from(document.querySelectorAll("select")).find(({ labels }) => labels[0]?.textContent === label);
  if (list === undefined) return false;
  list.value = code;
  list.dispatchEvent(new Event("change", { bubbles: true }));
  return list.value === code;
}
