/**
 * Where each line of the heading stands: names on the left and values on the right, or below each other where there is
 * little room. Pure: how wide a text is comes from whoever draws it. Sizes are in device pixels.
 */
import type { StripFact, StripLine } from "./strip-facts";
import { wrap } from "./wrap";

/** One line of text, in a box that nothing of it may leave: marks piled upon a letter hide nothing else. */
export interface StripText {
  text: string;
  look: Look;
  xPx: number;
  /** Top of its box; the text stands on a line of letters within. */
  topPx: number;
  widthPx: number;
  lineHeightPx: number;
  /** Of the whole value, also where only a part of it stands on this line. */
  direction: "ltr" | "rtl";
}

export interface StripRule {
  topPx: number;
  heightPx: number;
}

export interface StripLayout {
  texts: StripText[];
  rules: StripRule[];
  heightPx: number;
}

export type Look = "label" | "name" | StripLine["kind"];

/** Size of the letters and distance of the lines, in the page's own CSS pixels. */
export const SIZES: Readonly<Record<Look, { font: number; line: number }>> = {
  label: { font: 20, line: 28 },
  name: { font: 13, line: 20 },
  words: { font: 14, line: 20 },
  claim: { font: 14, line: 22 },
  code: { font: 13, line: 20 },
  note: { font: 12.5, line: 18 },
};

const NARROW = 520;
/** Longer lines are hard to read, however wide the page is. */
const MOST_WIDE = 880;
const NAMES = 176;
const NAME_GAP = 16;
const GAP = 7;
const STARTS_RIGHT_TO_LEFT =
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** The line that parts the heading from the page. */
const END_RULE = 4;

export interface StripShape {
  widthPx: number;
  /** Device pixels in one CSS pixel of the heading. */
  scale: number;
  measure: (text: string, look: Look) => number;
}

/** @param label The exhibit's number. @param endsWith Stands last, right above the line that parts it from the page. */
export function layOut(label: string, facts: readonly StripFact[], endsWith: string, shape: StripShape): StripLayout {
  const column = new Column(shape);
  column.skip(column.padding);
  column.text(label, "label", 0);
  column.skip(6);
  column.rule(1);
  column.skip(10);
  for (const fact of facts) column.fact(fact);
  column.skip(3);
  column.text(endsWith, "note", 0);
  column.skip(10);
  column.rule(END_RULE);
  return column.layout;
}

/** Fills the heading from its top. */
class Column {
  readonly padding: number;
  readonly #isNarrow: boolean;
  readonly #layout: StripLayout = { texts: [], rules: [], heightPx: 0 };

  constructor(private readonly shape: StripShape) {
    const width = shape.widthPx / shape.scale;
    this.#isNarrow = width < NARROW;
    this.padding = this.#isNarrow ? 14 : 24;
  }

  get layout(): StripLayout {
    return this.#layout;
  }

  skip(distance: number): void {
    this.#layout.heightPx += this.#px(distance);
  }

  rule(thickness: number): void {
    const heightPx = Math.max(1, this.#px(thickness));
    this.#layout.rules.push({ topPx: this.#layout.heightPx, heightPx });
    this.#layout.heightPx += heightPx;
  }

  fact({ name, lines }: StripFact): void {
    const topPx = this.#layout.heightPx;
    this.text(name, "name", 0, this.#isNarrow ? MOST_WIDE : NAMES - NAME_GAP);
    const nameEndPx = this.#layout.heightPx;
    if (!this.#isNarrow) this.#layout.heightPx = topPx;
    for (const { text, kind } of lines) this.text(text, kind, this.#isNarrow ? 0 : NAMES);
    this.#layout.heightPx = Math.max(this.#layout.heightPx, nameEndPx);
    this.skip(GAP);
  }

  /** @param indent From the padding, in CSS pixels of the heading. */
  text(text: string, look: Look, indent: number, most = MOST_WIDE - indent): void {
    const { widthPx: wholePx, measure } = this.shape;
    const widthPx = Math.min(this.#px(most), wholePx - this.#px(2 * this.padding + indent));
    const lineHeightPx = this.#px(SIZES[look].line);
    const xPx = this.#px(this.padding + indent);
    const direction = look !== "code" && STARTS_RIGHT_TO_LEFT.test(text) ? "rtl" : "ltr";
    for (const line of wrap(text, widthPx, (part) => measure(part, look))) {
      const topPx = this.#layout.heightPx;
      this.#layout.texts.push({ text: line, look, xPx, topPx, widthPx, lineHeightPx, direction });
      this.#layout.heightPx += lineHeightPx;
    }
  }

  #px(units: number): number {
    return Math.round(units * this.shape.scale);
  }
}
