import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { ROOT } from "@/tools/root";
import { CHANGED_FILE, type HandedOver, handedOver, OpenCheckPage } from "../support/check-page";
import { expect, test } from "../support/journey";

let given: HandedOver;
test.beforeAll(async () => {
  given = await handedOver("chromium");
});
test.afterAll(() => given.remove());

test("opened from the disk and without a network, the page tells an intact package from a changed one", async ({
  driven,
}) => {
  const open = await OpenCheckPage.open(driven.browser, given.checkPage);
  await open.page.setOfflineMode(true);
  expect(await open.choose(given.zip)).toContain("Unchanged since it was made");
  await open.page.reload();
  const said = await open.choose(given.spoiledZip);
  expect(said).toContain("This package is not as it was made");
  expect(said).toMatch(new RegExp(`A file was changed\\.\\s+${CHANGED_FILE}`));
  expect(open.askedElsewhere()).toEqual([]);
});

test("a folder is checked where it is chosen and where it is dropped", async ({ driven }) => {
  const open = await OpenCheckPage.open(driven.browser, given.checkPage);
  const [chooser] = await Promise.all([open.page.waitForFileChooser(), pressByKeyboard(open.page, "Choose a folder")]);
  await chooser.accept([given.unpacked]);
  expect(await open.verdict()).toContain("Unchanged since it was made");
  await open.page.reload();
  await drop(open.page, given.spoiledFolder);
  expect(await open.verdict()).toContain(CHANGED_FILE);
  await open.page.reload();
  await drop(open.page, given.folder); // it holds no one package
  expect(await open.verdict()).toContain("This is not a package");
});

test("the page speaks the reader's language, keeps the accessibility rules and runs nothing but its own script", async ({
  driven,
}) => {
  const open = await OpenCheckPage.open(driven.browser, given.checkPage);
  await open.choose(given.spoiledZip);
  await open.page.select("select", "zh-Hant");
  await open.page.waitForFunction(() => document.body.innerText.includes("此檔案包與製作時不同"));
  expect(await open.page.evaluate(() => document.documentElement.lang)).toBe("zh-Hant");
  expect(await axeFindings(open.page)).toEqual([]);
  const ran = await open.page.evaluate(async () => {
    const refused = new Promise((resolve) => document.addEventListener("securitypolicyviolation", resolve));
    const script = document.createElement("script");
    script.append("window.ran = true");
    document.body.append(script);
    await refused;
    return "ran" in window;
  });
  expect(ran).toBe(false);
});

/** Tabs to the button and presses Enter, as one does without a mouse. */
async function pressByKeyboard(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(() => document.activeElement?.textContent)) === name) return page.keyboard.press("Enter");
  }
  throw new Error(`the keyboard does not lead to “${name}”`);
}

async function drop(page: Page, path: string): Promise<void> {
  const box = await (await page.$(".drop"))!.boundingBox();
  const session = await page.createCDPSession();
  const at = { x: box!.x + 20, y: box!.y + 20, data: { items: [], files: [path], dragOperationsMask: 1 } };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, ...at });
  }
}

async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8"));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    return (await axe.run(document)).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
  });
}
