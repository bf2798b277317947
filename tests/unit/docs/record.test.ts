import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MISSING_PARTS, MISSING_WHYS } from "@/src/model/missing";
import { INTERRUPTIONS, PAGE_ACTS } from "@/src/model/page-acts";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const PAGE = read("docs/formats/record.md");

/** First cells, in code, of the table below a heading or in the part that follows it. */
function cells(heading: string): string[] {
  const part = PAGE.split(`### ${heading}\n`)[1]!.split("\n#")[0]!;
  return [...part.matchAll(/^\| `([\w-]+)` \|/gm)].map((match) => match[1]!);
}

test("docs/formats/record.md lists every act and no other", () => {
  expect(cells("Actions")).toEqual([...PAGE_ACTS]);
});

test("docs/formats/record.md lists all that can come between", () => {
  expect(cells("Interruptions")).toEqual([...INTERRUPTIONS]);
});

test("docs/formats/record.md lists every reason why something is missing, and what can be", () => {
  expect(cells("Missing")).toEqual([...MISSING_WHYS]);
  const line = /^`what`: (.+)\. An exhibit/m.exec(PAGE)![1]!;
  expect([...line.matchAll(/`([\w-]+)`/g)].map((match) => match[1])).toEqual([...MISSING_PARTS]);
});
