import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "@/src/model/canonical-json";
import type { ExhibitId, ExhibitRecord } from "@/src/model/exhibit";
import { DamagedError } from "@/src/verify/bag-source";
import { type CheckedCopy, checkCopy } from "@/src/verify/copy";
import { BUNDLE_NAME, goodBundle } from "@/tests/support/bundle";
import { edit } from "@/tests/support/bundle-files";
import {
  type CopyFiles,
  FIRST,
  madeUpCopy,
  NOTE,
  OTHER_CASE,
  putTogether,
  REMARKS,
  relisted,
  SECOND,
  takenApart,
} from "@/tests/support/copied";
import { CASE_ID } from "@/tests/support/exhibits";

async function check(zip: Blob): Promise<CheckedCopy> {
  const bytes = new Uint8Array(await zip.arrayBuffer());
  return checkCopy({ size: bytes.length, read: async (offset, length) => bytes.slice(offset, offset + length) });
}

/** Everything that would be put back, as one text. */
async function contentsOf({ cases, settings }: CheckedCopy): Promise<string> {
  const all = [];
  for (const { caseId, log, notes, exhibits } of cases) {
    const items = [];
    for await (const { record, corrections, remarks } of exhibits()) items.push({ record, corrections, remarks });
    all.push({ caseId, log, notes, items });
  }
  return canonicalJson({ all, settings });
}

const LOG = "data/custody/custody.jsonl";

/** Takes the first entry out of the first case's log, and says so. */
function loseEntry({ bags, index }: CopyFiles): void {
  edit(bags.get(FIRST)!, LOG, (text) => text.slice(text.indexOf("\n") + 1));
  index.damaged.push(...index.bags.splice(0, 1));
}

const line = (value: unknown) => `${canonicalJson(value)}\n`;

/** By someone who knows the passphrase, and makes all lists and digests anew. */
const FORGED: [name: string, change: (files: CopyFiles) => unknown][] = [
  [
    "a note says something else than the log names",
    ({ bags }) => edit(bags.get(SECOND)!, "data/notes/notes.jsonl", (text) => text.replace("Other", "Another")),
  ],
  ["a note is of another case", ({ bags }) => edit(bags.get(FIRST)!, "data/notes/notes.jsonl", line(NOTE))],
  [
    "a note has a field too many",
    ({ bags }) => edit(bags.get(SECOND)!, "data/notes/notes.jsonl", line({ ...NOTE, more: 1 })),
  ],
  [
    "a note is not in canonical form",
    ({ bags }) => edit(bags.get(SECOND)!, "data/notes/notes.jsonl", `${JSON.stringify(NOTE, null, 1)}\n`),
  ],
  [
    "remarks are of no item in the log",
    ({ bags }) =>
      edit(bags.get(FIRST)!, "data/notes/remarks.jsonl", (text) => `${text}${line({ item: NOTE.id, kept: REMARKS })}`),
  ],
  ["remarks are no JSON", ({ bags }) => edit(bags.get(FIRST)!, "data/notes/remarks.jsonl", "remarks\n")],
  ["a bag is missing", ({ bags }) => bags.delete(SECOND)],
  ["a folder is added", ({ bags }) => bags.set("other", new Map([["new.txt", new TextEncoder().encode("new")]]))],
  [
    "a case is there twice",
    ({ bags, index }) => {
      bags.set("documents-9", new Map(bags.get(SECOND)!));
      index.bags.push({ ...index.bags[1]!, folder: "documents-9" });
    },
  ],
  ["a bag is named twice", ({ index }) => index.bags.push(index.bags[1]!)],
  ["no bag is named", ({ index }) => index.bags.splice(0)],
  ["a bag is said to be of another case", ({ index }) => Object.assign(index.bags[0]!, { caseId: OTHER_CASE })],
  ["a bag is said to hold more", ({ index }) => Object.assign(index.bags[0]!, { exhibits: 3 })],
  ["a log is said to be longer", ({ index }) => Object.assign(index.bags[0]!, { lastSeq: 9 })],
  ["the index names a folder above", ({ index }) => Object.assign(index.bags[0]!, { folder: "../documents" })],
  ["the index has a field too many", ({ index }) => Object.assign(index, { more: 1 })],
  ["the index is of a later form", ({ index }) => Object.assign(index, { schema: "tidemark-copy/5" })],
  [
    "it is of the third form with damaged cases",
    (files) => {
      loseEntry(files);
      Object.assign(files.index, { schema: "tidemark-copy/3" });
    },
  ],
  [
    "a log that lacks an entry stands among those that hold together",
    (files) => {
      loseEntry(files);
      files.index.bags.push(...files.index.damaged.splice(0));
    },
  ],
  [
    "an entry of a damaged log was edited",
    (files) => {
      loseEntry(files);
      edit(files.bags.get(FIRST)!, LOG, (text) => text.replace("Asia/Hong_Kong", "Asia/Tokyo"));
    },
  ],
  [
    "entries of a damaged log were swapped",
    (files) => {
      loseEntry(files);
      edit(files.bags.get(FIRST)!, LOG, (text) => text.replace(/^(.*\n)(.*\n)/, "$2$1"));
    },
  ],
  [
    "of a damaged log nothing is left",
    (files) => {
      loseEntry(files);
      edit(files.bags.get(FIRST)!, LOG, "");
    },
  ],
  [
    "a record of a damaged case is another than the log names",
    (files) => {
      loseEntry(files);
      const path = "data/exhibits/002/record.json";
      edit(files.bags.get(FIRST)!, path, (text) => text.replace('"lang":"', '"lang":"x'));
    },
  ],
  [
    "a file of a damaged case is another than its record names",
    (files) => {
      loseEntry(files);
      edit(files.bags.get(FIRST)!, "data/exhibits/001/original/page.dom.html.txt", "<p>other</p>");
    },
  ],
  ["the authority is no id", ({ index }) => Object.assign(index.settings, { stampBy: "x".repeat(100) })],
  [
    "it is of the second form with settings of the third",
    ({ index }) => Object.assign(index, { schema: "tidemark-copy/2" }),
  ],
  ["the minutes are none that can be chosen", ({ index }) => Object.assign(index.settings, { idleMinutes: 1e9 })],
  ["the case in use has no id", ({ index }) => Object.assign(index.settings, { currentCase: "__proto__" })],
];

