/**
 * The binder: a PDF to print, which goes beside the bundle because its cover names the bundle's digest. Made as a stream, sheet
 * by sheet; everything is laid out twice, once to know which page is which. What goes in: docs/formats/binder.md
 */

import { correctionsOf, withoutOwnWords } from "@/src/export/corrections";
import type { PaperWords } from "@/src/export/paper-words";
import { planBundle, recordsOf } from "@/src/export/plan";
import { failureOf, stoppable } from "@/src/export/stoppable";
import { timelineOf } from "@/src/export/timeline";
import type { Account } from "@/src/model/account";
import type { CustodyEntry } from "@/src/model/custody";
import { ExportError } from "@/src/model/errors";
import type { CaseId, ExhibitId, ExhibitRecord } from "@/src/model/exhibit";
import { isPage } from "@/src/model/exhibit-kind";
import { boxesOf, isPictureInside, type PicturesRule, type Receiver } from "@/src/model/hand-over";
import type { UtcInstant } from "@/src/model/instant";
import type { PaperName } from "@/src/model/paper";
import type { VaultReader } from "@/src/vault/read";
import { appendixSheets } from "./appendix-part";
import { type BinderPackage, coverSheets } from "./cover";
import { exhibitSheets } from "./exhibit-part";
import { FontShelf, type ReadFont } from "./font-shelf";
import type { FontTable } from "./font-table";
import { indexSheets } from "./index-part";
import type { Layout, Said } from "./parts";
import { PdfWriter } from "./pdf-writer";
import { PictureCutter } from "./picture-slices";
import { Ruler } from "./ruler";
import type { Sheet } from "./sheet";
import { timelineSheets } from "./timeline-part";

export interface BinderOptions {
  reader: VaultReader;
  exhibits: readonly ExhibitId[];
  caseId: CaseId;
  /** The log as the package holds it. */
  custody: readonly CustodyEntry[];
  account: Account;
  /** As the package's (bag.ts). */
  withWords?: boolean;
  package: BinderPackage;
  /** Whom the cover names; nobody where `null`. */
  receiver: Receiver | null;
  /** Which pictures are in the package; no other is printed. */
  pictures: PicturesRule;
  paper: PaperName;
  withPictures: boolean;
  words: PaperWords;
  fonts: { table: FontTable; read: ReadFont };
  now: UtcInstant;
  software: string;
  onProgress?: (sheetsDone: number, sheetsTotal: number) => void;
  signal?: AbortSignal;
}

export interface Binder {
  /** The PDF. Errors when `done` rejects. */
  stream: ReadableStream<Uint8Array>;
  /** How many sheets it has. @throws {ExportError}, {VaultError}, {PictureError} */
  done: Promise<number>;
}

/** Starts a binder. It is made as fast as `stream` is read, and no faster. */
export function binderPdf(options: BinderOptions): Binder {
  const { stream, out, stopped } = stoppable(options.signal);
  const done = write(options, out, stopped).catch(async (error: unknown) => {
    const failure = failureOf(error, stopped);
    await out.abort(failure).catch(() => {}); // the stream is broken already: the first failure is the one to tell
    throw failure;
  });
  done.catch(() => {}); // a caller who only reads the stream is told there
  return { stream, done };
}

async function write(options: BinderOptions, out: WritableStream<Uint8Array>, stopped: AbortSignal): Promise<number> {
  const { exhibits } = await planBundle(options.reader, options.exhibits, options.caseId);
  const records = () => untilStopped(recordsOf(options.reader, exhibits), stopped);
  const ruler = new Ruler(new FontShelf(options.fonts.table, options.fonts.read));
  const layout: Layout = { paper: options.paper, words: options.words, ruler };
  const all = await correctionsOf(options.reader, exhibits, options.custody);
  const corrections = options.withWords === false ? withoutOwnWords(all) : all;
  const said: Said = { account: options.account, corrections, pictures: options.pictures };
  const fixed = await fixedParts(options, layout, records, said);
  const exhibit = (record: ExhibitRecord) => exhibitSheets(layout, record, said, options.withPictures);

  const pages = new Map<number, number>();
  let next = fixed.front.length + fixed.index.length + fixed.timeline.length + 1;
  for await (const record of records()) {
    pages.set(record.exhibit, next);
    next += (await exhibit(record)).length;
  }
  const total = next - 1 + fixed.appendix.length;
  const index = await indexSheets(layout, records(), said, (number) => pages.get(number)!);

  const { words, now, software } = options;
  const about = { title: words.say("binder_title"), language: words.language, software, madeAt: new Date(now) };
  const writer = new PdfWriter(out, layout, about, total, stopped, options.onProgress ?? (() => {}));
  await writer.sheets([...fixed.front, ...index, ...fixed.timeline]);
  for await (const record of records()) await writeExhibit(writer, await exhibit(record), record, options);
  await writer.sheets(fixed.appendix);
  await writer.finish();
  return total;
}

interface FixedParts {
  front: Sheet[];
  /** Its page numbers are not known yet. */
  index: Sheet[];
  timeline: Sheet[];
  appendix: Sheet[];
}

async function fixedParts(
  options: BinderOptions,
  layout: Layout,
  records: () => AsyncIterable<ExhibitRecord>,
  said: Said,
): Promise<FixedParts> {
  const numbers = new Map<ExhibitId, number>();
  for await (const { id, exhibit } of records()) numbers.set(id, exhibit);
  const { now, software } = options;
  const facts = {
    package: options.package,
    receiver: options.receiver,
    now,
    software,
    exhibits: [...numbers.values()],
  };
  return {
    front: await coverSheets(layout, facts),
    index: await indexSheets(layout, records(), said, () => 0),
    timeline: await timelineSheets(layout, await timelineOf(records(), said.account)),
    appendix: await appendixSheets(layout, options.custody, numbers),
  };
}

async function writeExhibit(
  writer: PdfWriter,
  sheets: Sheet[],
  record: ExhibitRecord,
  { reader, withPictures, pictures }: BinderOptions,
): Promise<void> {
  const boxes = boxesOf(record, pictures);
  const isThere = boxes !== null || isPictureInside(record, pictures);
  if (!withPictures || !isThere || !isPage(record)) return writer.sheets(sheets);
  const about = { exhibit: record.exhibit, path: record.picture.file };
  const file = record.files.find(({ path }) => path === record.picture.file);
  if (file === undefined) throw new ExportError("fileMissing", about);
  const cutter = new PictureCutter(await reader.file(record.id, file.path), file, about, boxes ?? []);
  try {
    await writer.sheets(sheets, cutter);
    await cutter.finish();
  } finally {
    await cutter.cancel();
  }
}

async function* untilStopped<T>(items: AsyncIterable<T>, stopped: AbortSignal): AsyncGenerator<T> {
  for await (const item of items) {
    stopped.throwIfAborted();
    yield item;
  }
}

/** File name of the binder that goes with a package. */
export function binderName(packageName: string): string {
  return `${packageName.replace(/\.(zip|age)$/, "")}-binder.pdf`;
}
