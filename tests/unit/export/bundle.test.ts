import { BlobReader, ZipReader } from "@zip.js/zip.js/lib/zip-core-custom.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bundle } from "@/src/export/bundle";
import type { MakeMarked } from "@/src/export/marked-file";
import { dosTime } from "@/src/export/zip-sink";
import { isPlainPath } from "@/src/manifest/paths";
import { digestsOf } from "@/src/model/digest";
import { ExportError, type ExportFailure, PictureError, VaultError } from "@/src/model/errors";
import type { CaseId } from "@/src/model/exhibit";
import type { UtcInstant } from "@/src/model/instant";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { bundleOptions, collect, goodBundle, twoExhibits } from "@/tests/support/bundle";
import { filesOf, textOf } from "@/tests/support/bundle-files";
import { act, chained, fakeReader, type KeptExhibit, madeUpExhibit, madeUpLog } from "@/tests/support/exhibits";
import { naughtyStrings } from "@/tests/support/naughty-strings";
import { settled } from "@/tests/support/settled";

/** The failure of a bundle of these exhibits, as told by `done` and by the stream. */
async function failureOf(exhibits: readonly KeptExhibit[], changes = {}): Promise<unknown> {
  const { stream, done } = bundle(await bundleOptions(exhibits, changes));
  const read = new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).blob().then(
    () => "the stream ended as if all was well",
    (error: unknown) => error,
  );
  const told = await done.then(
    () => "done as if all was well",
    (error: unknown) => error,
  );
  expect(await read).toBe(told);
  return told;
}

function expectFailure(error: unknown, code: ExportFailure, about?: { exhibit: number; path: string }): void {
  expect(error).toBeInstanceOf(ExportError);
  expect({ code: (error as ExportError).code, about: (error as ExportError).about }).toEqual({ code, about });
}

const SECOND_PICTURE = { exhibit: 2, path: "original/media-01.jpg" };

