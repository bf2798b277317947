import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { handOver, keepPage, startKeeping } from "@/tools/drive/journey";
import { type Served, serveFolder } from "@/tools/serve";
import { tilesDone, untilJob } from "../support/background";
import { BundleFile } from "../support/bundle-file";
import { readRowCodes } from "../support/codes";
import { expect, test } from "../support/journey";

let inner: Served;
test.beforeAll(async () => {
  inner = await serveFolder(join(import.meta.dirname, "..", "fixtures", "inner"));
});
test.afterAll(() => inner.close());

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

/** What is seen in the middle of the box, and all else that a capture could change. */
const stateOf = (page: Page, box: string) =>
  page.$eval(box, (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    return {
      seen: seen?.textContent,
      topCss: seen?.getBoundingClientRect().top ?? 0,
      styles: Array.from(document.querySelectorAll("*"), (one) => one.getAttribute("style")).filter(Boolean),
      paused: document.getAnimations().filter(({ playState }) => playState === "paused").length,
    };
  });

type State = Awaited<ReturnType<typeof stateOf>>;

/** Rows may be fractions of a pixel high, and places to scroll to are whole. @param before `styles` of `null`: the page's own. */
function expectAsBefore(
  after: State,
  before: Omit<State, "styles"> & { styles: State["styles"] | null },
  what = "",
): void {
  const { topCss, styles, ...rest } = before;
  expect(after, what).toMatchObject(rest);
  expect(Math.abs(after.topCss - topCss), what).toBeLessThanOrEqual(1);
  // A chat that keeps only what is in sight sets the styles of its rows itself.
  if (styles) expect(after.styles, what).toEqual(styles);
}

/** A page with the element that scrolls in it, and the numbers of all its messages. */
type InnerPage = [name: string, box: string, codes: number[]];

/** Looked at only where TIDEMARK_EVERY_PAGE is set: the post in a dialog is whole in a test below, too. */
const FURTHER_PAGES: InnerPage[] = [
  ["chat-turned", ".chat", numbers(0, 30)],
  ["modal-post", ".comments", numbers(0, 29)],
];
const PAGES: InnerPage[] = [
  ["chat-reverse", ".chat", numbers(0, 45)],
  ["chat-virtual", ".chat", numbers(0, 69)],
  ["chat-grows", ".chat", numbers(0, 74)],
  ["mail-pane", "main", numbers(0, 29)],
  ["shadow-thread", "x-thread", numbers(0, 24)],
  ...(process.env["TIDEMARK_EVERY_PAGE"] ? FURTHER_PAGES : []),
];

test("a conversation is one picture with every message once, in order, and the page stands as before", async ({
  driven,
  downloads,
}) => {
  for (const [name, box] of PAGES) {
    const page = await driven.openPage(`${inner.origin}/${name}.html`);
    const before = await stateOf(page, box);
    expect((await keepPage(driven, page)).label, name).not.toBeNull();
    expectAsBefore(await stateOf(page, box), name === "chat-virtual" ? { ...before, styles: null } : before, name);
  }
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  for (const [n, [name, , codes]] of PAGES.entries()) {
    const folder = String(n + 1).padStart(3, "0");
    const record = bundle.record(folder);
    expect(readRowCodes(bundle.picture(folder)), name).toEqual(codes);
    expect({ scope: record.scope, complete: record.picture.complete }, name).toEqual({
      scope: "conversation",
      complete: true,
    });
    expect(record.seams.filter(({ how }) => how === "unsure")).toEqual([]);
    for (const { file } of record.seams) expect(bundle.paths).toContain(`data/exhibits/${folder}/${file}`);
  }
});

test("rows that repeat are joined where the page says, and that is in the record", async ({ driven, downloads }) => {
  const page = await driven.openPage(`${inner.origin}/repeating.html`);
  await keepPage(driven, page);
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  expect(readRowCodes(bundle.picture("001"))).toEqual(Array(60).fill(5));
  expect(new Set(bundle.record("001").seams.flatMap(({ how }) => how ?? []))).toEqual(new Set(["offset"]));
});

