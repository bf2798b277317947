import { describe, expect, test } from "vitest";
import type { PageRecord } from "@/src/model/exhibit";
import { wholeRecord } from "@/src/verify/whole-record";
import { madeUpExhibit } from "@/tests/support/exhibits";
import { cutRecording, photoRecord } from "@/tools/screens/elsewhere-samples";

/** Every field that a record can have. */
async function fullRecord(): Promise<PageRecord> {
  const { record } = await madeUpExhibit(1);
  const account = { handle: "made.up", displayName: null, profileUrl: null, stableId: "42" };
  const shown = { text: "made.up", profileUrl: "https://example.com/m", how: "detected", confirmed: false } as const;
  const post = {
    permalink: null,
    postedAt: null,
    postedAtDate: null,
    postedAtText: "3h",
    text: "words",
    isMeant: true,
  };
  const derived = { isDerived: true, text: "3h", from: "2026-11-20T00:00:00Z", to: "2026-11-21T00:00:00Z" } as const;
  return {
    ...record,
    poster: shown,
    forwarder: shown,
    postedAt: { visible: "3h", machine: null, source: "made:up" },
    facts: { ...record.facts, sources: { handle: "made:up" } },
    post: {
      chosenBy: "only",
      author: { stableId: null },
      forwarder: account,
      quoted: account,
      derived,
      doubts: [{ fact: "handle", value: "other", source: "made:up" }],
    },
    thread: { posts: [{ ...account, ...post }], shown: 1, declared: { shown: 1, total: 3 } },
    captured: { ...record.captured, clockWarn: "jumped" },
    actions: [{ act: "unstick", detail: "3" }],
    interruptions: [{ what: "windowResized", utc: record.captured.startUtc }],
    scope: "page",
    picture: { ...record.picture, reason: "tabHidden" },
    wholePage: {
      file: "original/screen-000.png",
      parts: 3,
      leftOut: { frames: ["about:srcdoc"], withPrivate: 0, other: 1 },
    },
    seams: [{ file: "a.png", xPx: 0, yPx: 0, widthPx: 3, heightPx: 4, fromXPx: 0, fromYPx: 1, how: "pixels" }],
    missing: [
      {
        what: "posts",
        why: "notShowing",
        screens: { taken: 1, of: 2 },
        addresses: ["https://example.com/a"],
        shown: 1,
        total: 3,
      },
    ],
    files: record.files.map((file) => ({ ...file, op: "stitch", from: ["original/screen-000.png"] })),
  };
}

type Path = (string | number)[];

/** Every place in a value, its own top left out. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, each]) => placesIn(each, [...path, key]));
  return path.length === 0 ? inner : [path, ...inner];
}

function changed(value: object, path: Path, put: unknown): unknown {
  const copy = structuredClone(value);
  let at = copy as Record<string, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[path.at(-1)!] = put;
  return copy;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((at, key) => (at as Record<string, unknown>)[key], value);
}

/** What no field of a record can be in place of what it is: `null` may stand where nothing was found. */
const OTHERS = [1.5, "", { a: {} }, [[]], true, Number.MAX_VALUE] as const;
const kindOf = (value: unknown): string => (Array.isArray(value) ? "list" : value === null ? "null" : typeof value);

describe.each([
  ["a file that came in", photoRecord, "imported"],
  ["a recording", cutRecording, "recording"],
])("the record of %s", (_, sample, part) => {
  test("is one, and no other value is taken in the place of one of its own", () => {
    expect(wholeRecord(sample)).toBe(sample);
    const places = placesIn(sample).filter((path) => valueAt(sample, path) !== null);
    const accepted = places.flatMap((path) =>
      OTHERS.filter((other) => kindOf(other) !== kindOf(valueAt(sample, path)))
        .filter((other) => wholeRecord(changed(sample, path, other)) !== null)
        .map((other) => `${path.join(".")} = ${JSON.stringify(other)}`),
    );
    expect(accepted).toEqual([]);
  });

  test("names a file that it lists, of a form that is known", () => {
    const wrong: [Path, unknown][] = [
      [[part, "file"], "original/other.jpg"],
      [[part, "form"], "constructor"],
      [["kind"], "post"],
      [["files"], []],
    ];
    for (const [path, value] of wrong) expect(wholeRecord(changed(sample, path, value)), path.join(".")).toBeNull();
  });
});