describe("a copy", () => {
  test("of two cases is read with all that was written", async () => {
    const { cases, settings } = await check(await madeUpCopy());
    expect(cases.map(({ caseId, ids, notes }) => [caseId, ids.size, notes.length])).toEqual([
      [CASE_ID, 2, 0],
      [OTHER_CASE, 0, 1],
    ]);
    expect(settings).toEqual({
      currentCase: OTHER_CASE,
      idleMinutes: 15,
      screens: 60,
      stampBy: "freetsa",
      place: "hk",
      language: null,
    });
    const remarks = [];
    for await (const item of cases[0]!.exhibits()) remarks.push(item.remarks);
    expect(remarks).toEqual([REMARKS, null]);
  });

  test("of the first form is one bundle", async () => {
    const { cases, settings } = await check((await goodBundle({ name: BUNDLE_NAME })).zip);
    expect(cases).toHaveLength(1);
    expect(settings).toBeNull();
  });

  test("of the third form, without damaged cases, is read as it is", async () => {
    const { index, bags } = await takenApart(await madeUpCopy());
    const { damaged: _, ...third } = { ...index, schema: "tidemark-copy/3" };
    const { cases } = await check(putTogether({ index: third as unknown as CopyFiles["index"], bags }));
    expect(cases.map(({ isDamaged }) => isDamaged)).toEqual([false, false]);
  });

  test("holds a case of whose log entries are missing, as a damaged one", async () => {
    const files = await takenApart(await madeUpCopy());
    loseEntry(files);
    await relisted(files);
    const { cases } = await check(putTogether(files));
    expect(cases.map(({ caseId, isDamaged }) => [caseId, isDamaged])).toEqual([
      [OTHER_CASE, false],
      [CASE_ID, true],
    ]);
    expect(cases[1]!.log.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(cases[1]!.ids.size).toBe(2);
  });

  test("of the second form, with fewer settings, is read as it is", async () => {
    const files = await takenApart(await madeUpCopy());
    const { currentCase, idleMinutes, screens } = files.index.settings;
    const settings = { currentCase, idleMinutes, screens };
    const index = { schema: "tidemark-copy/2", bags: files.index.bags, settings } as unknown as CopyFiles["index"];
    expect(await check(putTogether({ ...files, index }))).toMatchObject({ settings });
  });

  test("taken apart and put together again is the same", async () => {
    const zip = await madeUpCopy();
    const files = await takenApart(zip);
    await relisted(files);
    expect(await contentsOf(await check(putTogether(files)))).toBe(await contentsOf(await check(zip)));
  });

  test.each(FORGED)("is refused where %s", async (_, change) => {
    const files = await takenApart(await madeUpCopy());
    change(files);
    await relisted(files);
    await expect(check(putTogether(files))).rejects.toThrow(DamagedError);
  });

  const HOSTILE: [name: string, change: (record: ExhibitRecord) => void][] = [
    [
      "has the id of another",
      (record) => Object.assign(record, { id: "00000000-0000-4000-8000-000000000001" as ExhibitId }),
    ],
    ["has no id", (record) => Object.assign(record, { id: "../../other" })],
    ["has a number beyond all", (record) => Object.assign(record, { exhibit: 2 ** 52 })],
    ["has an account that is none", (record) => Object.assign(record, { poster: "someone" })],
    ["has a code that is in no list", (record) => Object.assign(record, { pictures: "constructor" })],
    ["has a window without a size", (record) => Object.assign(record.env, { viewport: null })],
  ];
  test.each(HOSTILE)("is refused where a record %s, and everything else says the same", async (_, change) => {
    await expect(madeUpCopy(change).then(check)).rejects.toThrow(DamagedError);
  });

  test("with any bytes changed, cut or put in is refused, or is the same", async () => {
    const good = new Uint8Array(await (await madeUpCopy()).arrayBuffer());
    const expected = await contentsOf(await check(new Blob([good])));
    const place = fc.nat(good.length - 1);
    const spoiled = fc.oneof(
      fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([at, by]) => good.with(at, good[at]! ^ by)),
      place.map((at) => good.slice(0, at)),
      fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 40 })).map(([at, put]) => {
        const longer = new Uint8Array(good.length + put.length);
        longer.set(good.subarray(0, at));
        longer.set(put, at);
        longer.set(good.subarray(at), at + put.length);
        return longer;
      }),
      fc.tuple(place, place, fc.integer({ min: 1, max: 300 })).map(([to, from, n]) => {
        const moved = good.slice();
        moved.copyWithin(to, from, from + n);
        return moved;
      }),
    );
    const property = fc.asyncProperty(spoiled, async (bytes) => {
      const found = await check(new Blob([new Uint8Array(bytes)])).then(contentsOf, (error: unknown) => error);
      if (found !== expected) expect(found).toBeInstanceOf(DamagedError);
    });
    await fc.assert(property, { numRuns: 200 });
  });
});
