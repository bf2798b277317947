/**
 * Reads a PNG (ISO/IEC 15948) row by row out of a stream, in the memory of a few rows however tall the picture is.
 * Only the forms that are written here or by browsers: 8 bits a channel, RGB or RGBA, not interlaced. What is not a whole
 * picture of such a form is refused; every check sum is compared. Colour profiles and other notes in the file are passed over.
 */
import { PictureError } from "@/src/model/errors";
import { ByteSource } from "./byte-source";
import { COLOUR_TYPE, CRC_START, crc32Of, PNG_SIGNATURE, type PngForm } from "./chunks";
import { RowBuilder } from "./unfilter";

/** A wider picture is no page: its rows alone would fill the memory. */
const MAX_WIDTH_PX = 1 << 20;
/** Bytes unpacked at once: a thousand times as many can come out, and the browser holds them all. */
const UNPACK_BYTES = 1 << 13;
/** Chunks that are gone through and not needed: a palette is only a hint for these forms. */
const PASSED_OVER = /^(PLTE|[a-z][A-Za-z]{3})$/;
/** Says which colour is see-through; no browser writes it for these forms. */
const SEE_THROUGH = "tRNS";

/** A picture as it is gone through, once. */
export interface PictureRows {
  form: PngForm;
  /**
   * The pixels, whole rows at a time, `channels` bytes each, top to bottom. Each array is used again for the next rows.
   * @throws {PictureError} where it turns out not to be whole; what it is read from errors with
   */
  rows(): AsyncGenerator<Uint8Array>;
  /** To be called where the rows are not read to their end. */
  cancel(): Promise<void>;
}

/** @throws {PictureError} `unknownForm`, `damaged` */
export async function readPng(stream: ReadableStream<Uint8Array>): Promise<PictureRows> {
  const source = new ByteSource(stream);
  const form = await readHead(source).catch(async (error: unknown) => {
    await source.cancel();
    throw error;
  });
  return { form, rows: () => rowsOf(source, form), cancel: () => source.cancel() };
}

async function readHead(source: ByteSource): Promise<PngForm> {
  const signature = await source.exactly(PNG_SIGNATURE.length);
  if (PNG_SIGNATURE.some((byte, at) => signature[at] !== byte)) throw new PictureError("unknownForm");
  const { type, length } = await chunkStart(source);
  if (type !== "IHDR" || length !== 13) throw new PictureError("damaged");
  const header = await source.exactly(length);
  await checkSum(source, crc32Of(crcOfType(type), header));
  return formOf(header);
}

function formOf(header: Uint8Array): PngForm {
  const view = new DataView(header.buffer, header.byteOffset);
  const [widthPx, heightPx] = [view.getUint32(0), view.getUint32(4)];
  const [bits, colourType, ...rest] = header.subarray(8);
  if (widthPx === 0 || heightPx === 0) throw new PictureError("damaged");
  const channels = colourType === COLOUR_TYPE[3] ? 3 : colourType === COLOUR_TYPE[4] ? 4 : null;
  if (bits !== 8 || channels === null || rest.some((byte) => byte !== 0) || widthPx > MAX_WIDTH_PX) {
    throw new PictureError("unknownForm");
  }
  return { widthPx, heightPx, channels };
}

async function* rowsOf(source: ByteSource, form: PngForm): AsyncGenerator<Uint8Array> {
  const packed = packedPixels(source);
  const fault: { cause?: unknown } = {}; // the stream that unpacks may tell of a failure in its own words
  const unpacked = streamOf(packed, fault).pipeThrough(new DecompressionStream("deflate"));
  const builder = new RowBuilder(form);
  try {
    for await (const piece of unpacked) yield* builder.add(piece);
    yield* builder.finish();
  } catch (cause) {
    if (fault.cause !== undefined) throw fault.cause;
    throw cause instanceof PictureError ? cause : new PictureError("damaged", { cause });
  } finally {
    await packed.return(undefined);
  }
}

/** The bytes of all pixel chunks, to the end of the file. */
async function* packedPixels(source: ByteSource): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let state: "before" | "pixels" | "after" = "before"; ; ) {
    const { type, length } = await chunkStart(source);
    if (type === "IEND") {
      if (length !== 0 || state === "before") throw new PictureError("damaged");
      await checkSum(source, crcOfType(type));
      if (!(await source.isAtEnd())) throw new PictureError("damaged");
      return;
    }
    const isPixels = type === "IDAT";
    if (isPixels && state === "after") throw new PictureError("damaged");
    if (type === SEE_THROUGH || (!isPixels && !PASSED_OVER.test(type))) throw new PictureError("unknownForm");
    if (isPixels) state = "pixels";
    else if (state === "pixels") state = "after";
    for await (const piece of chunkData(source, type, length)) if (isPixels) yield piece;
  }
}

async function chunkStart(source: ByteSource): Promise<{ type: string; length: number }> {
  const start = await source.exactly(8);
  return { length: new DataView(start.buffer).getUint32(0), type: String.fromCharCode(...start.subarray(4)) };
}

/** The data of one chunk in small pieces, its check sum compared at the end. */
async function* chunkData(source: ByteSource, type: string, length: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let crc = crcOfType(type);
  for (let left = length; left > 0; ) {
    const piece = (await source.some(Math.min(left, UNPACK_BYTES))).slice();
    crc = crc32Of(crc, piece);
    left -= piece.length;
    yield piece;
  }
  await checkSum(source, crc);
}

function crcOfType(type: string): number {
  return crc32Of(
    CRC_START,
    Uint8Array.from(type, (letter) => letter.charCodeAt(0)),
  );
}

async function checkSum(source: ByteSource, crc: number): Promise<void> {
  const written = new DataView((await source.exactly(4)).buffer).getUint32(0);
  if (written !== (crc ^ CRC_START) >>> 0) throw new PictureError("damaged");
}

function streamOf(
  pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>,
  fault: { cause?: unknown },
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (cause) {
        fault.cause = cause;
        throw cause;
      }
    },
  });
}
