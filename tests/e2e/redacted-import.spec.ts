import { PNG } from "pngjs";
import { checkBundle } from "@/tools/check-bundle";
import { handOver } from "@/tools/drive/journey";
import { BundleFile } from "../support/bundle-file";
import { chooseFiles } from "../support/choose-file";
import { coverBox } from "../support/cover-box";
import { expect, test } from "../support/journey";
import { downloadedPicture } from "../support/marked";
import { findColour, NOTHING_FOUND } from "../support/one-colour";
import { CANARY, pictureBomb, secretPhoto } from "../support/secret-photo";

test("parts of a photo from a phone are covered where they were seen, and nothing but its pixels goes on", async ({
  driven,
  downloads,
}) => {
  const library = await driven.openOwnPage("library.html#/import");
  await library.untilText(/Or drop files here/);
  const photo = await secretPhoto(library);
  await chooseFiles(library, { "IMG 0001.jpg": photo });
  await library.press("EX-001");
  await coverBox(library, { Left: 0, Top: 0, Width: 99_999, Height: 154 });
  await library.press("Save a copy with these parts covered");
  await library.untilText(/Copy with covered parts saved/);
  const saved = await downloadedPicture(downloads);
  expect([saved.png.width, saved.png.height]).toEqual([200, 300]);
  expect(findColour(saved.png)).toEqual(NOTHING_FOUND);
  expect([...saved.png.data.subarray(0, 4)]).toEqual([0, 0, 0, 255]);
  const [red, green, blue] = saved.png.data.subarray(-4);
  expect(green! > 140 && red! < 60 && blue! < 90, `the lower half is green: ${[red, green, blue]}`).toBe(true);

  const path = await handOver(driven, downloads, { withMarked: false, pictures: "With the parts I covered" });
  expect(await checkBundle(path)).toMatchObject({ kind: "checked", intact: true, findings: [] });
  const bundle = await BundleFile.read(path);
  for (const each of bundle.paths) {
    const bytes = Buffer.from(bundle.bytes(each));
    expect([bytes.includes(CANARY), bytes.includes("ffd8ff", "hex")], each).toEqual([false, false]);
  }
  const copy = bundle.bytes("data/exhibits/001/derived/redacted.png");
  expect(new Set(chunksOf(copy))).toEqual(new Set(["IHDR", "IDAT", "IEND"]));
  expect(PNG.sync.read(Buffer.from(copy)).data.equals(saved.png.data)).toBe(true);
  const full = await BundleFile.read(await handOver(driven, downloads));
  expect(Buffer.from(full.bytes("data/exhibits/001/original/file.jpg")).equals(photo)).toBe(true);
});

test("a picture that is too large, not whole, or of a kind that no browser knows is told as that, and stays", async ({
  driven,
}) => {
  const library = await driven.openOwnPage("library.html#/import");
  await library.untilText(/Or drop files here/);
  const files = {
    "bomb.png": pictureBomb(60_000),
    "half.jpg": (await secretPhoto(library)).subarray(0, 3000),
    "phone.heic": Buffer.from("\0\0\0\x18ftypheic\0\0\0\0heicmif1", "latin1"),
  };
  await chooseFiles(library, files);
  await library.untilText(/Files brought in: 3 of 3/);
  for (const [label, said] of [
    ["EX-001", /more than 100,000,000 pixels|cannot open this picture/],
    ["EX-002", /cannot open this picture/],
    ["EX-003", /cannot open this picture.*HEIC/],
  ] as const) {
    await library.press("Kept items");
    await library.press(label);
    await library.press("Cover parts");
    await library.untilText(said);
  }
});

/** The types of a PNG's chunks. */
function chunksOf(png: Uint8Array): string[] {
  const view = Buffer.from(png);
  const types: string[] = [];
  for (let at = 8; at < view.length; at += 12 + view.readUInt32BE(at))
    types.push(view.toString("latin1", at + 4, at + 8));
  return types;
}
