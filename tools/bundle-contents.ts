/** Takes records and pictures out of a bundle, for people who want to look. */

import { openAsBlob } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BlobReader, configure, TextWriter, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import { exhibitFolder, exhibitLabel, type PageRecord } from "@/src/model/exhibit";
import type { PageFacts } from "@/src/model/page-facts";
import { type ExhibitSize, sizeOf } from "@/src/model/size";

export interface ExhibitContents {
  id: string;
  screenshotPath: string;
  widthPx: number;
  heightPx: number;
  tiles: number;
  /** Room its files take in the bundle, by what they are. */
  bytes: ExhibitSize;
  facts: PageFacts;
}

/** @param out Folder that gets one PNG per exhibit. */
export async function readExhibits(bundlePath: string, out: string): Promise<ExhibitContents[]> {
  configure({ useWebWorkers: false });
  const zip = new ZipReader(new BlobReader(await openAsBlob(bundlePath)));
  const entries = (await zip.getEntries()).filter((entry) => !entry.directory);
  const found: ExhibitContents[] = [];
  for (const entry of entries.filter(({ filename }) => filename.endsWith("/record.json"))) {
    const record = JSON.parse(await entry.getData(new TextWriter())) as PageRecord;
    const { picture, facts } = record;
    const path = `/data/exhibits/${exhibitFolder(record.exhibit)}/${picture.file}`;
    const image = entries.find(({ filename }) => filename.endsWith(path));
    if (!image) throw new Error(`${bundlePath} lacks ${path}`);
    await mkdir(out, { recursive: true });
    const screenshotPath = join(out, `${exhibitLabel(record.exhibit).toLowerCase()}.png`);
    await writeFile(screenshotPath, await image.getData(new Uint8ArrayWriter()));
    const { widthPx, heightPx, tiles } = picture;
    const bytes = sizeOf(record);
    found.push({ id: exhibitLabel(record.exhibit), screenshotPath, widthPx, heightPx, tiles, bytes, facts });
  }
  await zip.close();
  return found.sort((a, b) => a.id.localeCompare(b.id));
}
