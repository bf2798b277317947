/**
 * Where a text is broken into lines of a given width: Unicode line breaking (UAX 14), and for scripts without spaces
 * the words of the browser's dictionary.
 */
import LineBreaker from "linebreak";
import { clustersOf } from "./characters";
import type { Ruler } from "./ruler";
import type { TextStyle } from "./text-style";

/** Of a text, in UTF-16 units, end not included. Blank space at its end is not drawn. */
export interface LineRange {
  start: number;
  end: number;
}

const NO_SPACES = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORDS = new Intl.Segmenter("th", { granularity: "word" });

/** @param text As `FontShelf.prepare` gave it. @returns at least one line */
export function linesOf(text: string, style: TextStyle, widthPt: number, ruler: Ruler): LineRange[] {
  const lines: LineRange[] = [];
  let at = 0;
  for (const paragraph of text.split("\n")) {
    lines.push(...paragraphLines(paragraph, at, widthPt, (piece) => ruler.widthPt(piece, style)));
    at += paragraph.length + 1;
  }
  return lines;
}

function paragraphLines(text: string, offset: number, roomPt: number, widthOf: (piece: string) => number): LineRange[] {
  const lines: LineRange[] = [];
  let start = 0;
  let takenPt = 0;
  const close = (end: number) => {
    lines.push({ start: offset + start, end: offset + end });
    start = end;
    takenPt = 0;
  };
  for (const { from, word } of wordsOf(text)) {
    if (takenPt > 0 && takenPt + widthOf(word.trimEnd()) > roomPt) close(from);
    let rest = word;
    while (widthOf(rest.trimEnd()) > roomPt) {
      const length = fittingLength(rest, (piece) => widthOf(piece) <= roomPt);
      if (length === rest.length) break;
      rest = rest.slice(length);
      close(from + word.length - rest.length);
    }
    takenPt += widthOf(rest);
  }
  close(text.length);
  return lines;
}

/** For a word wider than the line: as many of its characters as fit, at least one. */
function fittingLength(word: string, fits: (piece: string) => boolean): number {
  const clusters = clustersOf(word);
  let low = 1;
  let high = clusters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(clusters.slice(0, middle).join(""))) low = middle;
    else high = middle - 1;
  }
  return clusters.slice(0, low).join("").length;
}

/** The text cut at every place where a line may end. */
function wordsOf(text: string): { from: number; word: string }[] {
  const breaks = new Set([text.length]);
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) breaks.add(next.position);
  if (NO_SPACES.test(text)) {
    for (const { index, segment } of WORDS.segment(text)) if (NO_SPACES.test(segment)) breaks.add(index);
  }
  breaks.delete(0);
  let from = 0;
  return [...breaks]
    .sort((one, other) => one - other)
    .map((to) => {
      const word = { from, word: text.slice(from, to) };
      from = to;
      return word;
    });
}