describe("a bundle", () => {
  test("holds exactly the files the format names", async () => {
    const { zip } = await goodBundle();
    expect([...(await filesOf(zip)).keys()].sort()).toEqual([
      "bag-info.txt",
      "bagit.txt",
      "data/README.txt",
      "data/binder.html",
      "data/custody/custody.jsonl",
      "data/custody/environment.json",
      "data/declaration-draft.txt",
      "data/exhibits/001/original/page.dom.html.txt",
      "data/exhibits/001/original/screen-000.png",
      "data/exhibits/001/record.json",
      "data/exhibits/002/original/media-01.jpg",
      "data/exhibits/002/original/screen-000.png",
      "data/exhibits/002/record.json",
      "data/index.csv",
      "data/timeline.csv",
      "manifest-sha256.txt",
      "manifest-sha512.txt",
      "tagmanifest-sha256.txt",
      "tagmanifest-sha512.txt",
    ]);
  });

  test("is the same byte for byte when made again", async () => {
    const [one, other] = [await goodBundle(), await goodBundle()];
    expect(await one.zip.arrayBuffer()).toEqual(await other.zip.arrayBuffer());
  });

  test("made another day and in another order of choice differs in bag-info.txt and its digest alone", async () => {
    const exhibits = (await twoExhibits()).reverse();
    const later = { now: "2027-01-02T03:04:05.678Z" as UtcInstant, custody: await madeUpLog(await twoExhibits()) };
    const one = await filesOf((await goodBundle()).zip);
    const other = await filesOf((await collect(bundle(await bundleOptions(exhibits, later)))).zip);
    const differing = [...one.keys()].filter((path) => textOf(one, path) !== textOf(other, path));
    expect(differing.sort()).toEqual(["bag-info.txt", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt"]);
  });

  test("made again after more was logged differs below data/ in the log alone", async () => {
    const exhibits = await twoExhibits();
    const acts = [...(await madeUpLog(exhibits)), act({ event: "export" })].map(({ ...each }) => each);
    const custody = await chained(
      acts.map(({ utc, tz, actor, event, item, digest, detail, app }) => ({
        utc,
        tz,
        actor,
        event,
        item,
        digest,
        detail,
        app,
      })),
    );
    const one = await filesOf((await goodBundle()).zip);
    const other = await filesOf((await goodBundle({ custody })).zip);
    const differing = [...one.keys()].filter(
      (path) => path.startsWith("data/") && textOf(one, path) !== textOf(other, path),
    );
    expect(differing).toEqual(["data/custody/custody.jsonl"]);
  });

  test("tells how far it is, to the end", async () => {
    const steps: unknown[] = [];
    await goodBundle({ onProgress: (progress) => steps.push(progress) });
    const bytes = (await twoExhibits())
      .flatMap(({ record }) => record.files)
      .reduce((sum, file) => sum + file.bytes, 0);
    expect(steps.at(-1)).toEqual({ filesDone: 4, filesTotal: 4, bytesDone: bytes, bytesTotal: bytes });
  });

  test("gives each file the newest capture's time, not the clock's", async () => {
    const { zip } = await goodBundle();
    const entries = await new ZipReader(new BlobReader(zip), { useWebWorkers: false }).getEntries();
    expect([...new Set(entries.map((entry) => entry.rawLastModDate))]).toEqual([
      dosTime("2026-11-21T01:02:09.001Z" as UtcInstant),
    ]);
    const [year, month, day, hour, minute, twoSeconds] = [2026 - 1980, 11, 21, 1, 2, 4];
    const expected = year * 2 ** 25 + month * 2 ** 21 + day * 2 ** 16 + hour * 2 ** 11 + minute * 2 ** 5 + twoSeconds;
    expect(dosTime("2026-11-21T01:02:09.001Z" as UtcInstant)).toBe(expected);
  });

  test("holds empty files, and exhibits beyond 999", async () => {
    const exhibits = [await madeUpExhibit(1000, { "original/empty.txt": "" })];
    const { zip } = await collect(bundle(await bundleOptions(exhibits)));
    expect([...(await filesOf(zip)).keys()]).toContain("data/exhibits/1000/original/empty.txt");
    expect(await verifyBundle(zip)).toMatchObject({ intact: true });
  });
});

test("a log that does not hold together goes into the bundle as it is, and the binder and the maker are told", async () => {
  const exhibits = await twoExhibits();
  const custody = await madeUpLog(exhibits);
  custody[1] = { ...custody[1]!, actor: "friend" };
  const { zip, facts } = await collect(bundle(await bundleOptions(exhibits, { custody })));
  expect(facts.logFailure).toEqual({ code: "entryEdited", index: 1 });
  expect(textOf(await filesOf(zip), "data/binder.html")).toContain("does not fit from its entry 2 on");
  const findings = [{ code: "custodyBroken", failure: "entryEdited", index: 1 }];
  expect(await verifyBundle(zip)).toMatchObject({ intact: false, findings });
  expect((await goodBundle()).facts.logFailure).toBeNull();
});

describe("a bundle with marked copies", () => {
  const marked: MakeMarked = async (record) => {
    if (record.exhibit === 2) throw new PictureError("unknownForm");
    return new Blob([`marked ${record.exhibit}`]).stream();
  };

  test("holds each, a list of what it was made of, and names it in the index and the binder", async () => {
    const { zip } = await goodBundle({ marked });
    const files = await filesOf(zip);
    expect(textOf(files, "data/exhibits/001/derived/marked.png")).toBe("marked 1");
    const list = JSON.parse(textOf(files, "data/exhibits/001/derived.json"));
    expect(list).toEqual({
      schema: "tidemark-derived/1",
      files: [
        {
          path: "derived/marked.png",
          role: "derived",
          op: "mark",
          from: ["original/screen-000.png"],
          mime: "image/png",
          complete: true,
          ...(await digestsOf(new TextEncoder().encode("marked 1"))),
        },
      ],
    });
    expect(textOf(files, "data/index.csv")).toContain(`"exhibits/001/derived/marked.png","${list.files[0].sha256}"`);
    expect(textOf(files, "data/binder.html")).toContain('href="exhibits/001/derived/marked.png"');
    expect(await verifyBundle(zip)).toMatchObject({ intact: true, findings: [] });
  });

  test("goes without one where no copy can be made of a picture", async () => {
    const files = await filesOf((await goodBundle({ marked })).zip);
    expect([...files.keys()].filter((path) => /\/002\/derived/.test(path))).toEqual([]);
    expect(textOf(files, "data/binder.html")).toContain(
      '<a href="exhibits/002/original/screen-000.png">Open the picture</a>',
    );
  });

  test("counts them among its files", async () => {
    const steps: { filesDone: number; filesTotal: number }[] = [];
    await goodBundle({ marked, onProgress: (progress) => steps.push(progress) });
    expect(steps.at(-1)).toMatchObject({ filesDone: 6, filesTotal: 6 });
  });

  test("is not made when a picture turns out damaged on the way", async () => {
    const broken: MakeMarked = async () =>
      new ReadableStream({ pull: (controller) => controller.error(new PictureError("damaged")) });
    const about = { exhibit: 1, path: "original/screen-000.png" };
    expectFailure(await failureOf(await twoExhibits(), { marked: broken }), "notMarked", about);
  });
});

describe("no bundle is made", () => {
  test("when a byte of a file is not as it was saved", async () => {
    const [one, two] = await twoExhibits();
    two!.files.get(SECOND_PICTURE.path)![4]! ^= 1;
    expectFailure(await failureOf([one!, two!]), "fileChanged", SECOND_PICTURE);
  });

  test.each([
    ["longer", (bytes: Uint8Array) => new Uint8Array([...bytes, 0])],
    ["shorter", (bytes: Uint8Array) => bytes.slice(0, -1)],
  ])("when a file is %s than it was saved", async (_name, change) => {
    const [one, two] = await twoExhibits();
    two!.files.set(SECOND_PICTURE.path, change(two!.files.get(SECOND_PICTURE.path)!) as Uint8Array<ArrayBuffer>);
    expectFailure(await failureOf([one!, two!]), "fileChanged", SECOND_PICTURE);
  });

  test("when a file is gone", async () => {
    const [one, two] = await twoExhibits();
    two!.files.delete(SECOND_PICTURE.path);
    expectFailure(await failureOf([one!, two!]), "fileMissing", SECOND_PICTURE);
  });

  test("when a file cannot be decrypted, noticed only while it is read", async () => {
    const exhibits = await twoExhibits();
    const reader = fakeReader(exhibits);
    const damaged = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.error(new VaultError("damaged")),
    });
    const broken = {
      ...reader,
      file: async (id: never, path: string) => (path === SECOND_PICTURE.path ? damaged : reader.file(id, path)),
    };
    expectFailure(await failureOf(exhibits, { reader: broken }), "fileChanged", SECOND_PICTURE);
  });

  test("when nothing was chosen", async () => {
    expectFailure(await failureOf(await twoExhibits(), { exhibits: [] }), "nothingToExport");
  });

  test("when a record cannot be read: the vault's own failure is told", async () => {
    const exhibits = await twoExhibits();
    expect(await failureOf(exhibits, { reader: fakeReader(exhibits.slice(1)) })).toMatchObject({
      name: "VaultError",
      code: "notFound",
    });
  });

  test("when it was stopped before it began", async () => {
    expectFailure(await failureOf(await twoExhibits(), { signal: AbortSignal.abort() }), "cancelled");
  });

  test("when it is stopped on its way", async () => {
    const stop = new AbortController();
    expectFailure(
      await failureOf(await twoExhibits(), { signal: stop.signal, onProgress: () => stop.abort() }),
      "cancelled",
    );
  });

  test("when its reader goes away", async () => {
    const { stream, done } = bundle(await bundleOptions(await twoExhibits()));
    const reader = stream.getReader();
    await reader.read();
    await reader.cancel();
    expectFailure(await done.catch((error: unknown) => error), "cancelled");
  });

  test.each([
    ["the exhibit is of another case", { caseId: "another" as CaseId }],
    ["the name of the folder is not one we write", { name: "../x" }],
    ["there is no log", { custody: [] }],
  ])("when %s", async (_name, changes) => {
    expect(await failureOf(await twoExhibits(), changes)).toBeInstanceOf(TypeError);
  });

  test.each(["../x", "original/A.png", "record.json", "derived.json", "derived/marked.png", "original/con.txt", "a b"])(
    "when a file is called %j",
    async (path) => {
      expect(await failureOf([await madeUpExhibit(1, { [path]: "x" })])).toBeInstanceOf(TypeError);
    },
  );
});

