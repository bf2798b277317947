import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLine } from "@/src/export/csv";
import { naughtyStrings } from "@/tests/support/naughty-strings";

/** Reads one line by RFC 4180 alone. */
function readLine(line: string): string[] {
  expect(line.endsWith("\r\n")).toBe(true);
  const cells: string[] = [];
  let rest = line.slice(0, -2);
  do {
    const cell = /^"((?:[^"]|"")*)"(?:,|$)/.exec(rest)!;
    cells.push(cell[1]!.replaceAll('""', '"'));
    rest = rest.slice(cell[0].length);
    if (rest === "" && cell[0].endsWith(",")) throw new Error("line ends with a comma");
  } while (rest !== "");
  return cells;
}

const SIGNS = ["=", "+", "-", "@", "＝", "＋", "－", "＠"];
const FORMULA_STARTS = [...SIGNS, "\t", "\r", "\n"];
/** What begins a cell for a spreadsheet that was told of another separator than the comma, in a text or in a cell of it. */
const SEPARATORS = [";", "\t", "\r", "\n", '; "', ';""', "\n\n ", ";\u00A0"];

/** C0 without tab, LF and CR; delete and C1. */
function isOtherControl(character: string): boolean {
  const code = character.codePointAt(0)!;
  return (code < 32 && !["\t", "\n", "\r"].includes(character)) || (code >= 127 && code < 160);
}

function expectSafe(values: readonly string[]): void {
  const cells = readLine(csvLine(values));
  const shown = values.map((value) =>
    [...value].map((character) => (isOtherControl(character) ? "\uFFFD" : character)).join(""),
  );
  for (const [place, cell] of cells.entries()) expect(withoutOurs(cell, shown[place]!)).toBe(shown[place]);
  expect(cells.some((cell) => FORMULA_STARTS.some((start) => cell.startsWith(start)))).toBe(false);
  for (const separator of [";", "\t"])
    for (const cell of misread(csvLine(values), separator)) expect(cell).not.toMatch(FORMULA);
}

const FORMULA = /^\s*[=+\-@＝＋－＠]/;

/** The cell without each `'` that the text has not; such a one stands where a formula could begin, or before a break. */
function withoutOurs(cell: string, text: string): string {
  const rest = [...text];
  const kept = [...cell].filter((character) => {
    if (character === rest[0]) return rest.shift() !== undefined;
    expect([character, FORMULA_STARTS.includes(rest[0] ?? "")]).toEqual(["'", true]);
    return false;
  });
  return kept.join("");
}

/**
 * How a spreadsheet reads it that separates cells by something else than the comma: a quote at the beginning of a cell opens
 * a quoted part; what comes after its end, up to the separator or the end of the line, still belongs to the cell.
 */
function misread(text: string, separator: string): string[] {
  const cells: string[] = [];
  let [cell, isQuoted, isFresh] = ["", false, true];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (isQuoted && character === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"' && (isQuoted || isFresh)) {
      isQuoted = !isQuoted;
      isFresh = false;
    } else if (!isQuoted && [separator, "\r", "\n"].includes(character)) {
      cells.push(cell);
      [cell, isFresh] = ["", true];
    } else {
      cell += character;
      isFresh = false;
    }
  }
  return [...cells, cell];
}

describe("a line of a table", () => {
  test("quotes every cell and doubles quotes within", () => {
    expect(csvLine(["a", 'b "c"', "", "d\ne,f"])).toBe('"a","b ""c""","","d\ne,f"\r\n');
  });

  test("holds no control character but tab, CR and LF", () => {
    expect(csvLine(["a\0b\u001Bc\u0085", "\0=1", "d\te\r\nf"])).toBe(
      '"a\uFFFDb\uFFFDc\uFFFD","\uFFFD=1","d\te\r\nf"\r\n',
    );
  });

  test.each([
    ["x;=cmd|'/C calc'!A0;y", "x;'=cmd|'/C calc'!A0;y"],
    ["x\t+1", "x\t'+1"],
    ["one\r\n- two\n@three", "one\r\n'- two\n'@three"],
    ['x; "=1', `x; ""'=1`],
    [" =1", " '=1"],
    ["；a - b, c=d; e; me@example.com", "；a - b, c=d; e; me@example.com"],
    ["＝1", "'＝1"],
  ])("%j stays readable, and nothing in it is a formula where cells are separated by ; or tab", (text, cell) => {
    expect(csvLine([text])).toBe(`"${cell}"\r\n`);
    expectSafe(["EX-001", text, "y"]);
  });

  test("takes time that grows with the text alone", () => {
    const texts = ["\n", " ", '"', ";", "\t=", "=", ' ;\n"'].map((part) => part.repeat(200_000));
    const from = performance.now();
    for (const text of texts) csvLine([text]);
    expect(performance.now() - from).toBeLessThan(4000);
  });

  test("reads back, and no cell begins as a formula does, for any text", () => {
    const cell = fc
      .array(fc.oneof(fc.constantFrom("", ...FORMULA_STARTS, ...SEPARATORS), fc.string({ unit: "binary" })), {
        maxLength: 6,
      })
      .map((parts) => parts.join(""));
    fc.assert(fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), expectSafe), { numRuns: 10_000 });
  });

  const naughty = naughtyStrings();
  test.skipIf(naughty === null)("reads back for all naughty strings", () => {
    expect(naughty!.length).toBe(515);
    for (const text of naughty!)
      expectSafe([text, `=${text}`, `@${text}`, `\t${text}`, `x;${text};y`, `x\n${text}`, `;"=${text}`]);
  });
});
