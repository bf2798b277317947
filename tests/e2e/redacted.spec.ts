import { checkBundle } from "@/tools/check-bundle";
import { handOver, keepPage } from "@/tools/drive/journey";
import { BundleFile } from "../support/bundle-file";
import { coverBox } from "../support/cover-box";
import { expect, test } from "../support/journey";
import { downloadedPicture } from "../support/marked";
import { coloursIn, findColour, NOTHING_FOUND, pictureWordsIn } from "../support/one-colour";

test("what the user covers is in neither the saved copy nor the package, and the picture here stays", async ({
  driven,
  pages,
  downloads,
}) => {
  const page = await driven.openPage(`${pages.origin}/pictures.html`);
  await keepPage(driven, page);

  const library = await driven.openOwnPage("library.html");
  await library.press("EX-001");
  await coverBox(library, { Left: 0, Top: 0, Width: 99_999, Height: 999_999 });
  await library.untilText(/Parts of the picture chosen to be covered: 1/);
  await library.press("Save a copy with these parts covered");
  await library.untilText(/keeps downloads, as document-001-[0-9-]+-copy\.png/);
  await library.untilText(/Copy with covered parts saved/);
  const saved = await downloadedPicture(downloads);
  expect(findColour(saved.png)).toEqual(NOTHING_FOUND);
  expect(saved.png.data.every((byte, at) => byte === (at % 4 === 3 ? 255 : 0))).toBe(true);

  const path = await handOver(driven, downloads, { withMarked: false, pictures: "With the parts I covered" });
  expect(await checkBundle(path)).toMatchObject({ kind: "checked", intact: true, findings: [] });
  const bundle = await BundleFile.read(path);
  expect(coloursIn(bundle)).toEqual({});
  expect(pictureWordsIn(bundle)).toEqual([]);
  expect(bundle.png("data/exhibits/001/derived/redacted.png").data.equals(saved.png.data)).toBe(true);
  expect(bundle.text("data/custody/custody.jsonl")).toContain('"pictures":"redacted"');

  const full = await BundleFile.read(await handOver(driven, downloads, { withMarked: false }));
  expect(findColour(full.picture("001")).exact).toBeGreaterThan(50_000);
});
