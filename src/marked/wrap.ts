/** Breaks a text into lines that fit a width. Nothing is left out: the lines together hold every letter of it. */

/** How wide a text is drawn, in device pixels. */
export type Measure = (text: string) => number;

const LETTERS = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const WORDS = new Intl.Segmenter(undefined, { granularity: "word" });
/** Scripts that put no space between words, and their marks: a line may end after any word of them. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3001-\u303F\uFF00-\uFFEF]$/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;

/**
 * Between words, also of scripts that write no spaces; within a word only where it fits no line.
 * @param widthPx What fits; a single letter that is wider stands on a line of its own.
 */
export function wrap(text: string, widthPx: number, measure: Measure): string[] {
  const fits = (line: string) => measure(line.trimEnd()) <= widthPx;
  const lines: string[] = [];
  let line = "";
  for (const word of wordsOf(text)) {
    if (fits(line + word)) {
      line += word;
    } else if (fits(word)) {
      lines.push(line);
      line = word;
    } else {
      lines.push(...filled(lettersOf(line + word), fits));
      line = lines.pop() ?? "";
    }
  }
  return [...lines, line];
}

/** As many parts in a line as fit. */
function filled(parts: readonly string[], fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    if (line === undefined || !fits(line + part)) lines.push(part);
    else lines[lines.length - 1] = line + part;
  }
  return lines;
}

function lettersOf(text: string): string[] {
  return Array.from(LETTERS.segment(text), ({ segment }) => segment);
}

/** Words with what stands between them and the next: a line never begins with a space or a closing mark. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let before = "";
  for (const { segment, isWordLike = false } of WORDS.segment(text)) {
    if (words.length === 0 || mayBreak(before, segment, isWordLike)) words.push(segment);
    else words[words.length - 1] += segment;
    before = segment;
  }
  return words;
}

function mayBreak(before: string, next: string, isWordLike: boolean): boolean {
  if (/\s$/.test(before)) return !/^\s/.test(next);
  return isWordLike && WITHOUT_SPACES.test(before) && !OPENING.test(before);
}
