/** A long picture over several sheets: whole rows only, each row once, none scaled to nothing. */
import type { CoverBox } from "@/src/model/covers";
import { StreamDigester } from "@/src/model/digest";
import { ExportError, PictureError } from "@/src/model/errors";
import type { ExhibitFile } from "@/src/model/exhibit-files";
import type { PictureInfo } from "@/src/model/picture";
import { joined } from "@/src/png/chunks";
import { PngEncoder } from "@/src/png/png-encoder";
import { type PictureRows, readPng } from "@/src/png/png-reader";
import { coverRows } from "@/src/png/redacted-copy";
import type { PictureMark } from "./sheet";

export type Slice = Omit<PictureMark, "kind" | "yPt">;

/** A page's pixel as wide as 1/96 inch, the size that pages are made for; smaller where the paper is narrower. */
const MAX_PT_A_PIXEL = 0.75;

/** @param firstPt Room on the first sheet. @param nextPt Room on each sheet after it. */
export function planSlices(
  { widthPx, heightPx }: Pick<PictureInfo, "widthPx" | "heightPx">,
  widthPt: number,
  firstPt: number,
  nextPt: number,
): Slice[] {
  const scale = Math.min(MAX_PT_A_PIXEL, widthPt / widthPx);
  const slices: Slice[] = [];
  for (let fromRow = 0; fromRow < heightPx; ) {
    const roomPt = slices.length === 0 ? firstPt : nextPt;
    const rows = Math.min(heightPx - fromRow, Math.max(1, Math.floor(roomPt / scale)));
    slices.push({ fromRow, rows, widthPt: widthPx * scale, heightPt: rows * scale });
    fromRow += rows;
  }
  return slices;
}

/**
 * As it comes out on white paper, in a copy of its own. PDF keeps alpha as a picture of its own, which pdfkit takes apart in
 * a worker that the browser does not let an extension start.
 */
function onPaper(rgba: Uint8Array): Uint8ClampedArray {
  const shown = new Uint8ClampedArray(rgba);
  for (let at = 3; at < shown.length; at += 4) {
    const alpha = shown[at]! / 255;
    if (alpha === 1) continue;
    for (let colour = at - 3; colour < at; colour += 1) shown[colour] = 255 - (255 - shown[colour]!) * alpha;
  }
  return shown;
}

/** Cuts a kept picture, and compares it with its record on the way. */
export class PictureCutter {
  readonly #digester = new StreamDigester();
  #picture: PictureRows | null = null;
  #rows: AsyncGenerator<Uint8Array> | null = null;
  #left: Uint8Array = new Uint8Array();
  #rowsRead = 0;

  /** @param about The exhibit's number and the file's path, for a failure. @param boxes What is opaque in what is cut. */
  constructor(
    private readonly stream: ReadableStream<Uint8Array>,
    private readonly file: ExhibitFile,
    private readonly about: { exhibit: number; path: string },
    private readonly boxes: readonly CoverBox[] = [],
  ) {}

  /** @param rows How many rows come next. @throws {ExportError} `fileChanged` */
  async next(rows: number): Promise<Uint8Array<ArrayBuffer>> {
    try {
      return await this.#slice(rows);
    } catch (cause) {
      throw cause instanceof PictureError ? this.#changed({ cause }) : cause;
    }
  }

  async #slice(rows: number): Promise<Uint8Array<ArrayBuffer>> {
    const { widthPx, channels } = (await this.#open()).form;
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const encoder = new PngEncoder(widthPx, async (bytes) => void parts.push(bytes));
    for (let wanted = rows * widthPx * channels; wanted > 0; ) {
      const piece = await this.#piece(wanted);
      if (channels === 4) await encoder.rows(onPaper(piece));
      else await encoder.packedRows(piece);
      wanted -= piece.length;
    }
    return joined(await encoder.finish(), ...parts);
  }

  /** Reads on to the file's end. @throws {ExportError} `fileChanged` when it is not what the record says */
  async finish(): Promise<void> {
    for await (const _ of this.#rows ?? []) throw this.#changed();
    const { bytes, sha256 } = this.#digester.finish();
    if (bytes !== this.file.bytes || sha256 !== this.file.sha256) throw this.#changed();
  }

  async cancel(): Promise<void> {
    await this.#picture?.cancel();
  }

  async #open(): Promise<PictureRows> {
    if (this.#picture === null) {
      const counted = this.stream.pipeThrough(
        new TransformStream<Uint8Array, Uint8Array>({
          transform: (piece, controller) => {
            this.#digester.update(piece);
            controller.enqueue(piece);
          },
        }),
      );
      this.#picture = await readPng(counted);
      this.#rows = this.#picture.rows();
    }
    return this.#picture;
  }

  /** At most so many bytes, whole rows as the reader gives them. */
  async #piece(wanted: number): Promise<Uint8Array> {
    if (this.#left.length === 0) {
      const next = await this.#rows!.next();
      if (next.done) throw this.#changed();
      const { form } = this.#picture!;
      coverRows(next.value, form, this.#rowsRead, this.boxes);
      this.#rowsRead += next.value.length / (form.widthPx * form.channels);
      this.#left = next.value;
    }
    const piece = this.#left.subarray(0, wanted);
    this.#left = this.#left.subarray(piece.length);
    return piece;
  }

  #changed(options?: ErrorOptions): ExportError {
    return new ExportError("fileChanged", this.about, options);
  }
}
