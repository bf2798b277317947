import { keepPage } from "@/tools/drive/journey";
import { expect, test } from "../support/journey";
import { openMadeUp } from "../support/made-up-page";

test("the popup shows what the page says, and “not found” for what it does not", async ({ driven, pages }) => {
  const post = await driven.pressToolbarButton(await driven.openPage(`${pages.origin}/post.html`));
  const found = await post.untilText(/Save this page/);
  expect(found).toContain("harbour_walks");
  expect(found).toContain("2 Mar 2026 at 14:05");
  expect(found).toContain("/post.html");
  const plain = await driven.pressToolbarButton(await driven.openPage(`${pages.origin}/codes.html`));
  expect(await plain.untilText(/Save this page/)).toContain("not found");
});

test("a page is kept with the keyboard alone", async ({ driven, pages }) => {
  const popup = await driven.pressToolbarButton(await driven.openPage(`${pages.origin}/post.html`));
  await popup.untilText(/Save this page/);
  await popup.until("focus on the main button", () =>
    popup.run(() => document.activeElement?.textContent === "Save this page", null),
  );
  await popup.type("Enter");
  await popup.untilText(/Saved as EX-001/);
  expect(await popup.announced()).toContain("Saved as EX-001");
});

test("a browser page cannot be saved, and the popup says what to do instead", async ({ driven }) => {
  const popup = await driven.pressToolbarButton(await driven.openPage("chrome://version"));
  expect(await popup.untilText(/cannot be saved/)).toContain("Open the post itself in an ordinary tab");
});

test("a second page gets the next number, and both stand in the library, newest first", async ({ driven, pages }) => {
  const page = await driven.openPage(`${pages.origin}/post.html`);
  await keepPage(driven, page);
  expect((await keepPage(driven, await driven.openPage(`${pages.origin}/lived-in.html`))).label).toBe("EX-002");
  const library = await driven.openOwnPage("library.html");
  const text = await library.untilText(/EX-001/);
  expect(text.indexOf("EX-002")).toBeLessThan(text.indexOf("EX-001"));
});

test("“Report this” opens the platform's own form in a new tab; that it was sent is written down with one press", async ({
  driven,
}) => {
  const page = await openMadeUp(driven, "https://www.reddit.com/r/harbours/comments/1abcde/tides/");
  const popup = await driven.pressToolbarButton(page);
  await popup.untilText(/Reddit/);
  await popup.pressAndGo("Report this");
  const opened = await driven.browser.waitForTarget(
    (target) => target.url().startsWith("https://") && target.url() !== page.url(),
  );
  expect(new URL(opened.url()).hostname).toMatch(/(^|\.)reddit(help)?\.com$/);

  const again = await driven.pressToolbarButton(page);
  await again.press("I have sent it");
  await again.untilText(/The report is written down/);
  const library = await driven.openOwnPage("library.html#/reports");
  expect(await library.untilText(/No answer yet/)).toMatch(/Reddit[\s\S]*\/r\/harbours\/comments\/1abcde\/tides\//);
});

for (const [language, shown, words] of [
  ["zh-TW", "zh-Hant", /儲存此頁/],
  ["zh-CN", "zh-Hans", /保存此页/],
  ["ar", "ar", /حفظ هذه الصفحة/],
] as const) {
  test.describe(`in a browser that speaks ${language}`, () => {
    test.use({ driveOptions: { language } });

    test("the popup speaks it", async ({ driven, pages }) => {
      const popup = await driven.pressToolbarButton(await driven.openPage(`${pages.origin}/post.html`));
      await popup.untilText(words);
      const { lang, dir } = await popup.run(() => {
        const { lang, dir } = document.documentElement;
        return { lang, dir };
      }, null);
      expect({ lang, dir }).toEqual({ lang: shown, dir: shown === "ar" ? "rtl" : "ltr" });
    });
  });
}

test.describe("on plain http, as a page that is no secure context", () => {
  test.use({ driveOptions: { hostRules: "MAP harbour.example 127.0.0.1" } });

  test("a page is kept", async ({ driven, pages }) => {
    const page = await driven.openPage(`${pages.origin.replace("127.0.0.1", "harbour.example")}/post.html`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    expect((await keepPage(driven, page)).label).toBe("EX-001");
  });
});

test("a PDF in the browser's own viewer cannot be saved, and the popup says what to do instead", async ({
  driven,
  pages,
}) => {
  const popup = await driven.pressToolbarButton(await driven.openPage(`${pages.origin}/leaflet.pdf`));
  expect(await popup.untilText(/cannot be saved/)).toContain("keep the file itself");
});
