/**
 * One line as it is drawn: pieces of one font and one direction, in the order they stand on paper (Unicode bidirectional
 * algorithm, UAX 9). The text has no bidi controls: they were written out as code points.
 */
import bidiFactory from "bidi-js";
import { clustersOf } from "./characters";
import type { FontShelf, LoadedFont } from "./font-shelf";
import type { LineRange } from "./lines";
import type { TextStyle } from "./text-style";

export interface Run {
  /** In the order it is read. */
  text: string;
  /** As it is drawn: brackets turned where the line runs from right to left. */
  drawn: string;
  font: LoadedFont;
  /** From the line's left end. */
  xPt: number;
  widthPt: number;
  isRightToLeft: boolean;
}

const bidi = bidiFactory();

interface Piece {
  text: string;
  drawn: string;
  font: LoadedFont;
  level: number;
}

/** @param lines Of the whole text, in order. @returns The runs of each line, from left to right. */
export function runsOf(text: string, lines: readonly LineRange[], style: TextStyle, shelf: FontShelf): Run[][] {
  const { levels } = bidi.getEmbeddingLevels(text);
  return lines.map((line) => {
    const pieces = piecesOf(text, line, levels, (cluster) => shelf.pieces(cluster, style.face));
    return placed(inVisualOrder(pieces.flatMap(inFontsDirection)), style.sizePt);
  });
}

function piecesOf(
  text: string,
  { start, end }: LineRange,
  levels: Uint8Array,
  fontsOf: (cluster: string) => { text: string; font: LoadedFont }[],
): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const cluster of clustersOf(text.slice(start, end).trimEnd())) {
    const before = pieces.at(-1)?.font;
    // Every font has the space: a phrase stays one piece.
    const parts = cluster === " " && before !== undefined ? [{ text: cluster, font: before }] : fontsOf(cluster);
    for (const { text: part, font } of parts) add(pieces, part, font, levels[at]!);
    at += cluster.length;
  }
  return pieces;
}

function add(pieces: Piece[], text: string, font: LoadedFont, level: number): void {
  const last = pieces.at(-1);
  const isTurned = level % 2 === 1;
  const drawn = isTurned ? (bidi.getMirroredCharacter(text) ?? text) : text;
  // The PDF library lays out word by word from left to right, so a word that runs the other way stands alone.
  const isOneWord = !isTurned || (text !== " " && last?.text !== " ");
  if (last && last.font === font && last.level === level && isOneWord) {
    last.text += text;
    last.drawn += drawn;
  } else pieces.push({ text, drawn, font, level });
}

/** A font turns a text around by its script; where that is not how the line runs, each character stands alone. */
function inFontsDirection(piece: Piece): Piece[] {
  const isTurned = piece.font.ruler.layout(piece.drawn).direction === "rtl";
  if (isTurned === (piece.level % 2 === 1)) return [piece];
  const drawn = clustersOf(piece.drawn);
  return clustersOf(piece.text).map((text, n) => ({ ...piece, text, drawn: drawn[n] ?? text }));
}

/** UAX 9, rule L2: from the highest level down, whatever is at or above it is turned around. */
function inVisualOrder(pieces: readonly Piece[]): Piece[] {
  const order = [...pieces];
  for (let level = Math.max(0, ...order.map((piece) => piece.level)); level > 0; level -= 1) {
    for (let from = 0; from < order.length; from += 1) {
      let to = from;
      while (to < order.length && order[to]!.level >= level) to += 1;
      order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = to;
    }
  }
  return order;
}

function placed(pieces: readonly Piece[], sizePt: number): Run[] {
  let xPt = 0;
  return pieces.map(({ text, drawn, font, level }) => {
    const widthPt = (font.ruler.layout(drawn).advanceWidth / font.ruler.unitsPerEm) * sizePt;
    const run = { text, drawn, font, xPt, widthPt, isRightToLeft: level % 2 === 1 };
    xPt += widthPt;
    return run;
  });
}

/** Of a line. */
export function widthOf(runs: readonly Run[]): number {
  const last = runs.at(-1);
  return last === undefined ? 0 : last.xPt + last.widthPt;
}
