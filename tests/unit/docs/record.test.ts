import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const MODEL = read("src/model/exhibit.ts");
const PAGE = read("docs/formats/record.md");

/** The texts of a union, from where it begins to its semicolon. Comments hold none in double quotes. */
function union(start: string): string[] {
  const from = MODEL.indexOf(start);
  return [...MODEL.slice(from, MODEL.indexOf(";", from)).matchAll(/"([^"]+)"/g)].map((match) => match[1]!);
}

/** First cells, in code, of the table below a heading or in the part that follows it. */
function cells(heading: string): string[] {
  const part = PAGE.split(`### ${heading}\n`)[1]!.split("\n#")[0]!;
  return [...part.matchAll(/^\| `([\w-]+)` \|/gm)].map((match) => match[1]!);
}

test("docs/formats/record.md lists every act and no other", () => {
  expect(cells("Actions")).toEqual(union("act:"));
});

test("docs/formats/record.md lists all that can come between", () => {
  const interruption = MODEL.slice(
    MODEL.indexOf("export interface Interruption"),
    MODEL.indexOf("/** What the record lacks"),
  );
  expect(cells("Interruptions")).toEqual([...interruption.matchAll(/"(\w+)"/g)].map((match) => match[1]!));
});

test("docs/formats/record.md lists every reason why something is missing, and what can be", () => {
  const why = MODEL.slice(MODEL.indexOf("export type MissingWhy"), MODEL.indexOf("export interface Environment"));
  expect(cells("Missing")).toEqual([...why.matchAll(/\| "(\w+)"/g)].map((match) => match[1]!));
  const line = /^`what`: (.+)\. An exhibit/m.exec(PAGE)![1]!;
  const part = MODEL.slice(MODEL.indexOf("export interface MissingPart"), MODEL.indexOf("export type MissingWhy"));
  expect([...line.matchAll(/`([\w-]+)`/g)].map((match) => match[1])).toEqual(
    [...part.matchAll(/"([\w-]+)"/g)].map((match) => match[1]!),
  );
});
