import { PNG } from "pngjs";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { bundle } from "@/src/export/bundle";
import type { OpenPicture } from "@/src/export/kept-picture";
import { pictureRule } from "@/src/export/picture-rule";
import { canonicalJson } from "@/src/model/canonical-json";
import type { CoverBox } from "@/src/model/covers";
import { PictureError } from "@/src/model/errors";
import type { ImportRecord } from "@/src/model/exhibit";
import { NO_REMARKS } from "@/src/model/remarks";
import { readPng } from "@/src/png/png-reader";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { bundleOptions, collect } from "@/tests/support/bundle";
import { type BundleFiles, bytesOf, edit, filesOf, relist, textOf, zipOf } from "@/tests/support/bundle-files";
import {
  act,
  chained,
  fakeReader,
  type KeptExhibit,
  madeUpExhibit,
  madeUpImport,
  madeUpLog,
} from "@/tests/support/exhibits";

const [WIDTH, HEIGHT] = [60, 300];
const BOX: CoverBox = { xPx: 10, yPx: 100, widthPx: 20, heightPx: 50 };
const SECRET = [224, 33, 138] as const;
const WORDS = "words that are only in the page's own code";

/** White, with the secret colour in the box and nowhere else. */
function picture(): Uint8Array<ArrayBuffer> {
  const png = new PNG({ width: WIDTH, height: HEIGHT });
  png.data.fill(255);
  for (let y = BOX.yPx; y < BOX.yPx + BOX.heightPx; y += 1) {
    for (let x = BOX.xPx; x < BOX.xPx + BOX.widthPx; x += 1) png.data.set(SECRET, (y * WIDTH + x) * 4);
  }
  return new Uint8Array(PNG.sync.write(png));
}

async function kept(exhibit: number, covers?: CoverBox[]): Promise<KeptExhibit> {
  const files = { "original/screen-000.png": picture(), "original/page.dom.html.txt": WORDS };
  const made = await madeUpExhibit(exhibit, files);
  const size = { ...made.record.picture, widthPx: WIDTH, heightPx: HEIGHT };
  const remarks = { ...NO_REMARKS, ...(covers && { covers }) };
  const when = { utc: made.record.captured.endUtc, tz: "Asia/Hong_Kong", revision: crypto.randomUUID() };
  return { ...made, record: { ...made.record, picture: size }, remarks: { remarks, ...when } };
}

/** Covered by the user; looked at, with nothing to cover; not looked at. */
const three = () => Promise.all([kept(1, [BOX]), kept(2, []), kept(3)]);

async function redactedBundle(exhibits: KeptExhibit[], saying = "redacted", open?: OpenPicture): Promise<Blob> {
  const log = (await madeUpLog(exhibits)).map(({ seq: _, prev: __, hash: ___, ...entry }) =>
    entry.event === "export" ? { ...entry, detail: { ...entry.detail, pictures: saying } } : entry,
  );
  const pictures = await pictureRule(
    fakeReader(exhibits),
    exhibits.map(({ record }) => record.id),
    "redacted",
  );
  const options = await bundleOptions(exhibits, {
    pictures,
    custody: await chained(log.map((each) => act(each))),
    ...(open && { open }),
  });
  return (await collect(bundle(options))).zip;
}

const below = (files: BundleFiles, folder: string) =>
  [...files.keys()].flatMap((path) => path.match(`^data/exhibits/${folder}/(.*)$`)?.[1] ?? []).sort();

