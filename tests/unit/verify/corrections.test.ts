import { beforeAll, describe, expect, test } from "vitest";
import { bundle } from "@/src/export/bundle";
import { canonicalJson } from "@/src/model/canonical-json";
import type { Correction } from "@/src/model/correction";
import type { CustodyEntry } from "@/src/model/custody";
import { sha256 } from "@/src/model/digest";
import type { PageRecord } from "@/src/model/exhibit";
import type { UtcInstant } from "@/src/model/instant";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { bundleOptions, collect } from "@/tests/support/bundle";
import { type BundleFiles, edit, filesOf, relist, textOf, zipOf } from "@/tests/support/bundle-files";
import { act, chained, type KeptExhibit, madeUpExhibit } from "@/tests/support/exhibits";
import { thread } from "@/tools/screens/samples";

const PATH = "data/exhibits/001/corrections.json";
const NAMES = ["kim", "=kim<b>"];

let files: BundleFiles;
let exhibit: KeptExhibit<PageRecord>;

beforeAll(async () => {
  files = await filesOf((await collect(bundle(await optionsSaying({})))).zip);
});

/** One exhibit with two corrections, and a third one that the log of the bundle does not know yet. */
async function optionsSaying(more: CustodyEntry["detail"]) {
  exhibit = await madeUpExhibit(1);
  const { record } = exhibit;
  record.thread = thread;
  exhibit.corrections = [...NAMES, "later"].map((value, place) => correction(value, place));
  const entries = await Promise.all(
    exhibit.corrections.slice(0, 2).map(async (one) =>
      act({
        event: "edit-note",
        item: record.id,
        digest: `sha256:${await sha256(canonicalJson(one))}`,
        detail: { about: "correction", fact: one.fact, correction: one.id, takenBack: false },
      }),
    ),
  );
  const digest = `sha256:${await sha256(canonicalJson(record))}` as const;
  const custody = await chained([
    act({ event: "capture", item: record.id, digest, utc: record.captured.endUtc }),
    ...entries,
    act({ event: "export", detail: { items: 1, outcome: "begun", exhibits: "1", ...more } }),
  ]);
  return bundleOptions([exhibit], { custody });
}

function correction(value: string, place: number): Correction {
  return {
    id: `00000000-0000-4000-8000-00000000000${place}`,
    item: exhibit.record.id,
    fact: "handle",
    pageValue: exhibit.record.facts.handle,
    value,
    utc: "2026-11-21T01:30:00.000Z" as UtcInstant,
    tz: "Asia/Hong_Kong",
  };
}

/** The bundle with this changed, and its lists made anew. */
async function verified(spoil: (files: BundleFiles) => void) {
  const spoiled = new Map(files) as BundleFiles;
  spoil(spoiled);
  await relist(spoiled);
  return verifyBundle(zipOf(spoiled));
}

test("a bundle carries the page's value and the corrections that its log names", async () => {
  expect(await verifyBundle(zipOf(files))).toMatchObject({ intact: true, findings: [] });
  const kept = JSON.parse(textOf(files, PATH)) as Correction[];
  expect(kept.map(({ pageValue, value }) => [pageValue, value])).toEqual(NAMES.map((name) => ["made.up.1", name]));
  expect(textOf(files, "data/index.csv")).toContain(`"'=kim<b>"`);
  expect(textOf(files, "data/binder.html")).toContain("corrected by the user to: <bdi>=kim&lt;b&gt;</bdi>");
});

test("a bundle lists the posts of the page as a table and on the binder's page", () => {
  expect(textOf(files, "data/posts.csv").split("\r\n")).toHaveLength(thread.posts.length + 2);
  expect(textOf(files, "data/binder.html")).toContain("the page says 119 of 457");
});

describe("corrections that are not as the log names them are found", () => {
  test.each<[string, (text: string) => string, string]>([
    ["one is changed", (text) => text.replace('"value":"kim"', '"value":"kin"'), "recordDisagrees"],
    ["one is left out", (text) => canonicalJson((JSON.parse(text) as unknown[]).slice(1)), "recordDisagrees"],
    ["they are moved", (text) => canonicalJson((JSON.parse(text) as unknown[]).reverse()), "recordDisagrees"],
    ["they are of no known form", (text) => text.replaceAll('"fact":"handle"', '"fact":"text"'), "recordUnreadable"],
    ["one was made at no time", (text) => text.replace("2026-11-21T01:30:00.000Z", "soon"), "recordUnreadable"],
    [
      "one was made in an endless zone",
      (text) => text.replace("Asia/Hong_Kong", "Asia/".repeat(20)),
      "recordUnreadable",
    ],
    ["they are not canonical", (text) => `${text} `, "recordUnreadable"],
    ["they are no JSON", () => "{", "recordUnreadable"],
  ])("%s", async (_what, change, code) => {
    const changed = change(textOf(files, PATH));
    expect(changed).not.toBe(textOf(files, PATH));
    const verdict = await verified((spoiled) => edit(spoiled, PATH, changed));
    expect(verdict).toMatchObject({ intact: false, findings: [{ code, path: PATH }] });
  });

  test("what a page claims may not be left out, though its digest is named and the log says that words were", async () => {
    const kept = JSON.parse(textOf(files, PATH)) as Correction[];
    const digest = `sha256:${await sha256(canonicalJson(kept[0]))}`;
    const { item } = kept[0]!;
    const stub = { item, fact: "originalPlace", leftOut: "words", digest };
    const changed = canonicalJson([stub, kept[1]]);
    const without = await filesOf((await collect(bundle(await optionsSaying({ words: false })))).zip);
    expect(await verifyBundle(zipOf(without))).toMatchObject({ intact: true });
    edit(without, PATH, changed);
    await relist(without);
    expect(await verifyBundle(zipOf(without))).toMatchObject({
      intact: false,
      findings: [{ code: "recordDisagrees", path: PATH }],
    });
  });

  test("they are gone", async () => {
    expect(await verified((spoiled) => spoiled.delete(PATH))).toMatchObject({
      intact: false,
      findings: [{ code: "fileMissing", path: PATH }],
    });
  });
});
