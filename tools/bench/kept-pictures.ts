/** Takes the pictures out of a bundle, with what the bench wants to know of each. */
import { openAsBlob } from "node:fs";
import { BlobReader, configure, TextWriter, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import { exhibitFolder, exhibitLabel, type PageRecord } from "@/src/model/exhibit";
import { sizeOf } from "@/src/model/size";

export interface KeptPicture {
  png: Buffer;
  widthPx: number;
  heightPx: number;
  /** Tiles of the full-page picture. */
  tiles: number;
  /** Photographs taken from the browser and kept, the one of the window as it stood among them. */
  photographs: number;
  pictureBytes: number;
  /** Untouched originals kept beside it. */
  originalBytes: number;
  /** The page's code, as it is in the bundle; it lies packed in the vault. */
  pageBytes: number;
  missing: string[];
}

/** @returns By label, e.g. "EX-001", one at a time, because pictures can be large. */
export async function* keptPictures(bundlePath: string): AsyncGenerator<[label: string, KeptPicture]> {
  configure({ useWebWorkers: false });
  const zip = new ZipReader(new BlobReader(await openAsBlob(bundlePath)));
  const entries = (await zip.getEntries()).filter((entry) => !entry.directory);
  for (const entry of entries.filter(({ filename }) => filename.endsWith("/record.json"))) {
    const record = JSON.parse(await entry.getData(new TextWriter())) as PageRecord;
    const path = `/data/exhibits/${exhibitFolder(record.exhibit)}/${record.picture.file}`;
    const image = entries.find(({ filename }) => filename.endsWith(path));
    if (!image) throw new Error(`${bundlePath} lacks ${path}`);
    const png = Buffer.from(await image.getData(new Uint8ArrayWriter()));
    yield [exhibitLabel(record.exhibit), { png, ...aboutPicture(record) }];
  }
  await zip.close();
}

function aboutPicture(record: PageRecord) {
  const { picture, files, missing } = record;
  const size = sizeOf(record);
  const originals = files.filter(({ role, mime }) => role === "original" && mime.startsWith("image/"));
  return {
    widthPx: picture.widthPx,
    heightPx: picture.heightPx,
    tiles: picture.tiles,
    photographs: originals.length,
    pictureBytes: size.picture,
    originalBytes: size.originals,
    pageBytes: size.page,
    missing: missing.filter(({ what }) => what === "full-page-picture").map(({ why }) => why),
  };
}
