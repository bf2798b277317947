import { expect, test } from "vitest";
import { previewItems } from "@/src/export/preview";
import type { Correction } from "@/src/model/correction";
import type { PicturesRule } from "@/src/model/hand-over";
import { fakeReader, type KeptExhibit, madeUpExhibit, madeUpImport } from "@/tests/support/exhibits";

/** A page of which a picture had not loaded; a photo that says where it was taken, and whose owner says where it is; a plain page. */
async function three(): Promise<KeptExhibit[]> {
  const [page, plain] = [await madeUpExhibit(1), await madeUpExhibit(3)];
  page.record.missing.push({ what: "some-pictures", why: "notLoaded", addresses: ["https://cdn.example/a.jpg"] });
  const photo = await madeUpImport(2, "A name.jpg");
  photo.record.imported.says.push({ name: "place", value: "52.5200, 13.4050", source: "exif:GPS" });
  const corrections = [{ item: photo.record.id, fact: "originalPlace", value: "A drawer" } as Correction];
  return [page, { ...photo, corrections }, plain];
}

async function previewOf(exhibits: KeptExhibit[], pictures: PicturesRule, withWords = true) {
  const ids = exhibits.map(({ record }) => record.id);
  const { signal } = new AbortController();
  return previewItems(fakeReader(exhibits), ids, { pictures, withWords }, () => {}, signal);
}

test("before anything is made it is counted of how many items the records tell addresses, names and places", async () => {
  expect((await previewOf(await three(), "none")).carried).toEqual({ pictureAddresses: 1, fileNames: 1, places: 1 });
});

test("addresses of pictures are no matter where the pictures go in", async () => {
  expect((await previewOf(await three(), "full")).carried).toEqual({ pictureAddresses: 0, fileNames: 1, places: 1 });
});

test("pages of which everything had loaded carry nothing of this", async () => {
  const pages = [await madeUpExhibit(1)];
  expect((await previewOf(pages, "none")).carried).toEqual({ pictureAddresses: 0, fileNames: 0, places: 0 });
});

test("an item is not whole without its files, nor without the words that stand among its corrections", async () => {
  expect((await previewOf(await three(), "full")).notWhole).toBe(0);
  expect((await previewOf(await three(), "full", false)).notWhole).toBe(1);
  expect((await previewOf(await three(), "covered", false)).notWhole).toBe(3);
});
