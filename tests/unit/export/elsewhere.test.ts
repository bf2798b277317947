import { describe, expect, test } from "vitest";
import { bundle } from "@/src/export/bundle";
import { binderPdf } from "@/src/export/pdf/binder-pdf";
import { EMPTY_ACCOUNT } from "@/src/model/account";
import { canonicalJson } from "@/src/model/canonical-json";
import type { Correction } from "@/src/model/correction";
import { type Sha256, sha256 } from "@/src/model/digest";
import { insideOf, type PicturesRule } from "@/src/model/hand-over";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { packageFonts } from "@/tests/support/binder";
import { bundleOptions, collect } from "@/tests/support/bundle";
import { edit, filesOf, flip, relist, textOf, zipOf } from "@/tests/support/bundle-files";
import { photo } from "@/tests/support/elsewhere";
import { act, CASE_ID, chained, type KeptExhibit, madeUpExhibit, madeUpImport } from "@/tests/support/exhibits";
import { pdfFile } from "@/tests/support/pdf-tools";
import { ENGLISH } from "@/tools/papers";

const NAME = '=IMG "1"<b>.jpg';
const FILE = "data/exhibits/002/original/file.jpg";

/** A page, and a photo whose owner typed where the original is; the log names it as the importer does. */
async function pageAndPhoto(pictures: PicturesRule = "full", withWords = true, saying = withWords) {
  const page = await madeUpExhibit(1);
  const photoKept: KeptExhibit = await madeUpImport(2, NAME);
  const { record } = photoKept;
  const typed: Correction = {
    id: "00000000-0000-4000-8000-000000000001",
    item: record.id,
    fact: "originalPlace",
    pageValue: null,
    value: "In the blue folder",
    utc: record.captured.endUtc,
    tz: "UTC",
  };
  photoKept.corrections = [typed];
  const named = async (event: "capture" | "import", { record: one }: KeptExhibit) =>
    act({ event, item: one.id, digest: `sha256:${await sha256(canonicalJson(one))}`, utc: one.captured.endUtc });
  const custody = await chained([
    await named("capture", page),
    await named("import", photoKept),
    act({
      event: "edit-note",
      item: record.id,
      digest: `sha256:${await sha256(canonicalJson(typed))}`,
      detail: { about: "correction", fact: "originalPlace", correction: typed.id, takenBack: false },
    }),
    act({
      event: "export",
      detail: { items: 2, outcome: "begun", exhibits: "1,2", pictures: insideOf(pictures), words: saying },
    }),
  ]);
  const exhibits = [page, photoKept];
  return { exhibits, options: await bundleOptions(exhibits, { custody, pictures, withWords }), typed };
}

test("a package says of a photo that it was imported, under which name, and what was typed about it", async () => {
  const { zip } = await collect(bundle((await pageAndPhoto()).options));
  expect(await verifyBundle(zip)).toMatchObject({ kind: "checked", intact: true, findings: [] });
  const files = await filesOf(zip);
  expect(files.get(FILE)).toEqual(photo());
  const [names = "", , line = ""] = textOf(files, "data/index.csv").split("\r\n");
  expect(names).toMatch(/"original_kept_at","imported_name","imported_changed_utc","imported_says"$/);
  expect(line).toContain('"exhibits/002/original/file.jpg","imported"');
  // Neither a formula nor a cell that ends too early.
  expect(line).toMatch(
    /"In the blue folder","'=IMG ""1""<b>\.jpg","2026-11-02T06:05:10\.000Z","Taken: 2026:11:02 14:05:09 \(exif:DateTimeOriginal\)"$/,
  );
  const binder = textOf(files, "data/binder.html");
  expect(binder).toContain("=IMG &quot;1&quot;&lt;b&gt;.jpg");
  expect(binder).toMatch(/Where the original is<.*typed by the user: In the blue folder/);
  expect(textOf(files, "data/declaration-draft.txt")).toContain("What is in it was not recorded by this program");
});

test("a photo that was changed after it was packed is found", async () => {
  const files = await filesOf((await collect(bundle((await pageAndPhoto()).options))).zip);
  flip(files, FILE, 30);
  expect(await verifyBundle(zipOf(files))).toMatchObject({ intact: false });
});

test.each<PicturesRule>(["covered", "none"])(
  "with pictures %s the photo is left out, by name and digest",
  async (pictures) => {
    const { zip } = await collect(bundle((await pageAndPhoto(pictures)).options));
    expect(await verifyBundle(zip)).toMatchObject({ intact: true, findings: [] });
    const files = await filesOf(zip);
    expect(files.has(FILE)).toBe(false);
    expect(textOf(files, "data/left-out.csv")).toContain("exhibits/002/original/file.jpg");
  },
);