test("a bundle is made no faster than it is read: a few megabytes ahead at most", async () => {
  const piece = new Uint8Array(64 * 1024);
  const kept = await madeUpExhibit(1, { "original/big.png": new Uint8Array(piece.length * 200) });
  let given = 0;
  const endless = () =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        given += 1;
        controller.enqueue(piece);
      },
    });
  const reader = { ...fakeReader([kept]), file: async () => endless() };
  kept.record.files.reverse(); // the big one first
  const reading = bundle(await bundleOptions([kept], { reader })).stream.getReader();
  while (given === 0) await reading.read();
  await settled(() => given * piece.length, 4 * 1024 * 1024);
  await reading.cancel();
});

describe("names and texts from pages", () => {
  const naughty = naughtyStrings() ?? [];

  test("2,000 titles, naughty ones among them, change no name in the bundle and leave it intact", async () => {
    const titles = [...naughty, ...fc.sample(fc.string({ unit: "binary" }), 2_000 - naughty.length)].map((title) =>
      title.toWellFormed(),
    );
    const size = 250;
    for (let from = 0; from < titles.length; from += size) {
      const exhibits = await Promise.all(
        titles
          .slice(from, from + size)
          .map((title, at) => madeUpExhibit(at + 1, {}, { title, handle: title, text: title, permalink: title })),
      );
      const { zip } = await collect(bundle(await bundleOptions(exhibits)));
      const names = [...(await filesOf(zip)).keys()];
      expect(
        names.filter(
          (name) => !isPlainPath(`documents-20261121-031205/${name}`) && !/^(data\/README\.txt)$/.test(name),
        ),
      ).toEqual([]);
      expect(await verifyBundle(zip)).toMatchObject({ intact: true });
    }
  }, 120_000);
});
