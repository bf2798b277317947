import { openAsBlob } from "node:fs";
import { readFile } from "node:fs/promises";
import { PNG } from "pngjs";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { handOverPrinted, keepPage } from "@/tools/drive/journey";
import { BundleFile } from "../support/bundle-file";
import { expect, test } from "../support/journey";
import { pdfFile } from "../support/pdf-tools";

test("a package in another language leaves with a PDF that names its digest and prints every row of the kept picture", async ({
  driven,
  pages,
  downloads,
}) => {
  const page = await driven.openPage(`${pages.origin}/post.html`);
  await page.evaluate(() => document.body.append("海浪筆記 سلام", document.createElement("hr")));
  await keepPage(driven, page);
  const { package: zip, binder } = await handOverPrinted(driven, downloads, { language: "zh-Hant" });
  const bundle = await BundleFile.read(zip);
  expect(bundle.text("data/README.txt")).toMatch(/^關於這個資料夾\n[\s\S]*\nABOUT THIS FOLDER\n/);
  expect(bundle.text("data/binder.html")).toContain('<html lang="zh-Hant" dir="ltr">');
  expect(bundle.text("data/custody/custody.jsonl")).toContain('"language":"zh-Hant"');

  const pdf = pdfFile(await readFile(binder));
  test.skip(pdf === null, "pdftotext is not installed");
  const verdict = await verifyBundle(await openAsBlob(zip));
  expect(verdict).toMatchObject({ kind: "checked", intact: true });
  if (verdict.kind !== "checked") return;
  expect(pdf!.text(1)).toContain("附件");
  expect(pdf!.text(1)).toContain(verdict.facts.tagManifestSha256);
  expect(pdf!.check() ?? { status: 0 }).toMatchObject({ status: 0 });
  expect(pdf!.text()).toContain(page.url());

  const kept = bundle.picture("001");
  const printed = pdf!.pictures().map((picture) => PNG.sync.read(picture));
  expect(Buffer.concat(printed.map(({ data }) => data)).equals(kept.data)).toBe(true);
});