describe("a package with the parts that the user covered", () => {
  let zip: Blob;
  let files: BundleFiles;
  beforeAll(async () => {
    zip = await redactedBundle(await three());
    files = await filesOf(zip);
  });

  test("holds of a covered item only the copy, and never its files", () => {
    expect(below(files, "001")).toEqual(["derived.json", "derived/redacted.png", "left-out.json", "record.json"]);
  });

  test("holds whole what was looked at with nothing to cover, and nothing of what nobody looked at", () => {
    expect(below(files, "002")).toEqual(["original/page.dom.html.txt", "original/screen-000.png", "record.json"]);
    expect(below(files, "003")).toEqual(["left-out.json", "record.json"]);
  });

  test("has no pixel of what was covered, and the rest of the picture as it was", () => {
    const copy = PNG.sync.read(Buffer.from(bytesOf(files, "data/exhibits/001/derived/redacted.png")));
    expect([copy.width, copy.height]).toEqual([WIDTH, HEIGHT]);
    const colours = new Set<string>();
    for (let at = 0; at < copy.data.length; at += 4) colours.add(copy.data.subarray(at, at + 4).toString("hex"));
    expect(colours).toEqual(new Set(["ffffffff", "000000ff"]));
    const black = [...Array(WIDTH * HEIGHT).keys()].filter((pixel) => copy.data[pixel * 4] === 0);
    expect(black).toHaveLength(BOX.widthPx * BOX.heightPx);
  });

  test("has the covered item's own picture and code nowhere, under no name", async () => {
    const alone = await filesOf(await redactedBundle([await kept(1, [BOX])]));
    const original = Buffer.from(picture());
    for (const [path, bytes] of alone) {
      expect(Buffer.from(bytes).includes(original), path).toBe(false);
      expect(Buffer.from(bytes).includes(WORDS), path).toBe(false);
      if (!path.endsWith(".png")) continue;
      const { data } = PNG.sync.read(Buffer.from(bytes));
      for (let at = 0; at < data.length; at += 4) expect([...data.subarray(at, at + 3)]).not.toEqual([...SECRET]);
    }
  });

  test("says what was covered and of which file, and with which digests the files can be given later", async () => {
    const [full] = await three();
    const derived = JSON.parse(textOf(files, "data/exhibits/001/derived.json"));
    expect(derived.files).toMatchObject([{ op: "redact", from: ["original/screen-000.png"], boxes: [BOX] }]);
    const left = JSON.parse(textOf(files, "data/exhibits/001/left-out.json"));
    expect(left.files.map(({ sha256 }: { sha256: string }) => sha256)).toEqual(
      full!.record.files.map(({ sha256 }) => sha256),
    );
    expect(textOf(files, "data/README.txt")).toContain("derived/redacted.png");
    expect(textOf(files, "data/index.csv")).toContain("exhibits/001/derived/redacted.png");
    expect(textOf(files, "data/binder.html")).toContain("exhibits/001/derived/redacted.png");
    expect(textOf(files, "data/declaration-draft.txt")).toContain(`${derived.files[0].sha256}  derived/redacted.png`);
  });

  test("is found intact", async () => {
    expect(await verifyBundle(zip)).toMatchObject({ intact: true });
  });

  test("is not intact when the copy was exchanged, or when the log says that pictures are in full", async () => {
    const changed = new Map(files);
    const path = "data/exhibits/001/derived/redacted.png";
    changed.set(path, picture());
    await relist(changed);
    expect(await verifyBundle(zipOf(changed))).toMatchObject({
      intact: false,
      findings: expect.arrayContaining([{ code: "recordDisagrees", path }]),
    });
    const denied = await verifyBundle(await redactedBundle(await three(), "full"));
    expect(denied).toMatchObject({ intact: false });
  });

  test("is not intact when the copy is said to be made of a file that the record does not name", async () => {
    const changed = new Map(files);
    const path = "data/exhibits/001/derived.json";
    edit(changed, path, (text) => canonicalJson(JSON.parse(text.replace("screen-000.png", "screen-009.png"))));
    await relist(changed);
    expect(await verifyBundle(zipOf(changed))).toMatchObject({ findings: [{ code: "recordDisagrees", path }] });
  });
});

test("no copy is made of a picture that is not as it was saved", async () => {
  const exhibit = await kept(1, [BOX]);
  const other = new PNG({ width: WIDTH, height: HEIGHT });
  exhibit.files.set("original/screen-000.png", new Uint8Array(PNG.sync.write(other)));
  await expect(redactedBundle([exhibit])).rejects.toMatchObject({ code: "fileChanged" });
});

