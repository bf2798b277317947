import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PNG } from "pngjs";
import type { Page } from "puppeteer-core";
import { checkBundle } from "@/tools/check-bundle";
import { handOver, keepPage } from "@/tools/drive/journey";
import { allowWholePage } from "../support/background";
import { BundleFile } from "../support/bundle-file";
import { type CountingServer, countingServer, PICTURE_COLOUR } from "../support/counting-server";
import { expect, test } from "../support/journey";
import { partsOf } from "../support/mhtml";
import { privateIn } from "../support/nothing-private";

const FILE = "data/exhibits/001/derived/page.mhtml";

/** What somebody sees of it, above the frames. */
async function seen(page: Page): Promise<PNG> {
  await page.bringToFront();
  await page.setViewport({ width: 800, height: 600 });
  const picture = PNG.sync.read(Buffer.from(await page.screenshot()));
  await page.setViewport(null);
  return picture;
}

function differing(one: PNG, other: PNG): number {
  let differing = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    if (one.data.readUIntBE(at, 3) !== other.data.readUIntBE(at, 3)) differing += 1;
  }
  return differing / (one.data.length / 4);
}

function pixels({ data }: PNG, [r, g, b]: readonly number[]): number {
  let found = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] === r && data[at + 1] === g && data[at + 2] === b) found += 1;
  }
  return found;
}

let server: CountingServer;
test.beforeEach(async () => {
  server = await countingServer();
});
test.afterEach(() => server.close());

async function typedPage(open: (url: string) => Promise<Page>): Promise<{ page: Page; mhtml: string }> {
  const page = await open(`${server.origin}/whole-page.html`);
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>("#made img")?.complete);
  await page.type("#reply", ["canary", "reply", "8317q"].join("-"));
  const session = await page.createCDPSession();
  const { data: mhtml } = await session.send("Page.captureSnapshot", { format: "mhtml" });
  expect(mhtml).toContain("canary"); // the browser's own file is not fit to be kept
  return { page, mhtml };
}

test("a whole-page file opens without a connection, looks as the page did and holds nothing private", async ({
  driven,
  downloads,
}) => {
  const { page, mhtml } = await typedPage((url) => driven.openPage(url));
  await allowWholePage(driven, mhtml);
  const requests = [...server.requests];
  expect((await keepPage(driven, page)).label).toBe("EX-001");
  expect(server.requests).toEqual(requests);

  const path = await handOver(driven, downloads);
  expect(await checkBundle(path)).toMatchObject({ kind: "checked", intact: true });
  const bundle = await BundleFile.read(path);
  const record = bundle.record("001");
  expect(record.files.find((file) => file.path === "derived/page.mhtml")).toMatchObject({
    role: "derived",
    op: "whole-page",
    from: ["original/page.dom.html.txt"],
    mime: "multipart/related",
  });
  expect(record.missing.map(({ what }) => what)).not.toContain("whole-page-file");
  const { leftOut } = record.wholePage!;
  expect(leftOut.frames.sort()).toEqual(["", `${server.origin}/whole-page-frame.html`]);
  expect(leftOut.withPrivate).toBe(1); // the picture with the cookie in its address
  expect(privateIn(bundle)).toEqual([]);
  const parts = partsOf(bundle.bytes(FILE));
  for (const { bytes } of parts) expect(bytes.toString("latin1")).not.toContain("canary");
  expect(parts.map(({ headers }) => headers["Content-Location"]!.replace(server.origin, "")).sort()).toEqual([
    "/count/back.png",
    "/count/chosen.png",
    "/count/plain.png",
    "/count/shadow.png",
    "/whole-page.css",
    "/whole-page.html",
    expect.stringMatching(/^cid:[\w-]{36}@blob\.invalid$/),
  ]);

  const before = await seen(page);
  await server.close();
  const file = join(downloads, "page.mhtml");
  await writeFile(file, bundle.bytes(FILE));
  const opened = await driven.openPage(`file://${file}`);
  expect(await opened.title()).toBe("整頁 — a post by Ash");
  const after = await seen(opened);
  expect(pixels(after, PICTURE_COLOUR)).toBe(pixels(before, PICTURE_COLOUR));
  expect(pixels(after, PICTURE_COLOUR)).toBe(120 * 60 * 2 + 180 * 60 + 60 * 30 * 2);
  expect(differing(before, after)).toBeLessThan(0.001);

  const library = await driven.openOwnPage("library.html");
  await library.untilText(/EX-001/);
  await library.press("EX-001");
  expect(await library.untilText(/Whole-page file/)).toContain("derived/page.mhtml");
});

test("no whole-page file is made when pictures are covered", async ({ driven, downloads }) => {
  const { page, mhtml } = await typedPage((url) => driven.openPage(url));
  await allowWholePage(driven, mhtml);
  expect((await keepPage(driven, page, "Save with pictures covered")).label).toBe("EX-001");
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  expect(bundle.paths).not.toContain(FILE);
  expect(bundle.record("001").wholePage).toBeUndefined();
});

test("a browser's file that cannot be read ends no capture, and the item says that it lacks it", async ({ driven }) => {
  const { page, mhtml } = await typedPage((url) => driven.openPage(url));
  await allowWholePage(driven, mhtml.slice(0, -40));
  const kept = await keepPage(driven, page);
  expect(kept.label).toBe("EX-001");
  expect(kept.said).toContain("Its whole-page file");
  expect(kept.said).toContain("The browser gave no file of the page that could be used.");
});
