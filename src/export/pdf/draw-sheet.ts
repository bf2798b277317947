/** Sheets into the PDF. Black and greys only; nothing is told by a shade alone. */
import PDFDocument from "pdfkit";
import type { DrawnFonts } from "./draw-text";
import { FOOT_PT, HEAD_PT, MARGINS, type Paper } from "./paper";
import { type Run, widthOf } from "./runs";
import type { Mark, PictureMark } from "./sheet";
import type { TextStyle } from "./text-style";

export type Pdf = InstanceType<typeof PDFDocument>;

export interface PdfAbout {
  title: string;
  /** BCP 47, of our own words. */
  language: string;
  /** What made it. */
  software: string;
  madeAt: Date;
}

export function newPdf({ title, language, software, madeAt }: PdfAbout): Pdf {
  return new PDFDocument({
    autoFirstPage: false,
    pdfVersion: "1.7",
    font: null as unknown as string, // no font of the reader's own is used
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: software, Producer: "pdfkit", CreationDate: madeAt },
  });
}

/** Where the baseline stands in a line, as a share of its height beyond the letters. */
const BASELINE = 0.5;
/** Height of the letters above the baseline, of the size. */
const CAP = 0.714;

export class SheetPen {
  /** The part of the bookmarks that the next ones belong to. */
  #part: PDFKit.PDFOutline | null = null;

  constructor(
    private readonly doc: Pdf,
    private readonly fonts: DrawnFonts,
    private readonly paper: Paper,
  ) {}

  begin(): void {
    const { widthPt, heightPt } = this.paper;
    this.doc.addPage({ size: [widthPt, heightPt], margin: 0 });
  }

  /** @param png The rows of a picture mark, as a PNG. */
  mark(mark: Mark, png: Uint8Array<ArrayBuffer> | null): void {
    const { leftPt, topPt } = MARGINS;
    if (mark.kind === "line") this.line(mark.runs, mark.style, leftPt + mark.xPt, topPt + mark.yPt);
    else if (mark.kind === "rule") this.rule(topPt + mark.yPt, mark.weightPt);
    else if (mark.kind === "place") this.#place(mark.name, mark.bookmark, mark.isPart);
    else if (mark.kind === "picture") this.#picture(mark, png);
    else this.doc.goTo(leftPt + mark.xPt, topPt + mark.yPt, mark.widthPt, mark.heightPt, mark.to);
  }

  /** @param yPt The top of the line. */
  line(runs: readonly Run[], style: TextStyle, xPt: number, yPt: number): void {
    const baselinePt = yPt + style.leadingPt * BASELINE + (style.sizePt * CAP) / 2;
    this.doc.fillColor(greyOf(style.grey));
    for (const run of runs) this.fonts.draw(run, xPt + run.xPt, baselinePt, style.sizePt);
  }

  rule(yPt: number, weightPt: number): void {
    const to = this.paper.widthPt - MARGINS.rightPt;
    this.doc
      .moveTo(MARGINS.leftPt, yPt)
      .lineTo(to, yPt)
      .lineWidth(weightPt)
      .strokeColor(greyOf(weightPt < 1 ? 0.55 : 0))
      .stroke();
  }

  /** Head and foot, once it is known which sheet of how many it is. */
  frame(head: { left: readonly Run[]; right: readonly Run[] }, foot: readonly Run[], style: TextStyle): void {
    const { widthPt, heightPt } = this.paper;
    const rightEnd = (runs: readonly Run[]) => widthPt - MARGINS.rightPt - widthOf(runs);
    this.line(head.left, style, MARGINS.leftPt, HEAD_PT);
    this.line(head.right, style, rightEnd(head.right), HEAD_PT);
    if (head.left.length > 0) this.rule(HEAD_PT + style.leadingPt + 5, 0.4);
    this.line(foot, style, rightEnd(foot), heightPt - FOOT_PT - style.leadingPt);
  }

  #place(name: string, bookmark: string, isPart: boolean): void {
    this.doc.addNamedDestination(name, "FitH", 0);
    if (isPart || this.#part === null) this.#part = this.doc.outline.addItem(bookmark);
    else this.#part.addItem(bookmark);
  }

  #picture({ yPt, widthPt, heightPt }: PictureMark, png: Uint8Array<ArrayBuffer> | null): void {
    if (png === null) throw new TypeError("a picture mark needs its rows");
    const { leftPt, topPt } = MARGINS;
    this.doc.image(png as Buffer<ArrayBuffer>, leftPt, topPt + yPt, { width: widthPt, height: heightPt });
    this.doc
      .rect(leftPt, topPt + yPt, widthPt, heightPt)
      .lineWidth(0.4)
      .strokeColor(greyOf(0.5))
      .stroke();
  }
}

function greyOf(grey: number): [number, number, number] {
  const value = Math.round(grey * 255);
  return [value, value, value];
}
