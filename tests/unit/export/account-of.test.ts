import { expect, test } from "vitest";
import { accountOf } from "@/src/export/account-of";
import { bundle } from "@/src/export/bundle";
import type { ExhibitWords } from "@/src/model/account";
import { canonicalJson } from "@/src/model/canonical-json";
import { sha256 } from "@/src/model/digest";
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import type { UtcInstant } from "@/src/model/instant";
import type { Note, NoteId } from "@/src/model/note";
import type { KeptRemarks, Remarks } from "@/src/model/remarks";
import type { VaultReader } from "@/src/vault/read";
import { REPORT } from "@/tests/support/account";
import { bundleOptions, collect } from "@/tests/support/bundle";
import { filesOf, textOf } from "@/tests/support/bundle-files";
import { act, CASE_ID, chained, fakeReader, madeUpExhibit } from "@/tests/support/exhibits";
import { ENGLISH } from "@/tools/papers";

const UTC = "2026-11-20T02:00:00.000Z" as UtcInstant;
const STAMP = {
  caseId: CASE_ID,
  writtenUtc: UTC,
  changedUtc: UTC,
  tz: "Asia/Hong_Kong",
  revision: crypto.randomUUID(),
};

async function written() {
  const one = await madeUpExhibit(1);
  const other = await madeUpExhibit(2);
  const [first, second] = [one.record.id, other.record.id];
  const event: Note<"event"> = {
    ...STAMP,
    id: crypto.randomUUID() as NoteId,
    kind: "event",
    body: {
      way: "message",
      time: { kind: "unknown", words: "in spring" },
      what: "A message came.",
      did: "",
      effect: "",
      witnesses: [],
      exhibits: [second, first, crypto.randomUUID() as ExhibitId],
    },
  };
  const report: Note<"report"> = {
    ...STAMP,
    id: crypto.randomUUID() as NoteId,
    kind: "report",
    body: { ...REPORT, exhibits: [first], looks: REPORT.looks.map((look) => ({ ...look, exhibit: second })) },
  };
  const remarks: Remarks = {
    description: "The first post",
    significance: "It began here.",
    effect: "I stopped going out.",
    people: ["A. Neighbour", "B. Friend"],
    place: "the weir",
    tags: ["river", "spring"],
    links: [
      { rel: "profile-of", item: second },
      { rel: "part-of", item: crypto.randomUUID() as ExhibitId },
    ],
    covers: [{ xPx: 1, yPx: 2, widthPx: 3, heightPx: 4 }],
  };
  const kept: KeptRemarks = { remarks, utc: UTC, tz: "Asia/Hong_Kong", revision: crypto.randomUUID() };
  const summaries = [one, other].map(({ record: { id, exhibit } }) => ({ id, exhibit }) as ExhibitSummary);
  const reader: VaultReader = {
    ...fakeReader([{ ...one, remarks: kept }, other]),
    notes: async () => ({ notes: [event, report], damaged: [] }),
    summaries: async () => ({ summaries, damaged: [], waiting: 0 }),
  };
  const digests = await Promise.all([event, report, kept].map(async (each) => sha256(canonicalJson(each))));
  const log = await chained([
    ...digests.map((digest) => act({ event: "edit-note", digest: `sha256:${digest}` })),
    act({ event: "export" }),
  ]);
  return { reader, first, log, exhibits: [one] };
}

test("what the person wrote goes with what is handed over, and names items by their numbers", async () => {
  const { reader, first, log } = await written();
  const account = await accountOf(reader, CASE_ID, [first], log, ENGLISH);
  expect(account.entries).toMatchObject([{ what: "A message came.", did: null, effect: null, exhibits: [1, 2] }]);
  expect(account.reports).toMatchObject([{ to: "A platform", exhibits: [1], looks: [{ found: "gone", exhibit: 2 }] }]);
  const [[number, about]] = [...account.about] as [[number, ExhibitWords]];
  expect([number, about.description, about.links]).toEqual([1, "The first post", [{ rel: "profile-of", exhibit: 2 }]]);
  expect(about).not.toHaveProperty("covers");
});

test("words that the log does not name are left out", async () => {
  const { reader, first, log } = await written();
  const account = await accountOf(reader, CASE_ID, [first], log.slice(0, 1), ENGLISH);
  expect(account).toMatchObject({ entries: [{ what: "A message came." }], reports: [] });
  expect(account.about.size).toBe(0);
});

test("words go in where the log lacks entries: the one that names them may be gone", async () => {
  const { reader, first, log } = await written();
  const account = await accountOf(reader, CASE_ID, [first], log.slice(1, 2), ENGLISH);
  expect(account).toMatchObject({ entries: [{ what: "A message came." }], reports: [{ to: "A platform" }] });
  expect(account.about.size).toBe(1);
});

test("a bundle has the words in its tables, its pages, its account and its reports", async () => {
  const { reader, first, log, exhibits } = await written();
  const account = await accountOf(reader, CASE_ID, [first], log, ENGLISH);
  const { zip } = await collect(bundle(await bundleOptions(exhibits, { reader, custody: log, account })));
  const files = await filesOf(zip);
  const said = [
    "The first post",
    "It began here.",
    "I stopped going out.",
    "A. Neighbour; B. Friend",
    "the weir",
    "river; spring",
    "the profile of who posted: EX-002",
  ];
  expect(textOf(files, "data/index.csv")).toContain(said.map((words) => `"${words}"`).join(","));
  for (const words of said) {
    expect(textOf(files, "data/binder.html")).toContain(words);
    expect(textOf(files, "data/account.txt")).toContain(`: ${words}\n`);
  }
  expect(textOf(files, "data/timeline.csv")).toContain('"Saved: The first post","","I stopped going out."');
  expect(textOf(files, "data/account.txt")).toContain("A message came.");
  expect(textOf(files, "data/timeline.csv")).toContain("Reported to: A platform");
  expect(textOf(files, "data/reports.csv")).toContain('"\'=REF-1"');
});

test("without the person's words a bundle has none of them, of any kind", async () => {
  const { reader, log, exhibits } = await written();
  const { zip } = await collect(bundle(await bundleOptions(exhibits, { reader, custody: log })));
  const files = await filesOf(zip);
  expect(files.has("data/account.txt")).toBe(false);
  for (const path of ["data/index.csv", "data/binder.html", "data/timeline.csv"]) {
    expect(textOf(files, path)).not.toMatch(/first post|began here|going out|Neighbour|weir|river|profile of who/);
  }
});