test("parts that fit nowhere are kept whole with a bar between them, and that is said", async ({
  driven,
  downloads,
}) => {
  const kept = await keepPage(driven, await driven.openPage(`${inner.origin}/restless.html`));
  expect(kept.said).toContain("Some parts could not be fitted together for certain.");
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  const { seams, picture, missing } = bundle.record("001");
  expect(missing).toContainEqual({ what: "whole-conversation", why: "partsNotFitted" });
  expect(picture.complete).toBe(false);
  const png = bundle.picture("001");
  const unsure = seams.filter(({ how }) => how === "unsure");
  expect(unsure.length).toBeGreaterThan(0);
  for (const { xPx, yPx } of unsure) {
    const above = ((yPx - 8) * png.width + xPx + 20) * 4;
    expect([...png.data.subarray(above, above + 3)]).toEqual([0x8a, 0x8f, 0x8d]);
  }
});

test("what has no end is taken up to the limit that is set, with what was in view, and the item says so", async ({
  driven,
  downloads,
}) => {
  const settings = await driven.openOwnPage("library.html#/settings");
  await settings.fill("Screens at most", "5");
  await settings.untilText(/It holds from the next page on/);

  const page = await driven.openPage(`${inner.origin}/chat-grows.html?endless`);
  const kept = await keepPage(driven, page);
  expect(kept.said).toContain("It is longer than what is taken at most.");
  expect(kept.said).toMatch(/Taken: [56] of about \d+ screens\./);
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  const codes = readRowCodes(bundle.picture("001")).slice(1);
  expect(codes.at(-1)).toBe(4014);
  expect(codes).toEqual(numbers(4014 - codes.length + 1, 4014));
  expect(bundle.record("001").picture.complete).toBe(false);
});

test("stopped in the middle of a conversation, what was taken is kept and labelled", async ({ driven, downloads }) => {
  const page = await driven.openPage(`${inner.origin}/chat-reverse.html`);
  const before = await stateOf(page, ".chat");
  const popup = await startKeeping(driven, page);
  await untilJob(driven, tilesDone(2));
  await popup.press("Stop and keep what is there");
  const said = await popup.untilText(/Saved as EX-001/);
  expect(said).toContain("You stopped before the end");
  expect(said).toMatch(/Taken: \d of about 4 screens\./);
  expectAsBefore(await stateOf(page, ".chat"), before);
  const codes = readRowCodes((await BundleFile.read(await handOver(driven, downloads))).picture("001"));
  expect(codes.slice(0, 15)).toEqual(numbers(0, 14));
  expect(codes.length).toBeLessThan(46);
});

test("left in the middle of a conversation, what was taken is kept and labelled", async ({ driven, downloads }) => {
  const page = await driven.openPage(`${inner.origin}/chat-virtual.html`);
  const popup = await startKeeping(driven, page);
  await untilJob(driven, tilesDone(3));
  await page.goto(`${inner.origin}/repeating.html`);
  await popup.untilText(/Saved as EX-001/);
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  const { missing, picture } = bundle.record("001");
  expect(missing[0]).toMatchObject({ what: "whole-conversation", why: "pageLeft", screens: { taken: 2 } });
  expect(picture.complete).toBe(false);
  const codes = readRowCodes(bundle.picture("001"));
  expect(codes.slice(0, -1)).toEqual(numbers(0, codes.length - 2));
});

test("the view or the whole page can be chosen instead, with pictures covered too", async ({ driven, downloads }) => {
  const page = await driven.openPage(`${inner.origin}/modal-post.html`);
  const covered = "Save with pictures covered";
  await keepPage(driven, page, "Save this page", "This view");
  await keepPage(driven, page, "Save this page", "Whole page");
  await keepPage(driven, page, covered, "This conversation");
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  const [view, whole, conversation] = ["001", "002", "003"].map((folder) => bundle.record(folder));
  expect(view).toMatchObject({ scope: "view", picture: { file: "original/viewport.png", complete: true } });
  expect(whole).toMatchObject({ scope: "page", pictures: "as shown", picture: { complete: false } });
  expect(whole!.missing[0]).toMatchObject({ what: "full-page-picture", why: "scrollsInside" });
  expect(conversation).toMatchObject({ scope: "conversation", pictures: "covered", picture: { complete: true } });
  expect(readRowCodes(bundle.picture("003"))).toEqual(numbers(0, 29));
});
