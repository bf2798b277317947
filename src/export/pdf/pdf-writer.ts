/** Sheets into a stream of PDF bytes, one after another, with head, foot and page number. */

import { newPdf, type Pdf, type PdfAbout, SheetPen } from "./draw-sheet";
import { DrawnFonts } from "./draw-text";
import { PAPER_SIZES } from "./paper";
import type { Layout } from "./parts";
import type { PictureCutter } from "./picture-slices";
import { type Run, runsOf } from "./runs";
import type { Sheet } from "./sheet";
import { STYLES } from "./text-style";

export class PdfWriter {
  readonly #doc: Pdf;
  readonly #pen: SheetPen;
  /** What the library gave and was not written yet. */
  readonly #ready: Uint8Array[] = [];
  readonly #ended: Promise<void>;
  #done = 0;

  constructor(
    private readonly out: WritableStream<Uint8Array>,
    private readonly layout: Layout,
    about: PdfAbout,
    private readonly total: number,
    private readonly stopped: AbortSignal,
    private readonly onProgress: (sheetsDone: number, sheetsTotal: number) => void,
  ) {
    this.#doc = newPdf(about);
    this.#doc.on("data", (piece: Uint8Array) => this.#ready.push(piece));
    this.#ended = new Promise((resolve, reject) => {
      this.#doc.on("end", resolve);
      this.#doc.on("error", reject);
    });
    this.#pen = new SheetPen(this.#doc, new DrawnFonts(this.#doc), PAPER_SIZES[layout.paper]);
  }

  /** @param pictures Gives the rows of the picture marks, in their order. */
  async sheets(sheets: readonly Sheet[], pictures?: PictureCutter): Promise<void> {
    for (const sheet of sheets) {
      this.stopped.throwIfAborted();
      this.#pen.begin();
      await this.#frame(sheet);
      for (const mark of sheet.marks) {
        const isPicture = mark.kind === "picture" && pictures !== undefined;
        this.#pen.mark(mark, isPicture ? await pictures.next(mark.rows) : null);
      }
      await this.#flush();
      this.onProgress(this.#done, this.total);
    }
  }

  async finish(): Promise<void> {
    this.#doc.end();
    await this.#ended;
    await this.#flush();
    await this.out.close();
  }

  async #frame({ head }: Sheet): Promise<void> {
    this.#done += 1;
    const { say } = this.layout.words;
    const left = await this.#line(head.left);
    const right = await this.#line(head.right);
    const foot = await this.#line(say("binder_pageOf", [this.#done, this.total]));
    this.#pen.frame({ left, right }, foot, STYLES.head);
  }

  async #line(text: string): Promise<Run[]> {
    const { shelf } = this.layout.ruler;
    const shown = await shelf.prepare(text, STYLES.head.face);
    return runsOf(shown, [{ start: 0, end: shown.length }], STYLES.head, shelf)[0]!;
  }

  /** As fast as it is read, and no faster. */
  async #flush(): Promise<void> {
    await Promise.resolve(); // the library hands on what it has in a turn of its own
    const writer = this.out.getWriter();
    try {
      for (const piece of this.#ready.splice(0)) await writer.write(piece);
    } finally {
      writer.releaseLock(); // whoever started the binder ends the stream where this failed
    }
  }
}
