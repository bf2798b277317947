/** What Finder and Explorer leave in a folder that was unpacked from a package. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyBundle, verifyChosen } from "@/src/verify/verify-bundle";
import { BUNDLE_NAME, goodBundle } from "@/tests/support/bundle";
import { type BundleFiles, edit, filesOf, flip, relist, zipOf } from "@/tests/support/bundle-files";
import { checkBundle } from "@/tools/check-bundle";
import { verdictLines } from "@/tools/verify-words";

const LEFT = [
  ".DS_Store",
  "._bagit.txt",
  "data/.DS_Store",
  "data/desktop.ini",
  "data/exhibits/.DS_Store",
  "data/exhibits/001/Thumbs.db",
  "data/exhibits/001/original/._screen-000.png",
  "data/exhibits/009/.DS_Store",
  "stamp/.DS_Store",
];
const bytes = new TextEncoder().encode("left by the system");

let files: BundleFiles;
beforeAll(async () => {
  files = await filesOf((await goodBundle()).zip);
});
const folder = mkdtempSync(join(tmpdir(), "left-"));
afterAll(() => rmSync(folder, { recursive: true }));

const withLeft = () => new Map([...files, ...LEFT.map((path) => [path, bytes] as const)]);
const chosen = (bag: BundleFiles, prefix = "") =>
  [...bag].map(([path, content]) => ({ path: prefix + path, content: new Blob([content]) }));
const found = LEFT.map((path) => ({ code: "systemFile", path })).sort((a, b) => (a.path < b.path ? -1 : 1));

test("it is named, counted nowhere, and the folder is intact", async () => {
  const clean = await verifyChosen({ kind: "folder", files: chosen(files) });
  const verdict = await verifyChosen({ kind: "folder", files: chosen(withLeft()) });
  expect(verdict).toEqual({ ...clean, intact: true, findings: found });
});

test("the same beside the bag's folder, in what the whole ZIP was unpacked into", async () => {
  const around = { path: ".DS_Store", content: new Blob([bytes]) };
  const verdict = await verifyChosen({ kind: "folder", files: [around, ...chosen(files, `${BUNDLE_NAME}/`)] });
  expect(verdict).toMatchObject({ intact: true, findings: [{ code: "systemFile", path: ".DS_Store" }] });
});

test("what was changed beside it is found", async () => {
  const bag = withLeft();
  flip(bag, "data/index.csv");
  const verdict = await verifyChosen({ kind: "folder", files: chosen(bag) });
  expect(verdict).toMatchObject({ intact: false });
  expect(verdict).toHaveProperty(
    "findings",
    expect.arrayContaining([expect.objectContaining({ code: "fileChanged" })]),
  );
});

test("one that the lists name is a part of the bag: it is compared, and missed", async () => {
  const bag: BundleFiles = new Map(files);
  edit(bag, "data/desktop.ini", "[x]");
  await relist(bag);
  expect(await verifyChosen({ kind: "folder", files: chosen(bag) })).toMatchObject({ intact: true, findings: [] });
  edit(bag, "data/desktop.ini", "[y]");
  expect(await verifyChosen({ kind: "folder", files: chosen(bag) })).toMatchObject({
    findings: [{ code: "fileChanged", path: "data/desktop.ini" }],
  });
});

test("in a ZIP somebody put it", async () => {
  const verdict = await verifyBundle(zipOf(files, [{ name: `${BUNDLE_NAME}/.DS_Store`, bytes }]));
  expect(verdict).toMatchObject({ intact: false, findings: [{ code: "fileExtra", path: ".DS_Store" }] });
});

test("the command says so, too", async () => {
  for (const [path, content] of withLeft()) {
    const full = join(folder, BUNDLE_NAME, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
  }
  const lines = verdictLines(await checkBundle(join(folder, BUNDLE_NAME)));
  expect(lines.filter((line) => line.includes("it is no part of the bundle"))).toHaveLength(LEFT.length);
  expect(lines.find((line) => /intact/i.test(line))).toMatch(/^Intact: 2 exhibits, /);
});
