import { beforeAll, describe, expect, test } from "vitest";
import { bundle } from "@/src/export/bundle";
import { canonicalJson } from "@/src/model/canonical-json";
import type { CustodyEntry } from "@/src/model/custody";
import { digestsOf } from "@/src/model/digest";
import { isInside, type PicturesInside } from "@/src/model/hand-over";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { bundleOptions, collect } from "@/tests/support/bundle";
import { type BundleFiles, edit, filesOf, relist, textOf, zipOf } from "@/tests/support/bundle-files";
import { chained, type KeptExhibit, madeUpExhibit, madeUpLog } from "@/tests/support/exhibits";

const HTML = "original/page.dom.html.txt";

/** The first was saved as it was shown, the second with every picture covered. */
async function twoKinds(): Promise<KeptExhibit[]> {
  const [shown, covered] = [await madeUpExhibit(1, { [HTML]: "<p>1" }), await madeUpExhibit(2, { [HTML]: "<p>2" })];
  return [shown, { ...covered, record: { ...covered.record, pictures: "covered" } }];
}

async function logSaying(exhibits: readonly KeptExhibit[], pictures: PicturesInside): Promise<CustodyEntry[]> {
  const log = await madeUpLog(exhibits);
  return chained(
    log.map(({ seq: _, prev: __, hash: ___, ...entry }) =>
      entry.event === "export" ? { ...entry, detail: { ...entry.detail, pictures } } : entry,
    ),
  );
}

async function bundleWith(pictures: Exclude<PicturesInside, "redacted">, saying = pictures): Promise<Blob> {
  const exhibits = await twoKinds();
  const custody = await logSaying(exhibits, saying);
  return (await collect(bundle(await bundleOptions(exhibits, { pictures, custody })))).zip;
}

const filesBelow = (files: BundleFiles, folder: string): string[] =>
  [...files.keys()]
    .filter((path) => path.startsWith(`data/exhibits/${folder}/`))
    .map((path) => path.slice(18))
    .sort();

describe("a bundle in which pictures are covered", () => {
  test("holds the files of a page that was saved covered, and of another only what was read", async () => {
    const files = await filesOf(await bundleWith("covered"));
    expect(filesBelow(files, "001")).toEqual(["left-out.json", "record.json"]);
    expect(filesBelow(files, "002")).toEqual([HTML, "original/screen-000.png", "record.json"]);
  });

  test("without any picture keeps only the words of a page that was saved covered", async () => {
    const files = await filesOf(await bundleWith("none"));
    expect(filesBelow(files, "001")).toEqual(["left-out.json", "record.json"]);
    expect(filesBelow(files, "002")).toEqual(["left-out.json", HTML, "record.json"]);
  });

  test("names what is not in it, with the digests that a full bundle has", async () => {
    const [part, full] = [await filesOf(await bundleWith("none")), await filesOf(await bundleWith("full"))];
    const rows = textOf(part, "data/left-out.csv").trim().split("\r\n").slice(1);
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      const [, file, , sha256] = row.split(",").map((cell) => cell.slice(1, -1));
      expect((await digestsOf(full.get(`data/${file}`)!)).sha256).toBe(sha256);
    }
    expect(textOf(part, "data/exhibits/001/record.json")).toBe(textOf(full, "data/exhibits/001/record.json"));
  });

  test("says so wherever the pictures would be", async () => {
    const files = await filesOf(await bundleWith("none"));
    expect(textOf(files, "data/README.txt")).toContain("left-out.csv");
    expect(textOf(files, "data/index.csv")).toContain('"left out"');
    expect(textOf(files, "data/declaration-draft.txt")).toContain("Files left out of this folder");
  });

  test("has marked copies of no picture that is not in it", async () => {
    const exhibits = await twoKinds();
    const marked = async () => new Blob(["copy"]).stream();
    const options = { pictures: "covered", custody: await logSaying(exhibits, "covered"), marked } as const;
    const steps: { filesTotal: number }[] = [];
    const { zip } = await collect(
      bundle(await bundleOptions(exhibits, { ...options, onProgress: (step) => steps.push(step) })),
    );
    const copies = [...(await filesOf(zip)).keys()].filter((path) => path.endsWith("marked.png"));
    expect(copies).toEqual(["data/exhibits/002/derived/marked.png"]);
    expect(steps.at(-1)).toMatchObject({ filesDone: 3, filesTotal: 3 });
  });

  test("is found intact, and what it lacks is counted", async () => {
    expect(await verifyBundle(await bundleWith("covered"))).toMatchObject({ intact: true, facts: { leftOut: 2 } });
    expect(await verifyBundle(await bundleWith("full"))).toMatchObject({ intact: true, facts: { leftOut: 0 } });
  });
});

describe("a file that is gone is not excused by a list", () => {
  let files: BundleFiles;
  beforeAll(async () => {
    files = await filesOf(await bundleWith("none"));
  });
  const LIST = "data/exhibits/001/left-out.json";

  async function findingsOf(change: (copy: BundleFiles) => void): Promise<unknown> {
    const copy: BundleFiles = new Map(files);
    change(copy);
    await relist(copy);
    const verdict = await verifyBundle(zipOf(copy));
    return verdict.kind === "checked" ? verdict.findings : verdict;
  }

  test("when the log does not say that pictures were left out", async () => {
    const verdict = await verifyBundle(await bundleWith("none", "full"));
    expect(verdict).toMatchObject({
      intact: false,
      findings: expect.arrayContaining([
        { code: "recordDisagrees", path: LIST },
        { code: "fileMissing", path: "data/exhibits/001/original/screen-000.png" },
      ]),
    });
  });

  test("when the list names another digest than the record", async () => {
    const found = await findingsOf((copy) => edit(copy, LIST, (text) => text.replace(/"sha256":"./, '"sha256":"z')));
    expect(found).toContainEqual({ code: "recordDisagrees", path: LIST });
  });

  test("when the list is not in the form it must have", async () => {
    const found = await findingsOf((copy) => edit(copy, LIST, (text) => ` ${text}`));
    expect(found).toContainEqual({ code: "recordUnreadable", path: LIST });
    expect(found).toContainEqual({ code: "fileMissing", path: "data/exhibits/001/original/screen-000.png" });
  });

  test("when the list itself was taken away", async () => {
    const found = await findingsOf((copy) => copy.delete(LIST));
    expect(found).toContainEqual({ code: "fileMissing", path: "data/exhibits/001/original/screen-000.png" });
  });

  test("when the file it names is there", async () => {
    const path = "original/screen-000.png";
    const found = await findingsOf((copy) => {
      copy.set(`data/exhibits/001/${path}`, new TextEncoder().encode("picture 1"));
      edit(copy, LIST, (text) => canonicalJson(JSON.parse(text)));
    });
    expect(found).toContainEqual({ code: "recordDisagrees", path: LIST });
  });
});

test("no file of an uncovered page goes in unless everything does", async () => {
  const { record } = await madeUpExhibit(1);
  for (const mime of ["image/png", "text/html", "multipart/related", "video/mp4"]) {
    expect(isInside(record, { mime }, "covered")).toBe(false);
    expect(isInside(record, { mime }, "none")).toBe(false);
    expect(isInside(record, { mime }, "full")).toBe(true);
  }
});
