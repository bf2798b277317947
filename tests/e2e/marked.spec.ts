import { checkBundle } from "@/tools/check-bundle";
import { handOver, keepPage } from "@/tools/drive/journey";
import { BundleFile } from "../support/bundle-file";
import { expect, test } from "../support/journey";
import { downloadedPicture, lookAtMarked } from "../support/marked";

const MARKED = "data/exhibits/001/derived/marked.png";

test("a marked copy has its facts above the page's own pixels, in downloads and in the bundle", async ({
  driven,
  pages,
  downloads,
}) => {
  const page = await driven.openPage(`${pages.origin}/marked.html`);
  await keepPage(driven, page);

  const library = await driven.openOwnPage("library.html");
  await library.press("EX-001");
  await library.press("Save a marked copy");
  await library.untilText(/keeps downloads, as document-001-[0-9-]+\.png/);
  await library.untilText(/Marked copy saved/);
  const saved = await downloadedPicture(downloads);
  expect(saved.name).toMatch(/^document-001-\d{8}-\d{6}\.png$/);

  const path = await handOver(driven, downloads);
  expect(await checkBundle(path)).toMatchObject({ kind: "checked", intact: true, findings: [] });
  const bundle = await BundleFile.read(path);
  const { facts, files } = bundle.record("001");
  expect(facts).toMatchObject({ handle: "晨間散步_مشاة_นักเดิน", displayName: "Morning walks 🌊" });
  const look = lookAtMarked(saved.png, bundle.picture("001"));
  expect(look).toMatchObject({ isSameBelow: true });
  expect(look.headingPx).toBeGreaterThan(300);
  expect(look.ink.names).toBeGreaterThan(500);
  expect(look.ink.values).toBeGreaterThan(2000);

  // The same browser draws the same heading, so the copy in the bundle is the one that was saved.
  expect(bundle.png(MARKED).data.equals(saved.png.data)).toBe(true);
  const [made] = JSON.parse(bundle.text("data/exhibits/001/derived.json")).files;
  expect(made).toMatchObject({
    path: "derived/marked.png",
    role: "derived",
    op: "mark",
    from: ["derived/stitched.png"],
  });
  expect(files.some((file) => file.path === "derived/marked.png")).toBe(false);
  expect(bundle.text("data/binder.html")).toContain('href="exhibits/001/derived/marked.png"');
  const marks = bundle
    .text("data/custody/custody.jsonl")
    .split("\n")
    .filter((line) => line.includes('"event":"mark"'));
  expect(marks).toHaveLength(1);
});