describe("a package without what the person wrote", () => {
  const CORRECTIONS = "data/exhibits/002/corrections.json";

  test("says nowhere where the original is, is found intact, and names the digest of what is left out", async () => {
    const { options, typed } = await pageAndPhoto("none", false);
    const { zip } = await collect(bundle(options));
    expect(await verifyBundle(zip)).toMatchObject({ intact: true, findings: [] });
    const files = await filesOf(zip);
    for (const path of files.keys()) expect(textOf(files, path)).not.toContain("blue folder");
    const digest = `sha256:${await sha256(canonicalJson(typed))}`;
    expect(JSON.parse(textOf(files, CORRECTIONS))).toEqual([
      { item: typed.item, fact: "originalPlace", leftOut: "words", digest },
    ]);
  });

  test("says what else was corrected", async () => {
    const { options, exhibits } = await pageAndPhoto("none", false);
    const [, photoKept] = exhibits;
    const [typed] = photoKept!.corrections!;
    const account: Correction = { ...typed!, id: "00000000-0000-4000-8000-000000000002", fact: "handle", value: "kim" };
    photoKept!.corrections!.push(account);
    const digest = `sha256:${await sha256(canonicalJson(account))}` as const;
    const detail = { about: "correction", fact: "handle", correction: account.id, takenBack: false };
    const acts = options.custody.map(({ seq: _, prev: __, hash: ___, ...each }) => each);
    acts.splice(3, 0, act({ event: "edit-note", item: account.item, digest, detail }));
    const { zip } = await collect(bundle({ ...options, custody: await chained(acts) }));
    expect(await verifyBundle(zip)).toMatchObject({ intact: true, findings: [] });
    const files = await filesOf(zip);
    expect(textOf(files, "data/index.csv")).toContain('"kim"');
    expect(textOf(files, CORRECTIONS)).toContain('"value":"kim"');
  });

  test("is not intact where its log does not say that anything was left out", async () => {
    const { zip } = await collect(bundle((await pageAndPhoto("full", false, true)).options));
    expect(await verifyBundle(zip)).toMatchObject({
      intact: false,
      findings: [{ code: "recordDisagrees", path: CORRECTIONS }],
    });
  });

  test.each<[string, (text: string) => string, string]>([
    [
      "the digest is another",
      (text) => text.replace(/sha256:./, (hit) => (hit.endsWith("0") ? "sha256:1" : "sha256:0")),
      "recordDisagrees",
    ],
    ["it is of another item", (text) => text.replace(/"item":"0/, '"item":"1'), "recordDisagrees"],
    ["none is named", () => "[]", "recordDisagrees"],
    ["another fact is said to be left out", (text) => text.replace("originalPlace", "handle"), "recordUnreadable"],
    ["it is left out for no known reason", (text) => text.replace('"words"', '"pictures"'), "recordUnreadable"],
  ])("is not intact where %s", async (_what, change, code) => {
    const files = await filesOf((await collect(bundle((await pageAndPhoto("none", false)).options))).zip);
    edit(files, CORRECTIONS, change(textOf(files, CORRECTIONS)));
    await relist(files);
    expect(await verifyBundle(zipOf(files))).toMatchObject({ intact: false, findings: [{ code, path: CORRECTIONS }] });
  });
});

test("no marked copy is made of a photo, and the page beside it gets its own", async () => {
  const { options } = await pageAndPhoto();
  const marked = async () => new Blob(["a marked copy"]).stream();
  const files = await filesOf((await collect(bundle({ ...options, marked }))).zip);
  expect([...files.keys()].filter((path) => path.endsWith("marked.png"))).toEqual([
    "data/exhibits/001/derived/marked.png",
  ]);
});

test("the printed binder tells of the photo and prints nothing of it", async () => {
  const { exhibits, options } = await pageAndPhoto();
  const { seq, hash } = options.custody.at(-1)!;
  const { stream, done } = binderPdf({
    reader: options.reader,
    exhibits: exhibits.map(({ record }) => record.id),
    caseId: CASE_ID,
    custody: options.custody,
    account: EMPTY_ACCOUNT,
    package: {
      fileName: "documents.zip",
      tagManifestSha256: "a1".repeat(32) as Sha256,
      lastSeq: seq,
      headHash: hash,
      logBrokenAt: null,
    },
    receiver: null,
    pictures: "full",
    paper: "A4",
    withPictures: false,
    words: ENGLISH,
    fonts: await packageFonts(),
    now: options.now,
    software: "Tidemark 0.1.0",
  });
  const bytes = new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
  await done;
  const text = ((await pdfFile(bytes))?.text() ?? "").replace(/\s+/g, " ");
  expect(text).toContain("typed by the user: In the blue folder");
  expect(text).toContain("2026:11:02 14:05:09");
});
