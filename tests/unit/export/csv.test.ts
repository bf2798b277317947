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

const FORMULA_STARTS = ["=", "+", "-", "@", "\t", "\r", "\n"];

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
  expect(cells).toEqual(
    shown.map((value) => (FORMULA_STARTS.some((start) => value.startsWith(start)) ? `'${value}` : value)),
  );
  expect(cells.some((cell) => FORMULA_STARTS.some((start) => cell.startsWith(start)))).toBe(false);
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

  test("reads back, and no cell begins as a formula does, for any text", () => {
    const cell = fc
      .tuple(fc.constantFrom("", ...FORMULA_STARTS), fc.string({ unit: "binary" }))
      .map((parts) => parts.join(""));
    fc.assert(fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), expectSafe), { numRuns: 10_000 });
  });

  const naughty = naughtyStrings();
  test.skipIf(naughty === null)("reads back for all naughty strings", () => {
    expect(naughty!.length).toBe(515);
    for (const text of naughty!) expectSafe([text, `=${text}`, `@${text}`, `\t${text}`]);
  });
});
