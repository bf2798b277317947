/**
 * A run of text into the PDF, so that it can be searched for. Where its glyphs stand in another order than its characters
 * (vowel signs that are drawn first), the text is written beside them (`ActualText`).
 */
import type PDFDocument from "pdfkit";
import type { LoadedFont } from "./font-shelf";
import { type EmbeddedFont, nameGlyphs, readText } from "./named-glyphs";
import type { Run } from "./runs";

export class DrawnFonts {
  readonly #embedded = new Map<string, EmbeddedFont>();

  constructor(private readonly doc: InstanceType<typeof PDFDocument>) {}

  /** @param yPt Of the baseline. */
  draw(run: Run, xPt: number, yPt: number, sizePt: number): void {
    const { doc } = this;
    const isReadRight = isRead(run, readText(this.#use(run.font), run.drawn));
    doc.fontSize(sizePt);
    const text = () => doc.text(run.drawn, xPt, yPt, { lineBreak: false, baseline: "alphabetic" });
    if (isReadRight) text();
    else withActualText(doc, run.text, text);
  }

  #use({ file, bytes }: LoadedFont): EmbeddedFont {
    const known = this.#embedded.get(file);
    if (known === undefined) this.doc.registerFont(file, bytes);
    this.doc.font(file);
    if (known !== undefined) return known;
    const { _font: embedded } = this.doc as unknown as { _font: EmbeddedFont };
    nameGlyphs(embedded);
    this.#embedded.set(file, embedded);
    return embedded;
  }
}

/**
 * From right to left readers turn glyphs around by themselves, and the common ones would turn an `ActualText` around
 * too, unless it is one character.
 */
function isRead({ text, isRightToLeft }: Run, read: string | null): boolean {
  return read === text || (isRightToLeft && text.length > 1);
}

/**
 * Readers place the text by the state in which its span ends, so the span lies within the state that the library sets up for
 * drawing, around its text object and nothing else.
 */
function withActualText(doc: InstanceType<typeof PDFDocument>, actual: string, draw: () => void): void {
  const { addContent } = doc;
  doc.addContent = (content) => {
    if (content === "BT") doc.markContent("Span", { actual });
    addContent.call(doc, content);
    if (content === "ET") doc.endMarkedContent();
    return doc;
  };
  draw();
  doc.addContent = addContent;
}