test("a record with every field is one, whatever stands beside the fields that are known", async () => {
  const record = await fullRecord();
  expect(wholeRecord(record)).toBe(record);
  const more = { ...record, later: { version: 2 }, facts: { ...record.facts, later: [1] } };
  expect(wholeRecord(more)).toBe(more);
});

test("another kind of value at any place is refused", async () => {
  const record = await fullRecord();
  const places = placesIn(record).filter((path) => valueAt(record, path) !== null);
  expect(places.length).toBeGreaterThan(120);
  const accepted = places.flatMap((path) =>
    OTHERS.filter((other) => kindOf(other) !== kindOf(valueAt(record, path)))
      .filter((other) => wholeRecord(changed(record, path, other)) !== null)
      .map((other) => `${path.join(".")} = ${JSON.stringify(other)}`),
  );
  expect(accepted).toEqual([]);
});

test("a zone that this browser does not know is one all the same", async () => {
  const record = await fullRecord();
  for (const tz of ["Europe/Kyiv", "Mars/Base"]) {
    const other = changed(record, ["captured", "tz"], tz);
    expect(wholeRecord(other)).toBe(other);
  }
});

test("a code that is in no list, a number that counts nothing and a text without end are refused", async () => {
  const record = await fullRecord();
  const wrong: [Path, unknown][] = [
    [["kind"], "constructor"],
    [["pictures"], "uncovered"],
    [["scope"], "__proto__"],
    [["picture", "method"], "toString"],
    [["missing", 0, "what"], "hasOwnProperty"],
    [["missing", 0, "why"], "valueOf"],
    [["actions", 0, "act"], "constructor"],
    [["interruptions", 0, "what"], "constructor"],
    [["post", "chosenBy"], "constructor"],
    [["by", "role"], "constructor"],
    [["exhibit"], 0],
    [["exhibit"], 1_000_001],
    [["files", 0, "bytes"], -1],
    [["files", 0, "sha256"], "f".repeat(63)],
    [["facts", "mediaCount"], Number.POSITIVE_INFINITY],
    [["captured", "startUtc"], "yesterday"],
    [["captured", "startUtc"], "2026-02-31T00:00:00.000Z"],
    [["captured", "endUtc"], "+275760-09-13T00:00:00.000Z"],
    [["captured", "offsetMin"], 1e20],
    [["captured", "offsetMin"], -1081],
    [["captured", "offsetMin"], 330.5],
    [["captured", "tz"], `Mars/${"Base".repeat(20)}`],
    [["captured", "tz"], ""],
    [["facts", "postedAt"], "+275760-09-13T00:00:00.000Z"],
    [["facts", "postedAt"], "0000-01-01T00:00:00Z"],
    [["thread", "posts", 0, "postedAt"], "soon"],
    [["post", "derived", "to"], "2026-11-21".repeat(7)],
    [["picture", "heightPx"], 2 ** 53 - 1],
    [["picture", "widthPx"], 10_000_001],
    [["seams", 0, "yPx"], 1e300],
    [["env", "dpr"], 1e308],
    [["env", "viewport", "widthCss"], 1e308],
    [["files", 1], { ...record.files[0], path: "original/Upper.png" }],
    [["files", 1], { ...record.files[0], path: "record.json" }],
    [["files", 1], { ...record.files[0], path: "derived/marked.png" }],
    [["files", 1], { ...record.files[0], path: `${record.files[0]!.path}/inner.png` }],
    [["facts", "text"], "a".repeat(200_001)],
    [["picture", "file"], "original/other.png"],
    [["files", 1], record.files[0]],
    [["schema"], "tidemark-record/2"],
    [["id"], "../../other"],
  ];
  for (const [path, value] of wrong) expect(wholeRecord(changed(record, path, value)), path.join(".")).toBeNull();
});
