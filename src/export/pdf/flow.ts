/** Lays text out from sheet to sheet. What does not fit goes on at the top of the next; no line is left out or cut. */
import { linesOf } from "./lines";
import { type Paper, printedArea } from "./paper";
import type { Ruler } from "./ruler";
import { type Run, runsOf, widthOf } from "./runs";
import type { Mark, PictureMark, Sheet } from "./sheet";
import type { TextStyle } from "./text-style";

export interface Cell {
  text: string;
  style: TextStyle;
  /** From the side where lines begin. */
  xPt: number;
  widthPt: number;
}

export interface RowOptions {
  /** A thin line above the row. */
  isRuled?: boolean;
  /** Room that must be left below the row's first line, or it goes to the next sheet. */
  keepPt?: number;
  /** A press on the row leads there. */
  to?: string;
}

interface LaidCell extends Cell {
  lines: Run[][];
}

export class Flow {
  readonly sheets: Sheet[] = [];
  readonly widthPt: number;
  readonly #heightPt: number;
  #yPt = 0;

  constructor(
    paper: Paper,
    private readonly ruler: Ruler,
    private readonly head: Sheet["head"],
    private readonly direction: "ltr" | "rtl" = "ltr",
  ) {
    const area = printedArea(paper);
    this.widthPt = area.widthPt;
    this.#heightPt = area.heightPt;
    this.nextSheet();
  }

  /** Left on this sheet. */
  get roomPt(): number {
    return this.#heightPt - this.#yPt;
  }

  nextSheet(): void {
    this.sheets.push({ marks: [], head: this.head });
    this.#yPt = 0;
  }

  space(heightPt: number): void {
    if (this.#yPt > 0) this.#yPt += heightPt;
  }

  place(name: string, bookmark: string, isPart: boolean): void {
    this.#put({ kind: "place", name, bookmark, isPart });
  }

  rule(weightPt: number): void {
    this.#put({ kind: "rule", yPt: this.#yPt, weightPt });
  }

  /** A text over the whole width. */
  async text(text: string, style: TextStyle, options: RowOptions = {}): Promise<void> {
    await this.row([{ text, style, xPt: 0, widthPt: this.widthPt }], options);
  }

  /** Texts side by side, their first lines at one height. */
  async row(cells: readonly Cell[], { isRuled = false, keepPt = 0, to }: RowOptions = {}): Promise<void> {
    const laid: LaidCell[] = [];
    for (const cell of cells) laid.push({ ...cell, lines: await this.#lines(cell) });
    const firstPt = Math.max(...laid.map(({ style }) => style.leadingPt));
    if (this.#yPt > 0 && this.roomPt < firstPt + keepPt) this.nextSheet();
    if (isRuled) this.rule(0.4);
    if (isRuled) this.#yPt += 4;
    for (let more = true; more; ) {
      const heightPt = this.#putWhatFits(laid);
      if (to !== undefined) this.#link(heightPt, to);
      this.#yPt += heightPt;
      more = laid.some(({ lines }) => lines.length > 0);
      if (more) this.nextSheet();
    }
    if (isRuled) this.#yPt += 4;
  }

  /** @param slice Not higher than the room on this sheet. */
  picture(slice: Omit<PictureMark, "kind" | "yPt">): void {
    this.#put({ kind: "picture", yPt: this.#yPt, ...slice });
    this.#yPt += slice.heightPt;
  }

  async #lines({ text, style, widthPt }: Cell): Promise<Run[][]> {
    const { shelf } = this.ruler;
    const shown = await shelf.prepare(text, style.face);
    return runsOf(shown, linesOf(shown, style, widthPt, this.ruler), style, shelf);
  }

  /** Takes from each cell the lines for which there is room. @returns How high they are. */
  #putWhatFits(cells: readonly LaidCell[]): number {
    let heightPt = 0;
    for (const { lines, style, xPt } of cells) {
      const fitting = lines.splice(0, Math.max(1, Math.floor((this.roomPt + 0.01) / style.leadingPt)));
      fitting.forEach((runs, n) => {
        const line = { xPt: this.#beginPt(xPt, runs), yPt: this.#yPt + n * style.leadingPt, style, runs };
        this.#put({ kind: "line", ...line });
      });
      heightPt = Math.max(heightPt, fitting.length * style.leadingPt);
    }
    return heightPt;
  }

  /** The left end of a line that begins as far from the side where lines begin. */
  #beginPt(xPt: number, runs: readonly Run[]): number {
    return this.direction === "ltr" ? xPt : this.widthPt - xPt - widthOf(runs);
  }

  #link(heightPt: number, to: string): void {
    this.#put({ kind: "link", xPt: 0, yPt: this.#yPt, widthPt: this.widthPt, heightPt, to });
  }

  #put(mark: Mark): void {
    this.sheets.at(-1)!.marks.push(mark);
  }
}
