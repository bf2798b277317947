import { describe, expect, test } from "vitest";
import { entryHash } from "@/src/custody/chain";
import { checkLog } from "@/src/custody/check";
import { logLine, parseLog } from "@/src/custody/lines";
import type { CustodyEntry } from "@/src/model/custody";
import type { CaseId } from "@/src/model/exhibit";
import { act, CASE_ID, chained } from "@/tests/support/exhibits";

const fourActs = () => chained([act({ event: "capture" }), act(), act({ event: "reveal" }), act({ event: "export" })]);

async function rehashed(entry: CustodyEntry): Promise<CustodyEntry> {
  const { hash: _, ...body } = entry;
  return { ...entry, hash: await entryHash(body) };
}

describe("a log that was written by us", () => {
  test("holds together and tells where it ends", async () => {
    const log = await fourActs();
    const head = { lastSeq: 3, headHash: log[3]!.hash };
    expect(await checkLog(log, CASE_ID, head)).toEqual({ ok: true, ...head });
  });

  test("is the same after being written as text and read back", async () => {
    const log = await fourActs();
    expect(parseLog(log.map(logLine).join(""))).toEqual({ ok: true, entries: log });
  });
});

type Spoil = (log: CustodyEntry[]) => unknown[] | Promise<unknown[]>;
const at = (log: CustodyEntry[], index: number) => log[index]!;

const SPOILED: [name: string, spoil: Spoil, code: string, index: number][] = [
  ["an entry's event was edited", (log) => log.with(1, { ...at(log, 1), event: "capture" }), "entryEdited", 1],
  [
    "an entry's time was edited",
    (log) => log.with(2, { ...at(log, 2), utc: "2020-01-01T00:00:00.000Z" as never }),
    "entryEdited",
    2,
  ],
  ["an entry's detail was edited", (log) => log.with(0, { ...at(log, 0), detail: { note: 1 } }), "entryEdited", 0],
  ["the last entry was edited", (log) => log.with(3, { ...at(log, 3), actor: "friend" }), "entryEdited", 3],
  [
    "an entry was edited and its digest made anew",
    async (log) => log.with(1, await rehashed({ ...at(log, 1), app: "9" })),
    "chainBroken",
    2,
  ],
  ["the first entry was dropped", (log) => log.slice(1), "wrongNumber", 0],
  ["a middle entry was dropped", (log) => log.toSpliced(1, 1), "wrongNumber", 1],
  ["two entries were swapped", (log) => [at(log, 0), at(log, 2), at(log, 1), at(log, 3)], "wrongNumber", 1],
  ["an entry was doubled", (log) => log.toSpliced(1, 0, at(log, 1)), "wrongNumber", 2],
  [
    "an entry was put in from another log",
    async (log) => log.with(2, at(await chained([act(), act(), act({ app: "2" })]), 2)),
    "chainBroken",
    2,
  ],
  [
    "entries were numbered anew after a drop",
    (log) => log.toSpliced(1, 1).map((entry, seq) => ({ ...entry, seq })),
    "chainBroken",
    1,
  ],
  ["a number was edited", (log) => log.with(3, { ...at(log, 3), seq: 7 }), "wrongNumber", 3],
  ["it begins as the log of another case", async () => chained([act()], "other" as CaseId), "wrongGenesis", 0],
  [
    "its beginning was cut and the rest built anew",
    async (log) => [await rehashed({ ...at(log, 1), seq: 0 })],
    "wrongGenesis",
    0,
  ],
  [
    "a digest was written in capitals",
    (log) => log.with(1, { ...at(log, 1), hash: at(log, 1).hash.toUpperCase() as never }),
    "notAnEntry",
    1,
  ],
  ["a field was added", (log) => log.with(1, { ...at(log, 1), more: 1 } as never), "notAnEntry", 1],
  ["a field was taken out", (log) => log.with(1, { ...at(log, 1), tz: undefined } as never), "notAnEntry", 1],
  [
    "an event is unknown",
    async (log) => log.with(1, await rehashed({ ...at(log, 1), event: "invent" as never })),
    "notAnEntry",
    1,
  ],
  ["an entry is null", (log) => log.with(2, null as never), "notAnEntry", 2],
  ["a value has no canonical form", (log) => log.with(1, { ...at(log, 1), app: "\ud800" }), "entryEdited", 1],
  ["nothing is left", () => [], "headMismatch", 0],
  ["the end was cut", (log) => log.slice(0, 3), "headMismatch", 2],
  [
    "something was added at the end",
    async (log) => [...log, (await chained([act(), act(), act(), act(), act()]))[4]!],
    "chainBroken",
    4,
  ],
];

describe("a log that was spoiled is refused at the first entry that does not fit", () => {
  test.each(SPOILED)("%s", async (_name, spoil, code, index) => {
    const log = await fourActs();
    const head = { lastSeq: 3, headHash: log[3]!.hash };
    expect(await checkLog(await spoil(log), CASE_ID, head)).toEqual({ ok: false, failure: { code, index } });
  });

  test("an empty log is refused also where no end is known", async () => {
    expect(await checkLog([])).toEqual({ ok: false, failure: { code: "emptyLog", index: 0 } });
  });
});

describe("text of a log", () => {
  const REWRITTEN: [name: string, rewrite: (text: string) => string, code: string, index: number][] = [
    ["spaces were put in", (text) => text.replace('"seq":1', '"seq": 1'), "notCanonical", 1],
    [
      "keys were put in another order",
      (text) => text.replace(/^\{("actor":"[a-z]+"),(.*)\}$/m, "{$2,$1}"),
      "notCanonical",
      0,
    ],
    ["a key was written twice", (text) => text.replace('"seq":2', '"seq":9,"seq":2'), "notCanonical", 2],
    ["a number was written another way", (text) => text.replace('"seq":2', '"seq":2.0'), "notCanonical", 2],
    ["a letter was escaped", (text) => text.replace('"Asia/', '"\\u0041sia/'), "notCanonical", 0],
    ["the last line end is missing", (text) => text.slice(0, -1), "notCanonical", 3],
    ["lines end with CR LF", (text) => text.replaceAll("\n", "\r\n"), "notCanonical", 0],
    ["an empty line was put in", (text) => text.replace("\n", "\n\n"), "notAnEntry", 1],
    ["a line was cut", (text) => text.replace(/"seq":1.*\n/, "\n"), "notAnEntry", 1],
    ["it begins with a byte order mark", (text) => `\uFEFF${text}`, "notAnEntry", 0],
  ];

  test.each(REWRITTEN)("is refused when %s", async (_name, rewrite, code, index) => {
    const text = (await fourActs()).map(logLine).join("");
    expect(rewrite(text)).not.toBe(text);
    expect(parseLog(rewrite(text))).toEqual({ ok: false, failure: { code, index } });
  });
});
