/**
 * The marked copy: a derived picture with a heading above the page's own pixels, never over them. The kept picture is
 * read as a stream and written anew below the heading, so memory stays that of a few rows however long the page is; its
 * pixels are the same, its bytes stay as they are. Format: docs/formats/bundle.md
 */
import { ON_SCREEN } from "@/src/i18n/on-screen";
import type { Speech } from "@/src/i18n/speech";
import type { CoverBox } from "@/src/model/covers";
import { exhibitLabel, type PageRecord } from "@/src/model/exhibit";
import { type PngForm, pngHead } from "@/src/png/chunks";
import { pictureStream } from "@/src/png/picture-stream";
import { PngEncoder } from "@/src/png/png-encoder";
import { type PictureRows, readPng } from "@/src/png/png-reader";
import { coverRows } from "@/src/png/redacted-copy";
import { drawStrip, measurer } from "./strip-canvas";
import { stripFacts } from "./strip-facts";
import { layOut } from "./strip-layout";

/** The heading of one picture. */
export interface Strip {
  /** At least as wide as the picture; where it is wider, grey fills the room beside the picture. */
  widthPx: number;
  heightPx: number;
  /** RGBA, whole rows at a time, top to bottom. */
  bands(): Iterable<Uint8ClampedArray>;
}

export interface MarkedOptions {
  /** Of all rows: heading and picture. */
  onProgress?: (progress: { rowsDone: number; rowsTotal: number }) => void;
  signal?: AbortSignal;
  /** What of the picture is opaque; the heading says that some of it is. */
  boxes?: readonly CoverBox[];
  /** What the heading is written in; the language of the screen unless said. */
  speech?: Speech;
  /** Makes the heading. */
  strip?: (record: PageRecord, widthPx: number, boxes: readonly CoverBox[], speech: Speech) => Promise<Strip>;
}

/** Narrower, a heading cannot be read. In CSS pixels of the heading. */
const LEAST_WIDTH = 320;
/** Beside a picture that is narrower than its heading: a grey that nobody takes for the page. */
const BESIDE = [0x8a, 0x8f, 0x8d, 0xff];

/**
 * @param original The record's picture, from its first byte.
 * @returns The marked copy, a PNG, made no faster than it is read. It errors with {PictureError} `damaged`, the signal's
 * reason, or what `original` errors with; what was read until then is no picture.
 * @throws {PictureError} `unknownForm`, `damaged`, before anything of it is made
 */
export async function markedCopy(
  record: PageRecord,
  original: ReadableStream<Uint8Array>,
  options: MarkedOptions = {},
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const picture = await readPng(original);
  return pictureStream(picture, (emit) => write(record, picture, options, emit));
}

async function write(
  record: PageRecord,
  picture: PictureRows,
  { onProgress, signal, boxes = [], speech = ON_SCREEN, strip: stripFor = stripOf }: MarkedOptions,
  emit: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<void> {
  const { form } = picture;
  const strip = await stripFor(record, form.widthPx, boxes, speech);
  const rowsTotal = strip.heightPx + form.heightPx;
  await emit(pngHead({ widthPx: strip.widthPx, heightPx: rowsTotal, channels: form.channels }));
  const encoder = new PngEncoder(strip.widthPx, emit, form.channels);
  const tell = () => {
    signal?.throwIfAborted();
    onProgress?.({ rowsDone: encoder.heightPx, rowsTotal });
  };
  for (const band of strip.bands()) {
    await encoder.rows(band);
    tell();
  }
  for await (const rows of picture.rows()) {
    coverRows(rows, form, encoder.heightPx - strip.heightPx, boxes);
    await encoder.packedRows(widened(rows, form, strip.widthPx));
    tell();
  }
  await encoder.finish();
}

/** The rows as they are, with grey at their right up to this width. */
function widened(rows: Uint8Array, { widthPx, channels }: PngForm, toPx: number): Uint8Array {
  if (widthPx === toPx) return rows;
  const [from, to] = [widthPx * channels, toPx * channels];
  const wide = Uint8Array.from({ length: (rows.length / from) * to }, (_, at) => BESIDE[at % channels]!);
  for (let row = 0; row * from < rows.length; row += 1) wide.set(rows.subarray(row * from, (row + 1) * from), row * to);
  return wide;
}

/** As large as the page's own letters: it was taken with so many device pixels in a CSS pixel. */
async function stripOf(
  record: PageRecord,
  pictureWidthPx: number,
  boxes: readonly CoverBox[],
  speech: Speech,
): Promise<Strip> {
  const scale = Math.max(1, Math.min(record.env.dpr, pictureWidthPx / LEAST_WIDTH));
  const widthPx = Math.max(pictureWidthPx, LEAST_WIDTH);
  const facts = await stripFacts(record, boxes.length, speech);
  const shape = { widthPx, scale, measure: measurer(scale) };
  const layout = layOut(exhibitLabel(record.exhibit), facts, speech.t("markedPageBelow"), shape);
  return { widthPx, heightPx: layout.heightPx, bands: () => drawStrip(layout, widthPx, scale) };
}
