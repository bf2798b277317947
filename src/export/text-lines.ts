/** Plain text for papers: paragraphs broken into lines that fit a page, in any script. */
import LineBreaker from "linebreak";
import type { PaperKey, PaperWords } from "./paper-words";

/** Columns of a line: characters of Latin script; those of East Asia take two. */
export const LINE_COLUMNS = 100;

/** Stands between what is told in one language and the same in another. */
export const BETWEEN_LANGUAGES = `\n${"=".repeat(72)}\n\n`;

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFF60]/u;

/**
 * @param text Lines of its own are kept.
 * @param indent Before each line.
 * @param first Before the first line instead; what is longer than `indent` takes of that line alone.
 */
export function wrapped(text: string, indent = "", first = indent): string {
  return text
    .split("\n")
    .map((line, at) => wrappedLine(line, indent, at === 0 ? first : indent))
    .join("\n");
}

function wrappedLine(text: string, indent: string, first: string): string {
  const lines: string[] = [];
  let line = first;
  let columns = columnsOf(first);
  let isEmpty = true;
  for (const piece of piecesOf(text)) {
    if (!isEmpty && columns + columnsOf(piece.trimEnd()) > LINE_COLUMNS) {
      lines.push(line.trimEnd());
      line = indent;
      columns = columnsOf(indent);
    }
    line += piece;
    columns += columnsOf(piece);
    isEmpty = false;
  }
  return [...lines, line.trimEnd()].join("\n");
}

/** The text cut at every place where a line may end (UAX 14), but never within the name of a file. */
function* piecesOf(text: string): Generator<string> {
  const breaker = new LineBreaker(text);
  let from = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const [before = "", after = ""] = [text[next.position - 1], text[next.position]];
    if (after !== "" && !/\s/.test(before) && !WIDE.test(before) && !WIDE.test(after)) continue;
    yield text.slice(from, next.position);
    from = next.position;
  }
}

export function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

/** Capitals stand out where a script has them. */
export function heading({ language, say }: PaperWords, key: PaperKey): string {
  return say(key).toLocaleUpperCase(language);
}
