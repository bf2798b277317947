import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { entryHash, genesis, nextEntry } from "@/src/custody/chain";
import { canonicalJson } from "@/src/model/canonical-json";
import { CUSTODY_EVENTS, type CustodyAct, type CustodyEntry } from "@/src/model/custody";
import { sha256 } from "@/src/model/digest";
import type { CaseId } from "@/src/model/exhibit";

const PAGE = readFileSync(new URL("../../../docs/formats/custody-log.md", import.meta.url), "utf8");
const CASE = /^Case `([0-9a-f-]{36})`/m.exec(PAGE)?.[1] as CaseId;
const LINES = block("jsonl").split("\n");
const LOG = LINES.map((line) => JSON.parse(line) as CustodyEntry);

/** What stands in the first fenced block of this language. */
function block(language: string): string {
  return PAGE.split(`\`\`\`${language}\n`)[1]!.split("\n```")[0]!;
}

describe("the example in docs/formats/custody-log.md", () => {
  test("names the genesis value of its case", async () => {
    expect(block("text")).toBe(await genesis(CASE));
  });

  test("carries the digests that the rule gives", async () => {
    expect(LOG).toHaveLength(2);
    let prev = await genesis(CASE);
    for (const [seq, entry] of LOG.entries()) {
      const { hash, ...rest } = entry;
      expect(entry).toMatchObject({ seq, prev });
      expect(await entryHash(rest)).toBe(hash);
      prev = hash;
    }
  });

  test("is what the code writes for these acts", async () => {
    let last: CustodyEntry | undefined;
    for (const entry of LOG) {
      const { seq: _seq, prev: _prev, hash: _hash, ...act } = entry;
      last = await nextEntry(last, CASE, act satisfies CustodyAct);
      expect(last).toEqual(entry);
    }
  });

  test("is written in canonical form, and so are the bytes shown as hashed", async () => {
    expect(LOG.map(canonicalJson)).toEqual(LINES);
    expect(await sha256(block("json"))).toBe(LOG[0]!.hash);
  });
});

describe("the tables in docs/formats/custody-log.md", () => {
  test("list every event and no other", () => {
    const events = PAGE.slice(PAGE.indexOf("## Events"), PAGE.indexOf("## The head"));
    expect(firstCells(events)).toEqual(["event", ...CUSTODY_EVENTS]);
  });

  test("list every field and no other", () => {
    const fields = PAGE.slice(PAGE.indexOf("## Fields"), PAGE.indexOf("## The hash rule"));
    expect(firstCells(fields).toSorted()).toEqual(Object.keys(LOG[0]!).toSorted());
  });
});

/** The code word at the start of each table row. */
function firstCells(part: string): string[] {
  return [...part.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1]!);
}
