import { deflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { nextEntry } from "@/src/custody/chain";
import { bundle } from "@/src/export/bundle";
import { canonicalJson } from "@/src/model/canonical-json";
import { sha256 } from "@/src/model/digest";
import type { Finding, Verdict } from "@/src/verify/finding";
import { blobBytes, verifyBundle, verifyChosen, verifyZip } from "@/src/verify/verify-bundle";
import { openZip } from "@/src/verify/zip-source";
import { BUNDLE_NAME, bundleOptions, collect, goodBundle, twoExhibits } from "@/tests/support/bundle";
import {
  type BundleFiles,
  bytesOf,
  edit,
  entriesOf,
  filesOf,
  flip,
  relist,
  textOf,
  zipOf,
} from "@/tests/support/bundle-files";
import { act, CASE_ID, madeUpExhibit, madeUpLog } from "@/tests/support/exhibits";
import { rawZip } from "@/tests/support/raw-zip";
import { SPOILED } from "./spoiled-bundles";

let good: Awaited<ReturnType<typeof goodBundle>>;
let files: BundleFiles;

beforeAll(async () => {
  good = await goodBundle();
  files = await filesOf(good.zip);
});

describe("a bundle as it was made", () => {
  test("is intact, and says what it holds", async () => {
    expect(await verifyBundle(good.zip)).toEqual({
      kind: "checked",
      intact: true,
      findings: [],
      facts: {
        name: "documents-20261121-031205",
        exhibits: 2,
        files: good.facts.files,
        bytes: good.facts.bytes,
        leftOut: 0,
        signedBy: null,
        packageSigned: false,
        stamp: null,
        stampsWhileSaving: 0,
        unlistedStampRoots: [],
        tagManifestSha256: good.facts.tagManifestSha256,
        headHash: /Head-Hash: (\w+)/.exec(textOf(files, "bag-info.txt"))![1],
        lastSeq: 2,
        software: "Tidemark 0.1.0",
        baggingDate: "2026-11-21",
      },
    });
  });

  test("is intact after its files went into another ZIP", async () => {
    expect(await verifyBundle(zipOf(files))).toMatchObject({ intact: true, findings: [] });
  });

  test("is intact in a ZIP that was made as a stream, and in one with comments", async () => {
    const streamed = entriesOf(files).map((entry) => ({ ...entry, descriptor: true }));
    expect(await verifyBundle(rawZip(streamed))).toMatchObject({ intact: true, findings: [] });
    const commented = entriesOf(files).map((entry) => ({ ...entry, comment: "as it was sent" }));
    const end = { comment: new TextEncoder().encode("from the harbour office") };
    expect(await verifyBundle(rawZip(commented, end))).toMatchObject({ intact: true, findings: [] });
  });

  test("is intact without a top folder", async () => {
    const entries = [...files].map(([name, bytes]) => ({ name, bytes }));
    expect(await verifyBundle(rawZip(entries))).toMatchObject({ intact: true, facts: { name: "" } });
  });

  test("is intact where the log's entry of the export names no exhibits, because they are too many", async () => {
    const log = await madeUpLog(await twoExhibits());
    const last = await nextEntry(log.at(-2), CASE_ID, act({ event: "export", detail: { items: 2, outcome: "begun" } }));
    const { zip } = await goodBundle({ custody: [...log.slice(0, -1), last] });
    expect(await verifyBundle(zip)).toMatchObject({ intact: true, findings: [] });
  });

  test("is intact where an export before it was stopped", async () => {
    const log = (await madeUpLog(await twoExhibits())).slice(0, -1);
    for (const detail of [{ outcome: "begun", exhibits: "1" }, { outcome: "stopped" }, { exhibits: "2,1" }]) {
      log.push(await nextEntry(log.at(-1), CASE_ID, act({ event: "export", detail })));
    }
    const { zip } = await goodBundle({ custody: log });
    expect(await verifyBundle(zip)).toMatchObject({ intact: true, findings: [] });
  });

  test("tells how far checking is, to the end", async () => {
    const steps: { bytesDone: number; bytesTotal: number }[] = [];
    await verifyBundle(good.zip, { onProgress: (progress) => steps.push(progress) });
    expect(steps.at(-1)!.bytesDone).toBe(steps.at(-1)!.bytesTotal);
  });

  test("can be left half-checked", async () => {
    const stop = new AbortController();
    const checking = verifyBundle(good.zip, { onProgress: () => stop.abort(), signal: stop.signal });
    await expect(checking).rejects.toThrow(/abort/i);
  });
});

describe("a spoiled bundle is not intact, and says why", () => {
  test.each(SPOILED)("when %s", async (_name, spoil, findings) => {
    const copy: BundleFiles = new Map(files);
    const made = await spoil(copy);
    const verdict = await verifyBundle(made instanceof Blob ? made : zipOf(copy));
    expect(verdict).toMatchObject({ kind: "checked", intact: false });
    expect(findingsIn(verdict).toSorted(byText)).toEqual(findings.toSorted(byText));
  });
});

describe("marked copies, their lists all made anew by a careful forger:", () => {
  const LIST = "data/exhibits/001/derived.json";
  const MARKED = "data/exhibits/001/derived/marked.png";
  let marked: BundleFiles;
  beforeAll(async () => {
    const { zip } = await goodBundle({ marked: async () => new Blob(["a marked copy"]).stream() });
    marked = await filesOf(zip);
  });

  const changed = (change: (list: { files: Record<string, unknown>[] }) => void) => (copy: BundleFiles) =>
    edit(copy, LIST, (text) => {
      const list = JSON.parse(text);
      change(list);
      return canonicalJson(list);
    });

  const forgeries: [string, (copy: BundleFiles) => unknown, Finding[]][] = [
    ["a changed copy", (copy) => flip(copy, MARKED, 5), [{ code: "recordDisagrees", path: MARKED }]],
    ["a copy that is gone", (copy) => void copy.delete(MARKED), [{ code: "fileMissing", path: MARKED }]],
    ["a list that is gone", (copy) => void copy.delete(LIST), [{ code: "fileExtra", path: MARKED }]],
    [
      "another file beside it",
      (copy) => edit(copy, "data/exhibits/001/derived/other.png", "x"),
      [{ code: "fileExtra", path: "data/exhibits/001/derived/other.png" }],
    ],
    [
      "a list that is no list",
      (copy) => edit(copy, LIST, "{}"),
      [
        { code: "recordUnreadable", path: LIST },
        { code: "fileExtra", path: MARKED },
      ],
    ],
    [
      "a copy of a file that was never kept",
      changed(({ files: [file] }) => Object.assign(file!, { from: ["original/other.png"] })),
      [{ code: "recordDisagrees", path: LIST }],
    ],
    [
      "a copy said to be an original",
      changed(({ files: [file] }) => Object.assign(file!, { role: "original" })),
      [
        { code: "recordUnreadable", path: LIST },
        { code: "fileExtra", path: MARKED },
      ],
    ],
  ];
  test("a list that claims a file of the record is found", async () => {
    const kept = [await madeUpExhibit(1, { "derived/stitched.png": "joined" })];
    const made = await collect(bundle(await bundleOptions(kept)));
    const copy = await filesOf(made.zip);
    const [, stitched] = kept[0]!.record.files;
    const file = { ...stitched, op: "mark", from: ["original/screen-000.png"] };
    edit(copy, LIST, canonicalJson({ schema: "tidemark-derived/1", files: [file] }));
    await relist(copy);
    expect(await verifyBundle(zipOf(copy))).toMatchObject({ findings: [{ code: "recordDisagrees", path: LIST }] });
  });

  test.each(forgeries)("%s is found", async (_name, forge, findings) => {
    const copy: BundleFiles = new Map(marked);
    forge(copy);
    await relist(copy);
    const verdict = await verifyBundle(zipOf(copy));
    expect(verdict).toMatchObject({ kind: "checked", intact: false });
    expect(findingsIn(verdict).toSorted(byText)).toEqual(findings.toSorted(byText));
  });
});

/** But for the digests of what was changed, which a test of its own looks at. */
function findingsIn(verdict: Verdict): Finding[] {
  if (verdict.kind !== "checked") return [];
  return verdict.findings.map((finding) => {
    if (!("digests" in finding)) return finding;
    const { digests: _, ...rest } = finding;
    return rest;
  });
}

test("a file that was changed is named with the digest in the list and the one it has", async () => {
  const copy: BundleFiles = new Map(files);
  flip(copy, "data/index.csv");
  const digests = {
    listed: await sha256(bytesOf(files, "data/index.csv")),
    found: await sha256(bytesOf(copy, "data/index.csv")),
  };
  expect(await verifyBundle(zipOf(copy))).toMatchObject({
    findings: [{ code: "fileChanged", path: "data/index.csv", digests }],
  });
});

describe("the page that checks, beside the bag,", () => {
  const PAGE = "<!doctype html><title>Check</title>";
  const beside = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
  let paged: BundleFiles;
  beforeAll(async () => {
    const made = await goodBundle({ checkPage: PAGE });
    expect(await verifyBundle(made.zip)).toMatchObject({ intact: true, findings: [] });
    paged = await filesOf(made.zip);
  });

  test("is named by its digest, and need not come along when the bag is packed anew", async () => {
    expect(await verifyBundle(zipOf(paged, [beside("check.html", PAGE)]))).toMatchObject({ intact: true });
    expect(await verifyBundle(zipOf(paged))).toMatchObject({ intact: true, findings: [] });
  });

  test("is found where it was changed, or another file lies there", async () => {
    const changed = zipOf(paged, [beside("check.html", `${PAGE}<script>alert(1)</script>`)]);
    expect(await verifyBundle(changed)).toMatchObject({ findings: [{ code: "fileChanged", path: "check.html" }] });
    const other = zipOf(paged, [beside("check.html", PAGE), beside("check2.html", PAGE)]);
    expect(await verifyBundle(other)).toMatchObject({ findings: [{ code: "fileExtra", path: "check2.html" }] });
  });

  test("is one file too many where the bag names none", async () => {
    const found = await verifyBundle(zipOf(files, [beside("check.html", PAGE)]));
    expect(found).toMatchObject({ findings: [{ code: "fileExtra", path: "check.html" }] });
  });

  test("and the bag itself: the same, opened as a folder", async () => {
    const folder = [...paged].map(([path, bytes]) => ({ path: `${BUNDLE_NAME}/${path}`, content: new Blob([bytes]) }));
    const withPage = [...folder, { path: "check.html", content: new Blob([PAGE]) }];
    expect(await verifyChosen({ kind: "folder", files: withPage })).toMatchObject({ intact: true, findings: [] });
    const inside = [...paged].map(([path, bytes]) => ({ path, content: new Blob([bytes]) }));
    expect(await verifyChosen({ kind: "folder", files: inside })).toMatchObject({ intact: true, findings: [] });
  });
});

const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

describe("what is no bundle is called so", () => {
  test.each([
    ["nothing at all", new Blob([]), "notAZip"],
    ["a text", new Blob(["a text that is no ZIP and not a bundle either"]), "notAZip"],
    ["an empty ZIP", rawZip([]), "empty"],
    ["a ZIP of something else", rawZip([{ name: "a.txt", bytes: new Uint8Array(3) }]), "notOneBag"],
  ])("%s", async (_name, blob, reason) => {
    expect(await verifyBundle(blob)).toEqual({ kind: "notABundle", reason });
  });

  test("two bundles in one ZIP", async () => {
    const other = entriesOf(files).map((entry) => ({
      ...entry,
      name: `other/${entry.name.split("/").slice(1).join("/")}`,
    }));
    expect(await verifyBundle(zipOf(files, other))).toEqual({ kind: "notABundle", reason: "notOneBag" });
  });
});

describe("what only the digest that was told another way can show", () => {
  test("a text changed and all lists made anew: intact by itself, but with another digest", async () => {
    const forged: BundleFiles = new Map(files);
    edit(forged, "data/index.csv", (old) => old.replace("made.up.1", "someone.else"));
    await relist(forged);
    const verdict = await verifyBundle(zipOf(forged));
    expect(verdict).toMatchObject({ intact: true });
    expect(verdict).not.toMatchObject({ facts: { tagManifestSha256: good.facts.tagManifestSha256 } });
  });
});

test("every one of 400 flipped bits, anywhere in the bundle's files, is found", async () => {
  const all = [...files.keys()];
  let missed = 0;
  for (let round = 0; round < 400; round++) {
    const copy: BundleFiles = new Map(files);
    const path = all[round % all.length]!;
    flip(copy, path, Math.floor((((round * 7919) % 9973) / 9973) * files.get(path)!.length));
    const verdict = await verifyBundle(zipOf(copy));
    if (verdict.kind === "checked" && verdict.intact && !path.startsWith("tagmanifest-")) missed += 1;
  }
  expect(missed).toBe(0);
});

describe("a ZIP made to exhaust the machine", () => {
  test("with more files than are read is refused", async () => {
    const more = Array.from({ length: 100_001 }, (_, at) => ({
      name: `documents-20261121-031205/x${at}`,
      bytes: new Uint8Array(0),
    }));
    const verdict = await verifyBundle(zipOf(files, more));
    expect(verdict).toMatchObject({ kind: "checked", intact: false, findings: [{ code: "tooLarge" }] });
  }, 60_000);

  const middling = new Uint8Array(16 << 20);
  const packed = new Uint8Array(deflateRawSync(middling, { level: 9 }));
  const middlingFiles = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      name: `${BUNDLE_NAME}/data/x${at}`,
      bytes: packed,
      method: 8,
      announcedBytes: middling.length,
    }));

  test("with many files of middling length is refused by what they come to", async () => {
    const verdict = await verifyBundle(zipOf(files, middlingFiles(100)));
    expect(verdict).toMatchObject({ intact: false, findings: [{ code: "tooLarge" }], facts: { files: 0 } });
  });

  test("is told from one with much text that packs well", async () => {
    const opened = await openZip(blobBytes(zipOf(files, middlingFiles(60))));
    expect(opened).toMatchObject({ kind: "source", source: { findings: [] } });
    const pages = Array.from({ length: 500 }, (_, at) => [
      { ...middlingFiles(1)[0]!, name: `${BUNDLE_NAME}/data/${at}.html.txt` },
      { name: `${BUNDLE_NAME}/data/${at}.png`, bytes: new Uint8Array(80_000) },
    ]).flat();
    expect(await openZip(blobBytes(zipOf(files, pages)))).toMatchObject({ source: { findings: [] } });
  });

  test("with a list of files of 300 MB is refused without reading it", async () => {
    const size = 400 * 1024 * 1024;
    const end = new Uint8Array(await rawZip([{ name: "a", bytes: new Uint8Array(0) }]).arrayBuffer()).slice(-22);
    new DataView(end.buffer).setUint32(12, 300 * 1024 * 1024, true);
    new DataView(end.buffer).setUint32(16, size - 22 - 300 * 1024 * 1024, true);
    let longest = 0;
    const read = async (offset: number, length: number) => {
      longest = Math.max(longest, length);
      const bytes = new Uint8Array(length);
      const from = size - 22 - offset;
      if (from < length) bytes.set(end.subarray(Math.max(0, -from), length - from), Math.max(0, from));
      return bytes;
    };
    expect(await verifyZip({ size, read })).toEqual({ kind: "notABundle", reason: "notAZip" });
    expect(longest).toBeLessThanOrEqual(64 * 1024 * 1024);
  });
});
