import { openAsBlob } from "node:fs";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { handOver, keepPage } from "@/tools/drive/journey";
import { BundleFile } from "../support/bundle-file";
import { readCodes } from "../support/codes";
import { expect, test } from "../support/journey";

test("a page is kept with two presses and leaves as a bundle that checks out", async ({ driven, pages, downloads }) => {
  const page = await driven.openPage(`${pages.origin}/post.html`);
  const kept = await keepPage(driven, page);
  expect(kept.label).toBe("EX-001");

  const path = await handOver(driven, downloads);
  const verdict = await verifyBundle(await openAsBlob(path));
  expect(verdict).toMatchObject({ kind: "checked", intact: true, findings: [] });

  const bundle = await BundleFile.read(path);
  const record = bundle.record("001");
  expect(record.url.browser).toBe(page.url());
  expect(record.picture).toMatchObject({ method: "photograph", complete: true, widthPx: 1280 });
  expect(bundle.text("data/exhibits/001/original/page.dom.html.txt")).toContain("Low water is at 06:14 tomorrow");
  expect(bundle.picture("001", "original/viewport.png")).toMatchObject({ width: 1280, height: 720 });
});

test("a page of 20,000 pixels shows every code once and in order", async ({ driven, pages, downloads }) => {
  const page = await driven.openPage(`${pages.origin}/codes.html`);
  await keepPage(driven, page);
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  const picture = bundle.picture("001");
  expect(picture).toMatchObject({ width: 1280, height: 20_000 });
  expect(readCodes(picture)).toEqual(Array.from({ length: 200 }, (_, n) => n));
});

test("the picture differs from the browser's own full-page picture in at most 0.1 % of pixels", async ({
  driven,
  pages,
  downloads,
}) => {
  const page = await driven.openPage(`${pages.origin}/codes.html`);
  await page.evaluate(() => {
    for (const band of document.querySelectorAll(".band:nth-child(n + 60)")) band.remove();
  });
  await keepPage(driven, page);
  const { default: pixelmatch } = await import("pixelmatch");
  const { PNG } = await import("pngjs");
  const own = PNG.sync.read(Buffer.from(await page.screenshot({ fullPage: true })));
  const ours = (await BundleFile.read(await handOver(driven, downloads))).picture("001");
  expect([ours.width, ours.height]).toEqual([own.width, own.height]);
  const differing = pixelmatch(ours.data, own.data, undefined, own.width, own.height, { threshold: 0 });
  expect(differing / (own.width * own.height)).toBeLessThanOrEqual(0.001);
});