test("a marked copy of a covered picture is made with the same parts covered", async () => {
  const [exhibit] = await three();
  const asked: unknown[] = [];
  const marked = async (_: unknown, picture: ReadableStream<Uint8Array>, boxes: readonly CoverBox[]) => {
    asked.push(boxes);
    await picture.cancel();
    return new Blob(["marked"]).stream();
  };
  const pictures = new Map([[exhibit!.record.id, [BOX]]]);
  const { zip } = await collect(bundle(await bundleOptions([exhibit!], { pictures, marked })));
  expect(asked).toEqual([[BOX]]);
  const list = JSON.parse(textOf(await filesOf(zip), "data/exhibits/001/derived.json"));
  expect(list.files.map(({ op, boxes }: { op: string; boxes: unknown }) => [op, boxes])).toEqual([
    ["redact", [BOX]],
    ["mark", [BOX]],
  ]);
});

describe("a picture that came in from elsewhere", () => {
  const FILE = "original/file.jpg";
  /** Stands in for the browser: the file, opened, is the picture of this test. */
  const open = vi.fn(async (_file: Blob) => readPng(new Blob([picture()]).stream()));
  const imported = async (covers?: CoverBox[]): Promise<KeptExhibit> => {
    const made = await madeUpImport(1, "IMG 1.jpg");
    const when = { utc: made.record.captured.endUtc, tz: "UTC", revision: crypto.randomUUID() };
    return { ...made, remarks: { remarks: { ...NO_REMARKS, ...(covers && { covers }) }, ...when } };
  };
  const packed = async (exhibit: KeptExhibit) => filesOf(await redactedBundle([exhibit], "redacted", open));

  test("goes in as the copy alone, and everything in the package that speaks of it leads to the copy", async () => {
    const exhibit = await imported([BOX]);
    const files = await packed(exhibit);
    expect(below(files, "001")).toEqual(["derived.json", "derived/redacted.png", "left-out.json", "record.json"]);
    expect(open.mock.lastCall![0].type).toBe("image/jpeg");
    const copy = PNG.sync.read(Buffer.from(bytesOf(files, "data/exhibits/001/derived/redacted.png")));
    expect([copy.width, copy.height, copy.data.includes(Buffer.from(SECRET))]).toEqual([WIDTH, HEIGHT, false]);
    const derived = JSON.parse(textOf(files, "data/exhibits/001/derived.json"));
    expect(derived.files).toMatchObject([{ op: "redact", from: [FILE], boxes: [BOX] }]);
    expect(textOf(files, "data/binder.html")).toContain('href="exhibits/001/derived/redacted.png"');
    const original = Buffer.from(exhibit.files.get(FILE)!);
    for (const [path, bytes] of files) expect(Buffer.from(bytes).includes(original), path).toBe(false);
    expect(await verifyBundle(zipOf(files))).toMatchObject({ intact: true });
  });

  test("goes in whole where the user said that nothing has to be covered, and not at all where they said nothing", async () => {
    expect(below(await packed(await imported([])), "001")).toContain(FILE);
    expect(below(await packed(await imported()), "001")).toEqual(["left-out.json", "record.json"]);
  });

  test("is no reason for a package that shows it where this browser cannot open it", async () => {
    open.mockRejectedValueOnce(new PictureError("notOpened"));
    await expect(packed(await imported([BOX]))).rejects.toMatchObject({ code: "notCovered", about: { exhibit: 1 } });
  });

  test("is compared with its record before it is opened", async () => {
    const exhibit = await imported([BOX]);
    exhibit.files.set(FILE, new Uint8Array([1, 2, 3]));
    open.mockClear();
    await expect(packed(exhibit)).rejects.toMatchObject({ code: "fileChanged" });
    expect(open).not.toHaveBeenCalled();
  });

  test("is the only kind of such file of which boxes count", async () => {
    const video = await imported([BOX]);
    video.record = {
      ...video.record,
      imported: { ...(video.record as ImportRecord).imported, form: "video" },
    } as never;
    expect(below(await packed(video), "001")).toEqual(["left-out.json", "record.json"]);
  });
});
