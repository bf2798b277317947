/**
 * A run of text into the PDF, so that it can be searched for. A PDF names, for each glyph of a font, one text: the one it
 * first stood for. Where a run would be read differently by that (marks that changed places, two letters of one
 * shape), its text is written beside it (`ActualText`); from right to left, where readers take that apart wrongly, the same
 * font is taken into the file once more.
 */
import type { Font } from "fontkit";
import type PDFDocument from "pdfkit";
import { type LoadedFont, openFont } from "./font-shelf";
import type { Run } from "./runs";

/** A font in the file, and a twin of what the PDF library knows of it. */
interface Embedded {
  name: string;
  twin: Font;
}

/** More of one font are not taken in; a text that reads wrongly after that is still drawn right. */
const MAX_COPIES = 4;

export class DrawnFonts {
  readonly #copies = new Map<string, Embedded[]>();

  constructor(private readonly doc: InstanceType<typeof PDFDocument>) {}

  /** @param yPt Of the baseline. */
  draw(run: Run, xPt: number, yPt: number, sizePt: number): void {
    const { name, isReadRight } = this.#fontFor(run);
    const { doc } = this;
    doc.font(name).fontSize(sizePt);
    if (!isReadRight) doc.markContent("Span", { actual: run.text });
    doc.text(run.drawn, xPt, yPt, { lineBreak: false, baseline: "alphabetic" });
    if (!isReadRight) doc.endMarkedContent();
  }

  #fontFor(run: Run): { name: string; isReadRight: boolean } {
    const copies = this.#copies.get(run.font.file) ?? [];
    this.#copies.set(run.font.file, copies);
    const tries = run.isRightToLeft && run.drawn === run.text ? MAX_COPIES : 1;
    for (let n = 0; n < tries; n += 1) {
      const copy = copies[n] ?? this.#embed(run.font, copies);
      if (readText(copy.twin, run) === run.text) return { name: copy.name, isReadRight: true };
    }
    // A single character cannot be taken apart wrongly.
    return { name: copies[0]!.name, isReadRight: run.isRightToLeft && run.text.length > 1 };
  }

  #embed(font: LoadedFont, copies: Embedded[]): Embedded {
    const name = `${font.file} ${copies.length}`;
    this.doc.registerFont(name, font.bytes);
    const copy = { name, twin: openFont(font.bytes) };
    copies.push(copy);
    return copy;
  }
}

/** What a reader of the file will take the run for. A font's glyph keeps the text it was first asked for. */
function readText(twin: Font, { drawn, isRightToLeft }: Run): string {
  const { glyphs } = twin.layout(drawn);
  const texts = glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints));
  return (isRightToLeft ? texts.reverse() : texts).join("");
}
