import { join } from "node:path";
import { checkMarkers } from "@/tools/bench/markers";
import { pngPicture } from "@/tools/bench/png-rows";
import { checkBundle } from "@/tools/check-bundle";
import { handOver, keepPage } from "@/tools/drive/journey";
import { serveFolder } from "@/tools/serve";
import { BundleFile } from "../support/bundle-file";
import { readCodes, readRowCodes } from "../support/codes";
import { expect, test } from "../support/journey";
import { lookAtMarked } from "../support/marked";
import { expectNothingReadable } from "../support/nothing-readable";
import { coloursIn, pictureWordsIn } from "../support/one-colour";

test("a page is kept with two presses and leaves as a bundle that checks out", async ({ driven, pages, downloads }) => {
  const page = await driven.openPage(`${pages.origin}/post.html`);
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  const kept = await keepPage(driven, page);
  expect(kept.label).toBe("EX-001");
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);

  const path = await handOver(driven, downloads);
  expect(await checkBundle(path)).toMatchObject({ kind: "checked", intact: true, findings: [] });
  const bundle = await BundleFile.read(path);
  const { facts, env, url } = bundle.record("001");
  expect(url.browser).toBe(page.url());
  expect(env.browser).toMatch(/^Firefox \d+/);
  expect(facts).toMatchObject({ handle: "harbour_walks", postedAt: "2026-03-02T14:05:00+08:00" });
  const marked = lookAtMarked(bundle.png("data/exhibits/001/derived/marked.png"), bundle.picture("001"));
  expect(marked).toMatchObject({ isSameBelow: true });
  expect(marked.ink.values).toBeGreaterThan(2000);
});

test("a page of 20,000 pixels shows every code once and in order", async ({ driven, pages, downloads }) => {
  const page = await driven.openPage(`${pages.origin}/codes.html`);
  await page.evaluate(() => scrollTo(0, 7350));
  await keepPage(driven, page);
  expect(await page.evaluate(() => scrollY)).toBe(7350);
  const picture = (await BundleFile.read(await handOver(driven, downloads))).picture("001");
  expect(picture.height).toBe(20_000);
  expect(readCodes(picture)).toEqual(Array.from({ length: 200 }, (_, n) => n));
});

test("pictures that load when they are seen are there, also where the script that loads them is not", async ({
  driven,
  downloads,
}) => {
  const served = await serveFolder(join(import.meta.dirname, "..", "fixtures", "fidelity"));
  const markers: string[][] = [];
  for (const name of ["lazy-observer", "lazy-script-gone"]) {
    const page = await driven.openPage(`${served.origin}/${name}.html`);
    markers.push(await page.$eval('meta[name="markers"]', (meta) => meta.getAttribute("content")!.split(/\s+/)));
    await keepPage(driven, page);
  }
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  for (const [n, wanted] of markers.entries()) {
    const png = Buffer.from(bundle.bytes(`data/exhibits/00${n + 1}/derived/stitched.png`));
    expect(await checkMarkers(pngPicture(png), wanted, 1)).toBe("ok");
  }
  expect(bundle.record("002").interruptions).toMatchObject([{ what: "pageShifted" }]);
  await served.close();
});

test("a chat that loads its history and one that runs backwards are whole, every message once and in order", async ({
  driven,
  downloads,
}) => {
  const inner = await serveFolder(join(import.meta.dirname, "..", "fixtures", "inner"));
  for (const name of ["chat-grows", "chat-reverse"]) {
    await keepPage(driven, await driven.openPage(`${inner.origin}/${name}.html`));
  }
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  expect(readRowCodes(bundle.picture("001"))).toEqual(Array.from({ length: 75 }, (_, n) => n));
  expect(readRowCodes(bundle.picture("002"))).toEqual(Array.from({ length: 46 }, (_, n) => n));
  expect(bundle.record("001")).toMatchObject({ scope: "conversation", picture: { complete: true } });
  await inner.close();
});

test("saved with pictures covered, no picture of any kind is in what was kept", async ({
  driven,
  pages,
  downloads,
}) => {
  const page = await driven.openPage(`${pages.origin}/pictures.html`);
  expect((await keepPage(driven, page, "Save with pictures covered")).label).toBe("EX-001");
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  expect(coloursIn(bundle)).toEqual({});
  expect(pictureWordsIn(bundle)).toEqual([]);
  expect(bundle.record("001")).toMatchObject({ pictures: "covered", picture: { complete: true } });
});

test("the post that was right-clicked is the one meant", async ({ driven, pages, downloads }) => {
  const page = await driven.openPage(`${pages.origin}/feed.html`);
  const popup = await driven.keepFromMenu(page, "[data-id='90002'] .status__content__text p");
  await popup.untilText(/Saved as EX-001/);
  const { facts, post } = (await BundleFile.read(await handOver(driven, downloads))).record("001");
  expect(facts.handle).toBe("kim.rows");
  expect(post?.chosenBy).toBe("pointed");
});

test("words of a kept page are nowhere in the browser's profile", async ({ pages }) => {
  await expectNothingReadable("firefox", pages.origin);
});
