import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { type BinderOptions, binderPdf } from "@/src/export/pdf/binder-pdf";
import type { Account, ExhibitWords } from "@/src/model/account";
import { EMPTY_ACCOUNT } from "@/src/model/account";
import { canonicalJson } from "@/src/model/canonical-json";
import type { Correction } from "@/src/model/correction";
import { type Sha256, sha256 } from "@/src/model/digest";
import type { UtcInstant } from "@/src/model/instant";
import type { PageFacts } from "@/src/model/page-facts";
import { REPORT } from "@/tests/support/account";
import { packageFonts, packageShelf } from "@/tests/support/binder";
import {
  act,
  CASE_ID,
  chained,
  fakeReader,
  type KeptExhibit,
  madeUpExhibit,
  madeUpLog,
} from "@/tests/support/exhibits";
import { naughtyStrings } from "@/tests/support/naughty-strings";
import { type PdfFile, pdfFile } from "@/tests/support/pdf-tools";
import { CHINESE, ENGLISH } from "@/tools/papers";

/** All that a person can say of an item. */
const ABOUT: ExhibitWords = {
  description: "The first post",
  significance: "It was the first.",
  effect: "No sleep since.",
  people: ["A. Neighbour", "B. Friend"],
  place: "the weir",
  tags: ["river"],
  links: [{ rel: "part-of", exhibit: 2 }],
};

const DIGEST = "a1".repeat(32) as Sha256;

async function binder(exhibits: KeptExhibit[], more: Partial<BinderOptions> = {}): Promise<PdfFile | null> {
  return pdfFile(await bytesOf(exhibits, more));
}

async function bytesOf(exhibits: KeptExhibit[], more: Partial<BinderOptions> = {}): Promise<Uint8Array> {
  const custody = await madeUpLog(exhibits);
  const { seq, hash } = custody.at(-1)!;
  const { stream, done } = binderPdf({
    reader: fakeReader(exhibits),
    exhibits: exhibits.map(({ record }) => record.id),
    caseId: CASE_ID,
    custody,
    account: EMPTY_ACCOUNT,
    package: {
      fileName: "documents-20261121-031205.zip",
      tagManifestSha256: DIGEST,
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
    now: "2026-11-21T03:12:05.000Z" as UtcInstant,
    software: "Tidemark 0.1.0",
    ...more,
  });
  const bytes = new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
  await done;
  return bytes;
}

const SCRIPTS: Partial<PageFacts>[] = [
  { handle: "海浪筆記_香港", title: "嘅啲冇咗", text: "日本語のテキスト" },
  { handle: "سلام_البحر", title: "بنتين في الميناء", text: "لا إله هنا الآن", displayName: "ועוד שלום" },
  { handle: "ทะเลน้ำขึ้น", title: "हिन्दी ज्वार", text: "한국어 텍스트", displayName: "Приливы 😀" },
];

describe("a binder", () => {
  test("says that what was done to a page was undone only where its record says so", async () => {
    const [whole, gone] = [await madeUpExhibit(1), await madeUpExhibit(2)];
    gone.record = { ...gone.record, actions: [{ act: "scroll-through" }] } as typeof gone.record;
    const text = (await binder([whole, gone]))?.text().replace(/\s+/g, " ");
    if (text === undefined) return;
    expect(text.match(/Done to the page, and undone/g)).toHaveLength(1);
    expect(text.match(/Done to the page(?!, and)/g)).toHaveLength(1);
    expect(text).toContain("and whether it was undone");
  });

  test("is a sound PDF whose text is found in every script", async () => {
    const pdf = await binder(await Promise.all(SCRIPTS.map((facts, n) => madeUpExhibit(n + 1, {}, facts))));
    if (pdf === null) return;
    expect(pdf.check() ?? { status: 0 }).toMatchObject({ status: 0 });
    const text = pdf.text();
    const wanted = SCRIPTS.flatMap(({ handle, title, text: words, displayName }) => [
      handle,
      title,
      words,
      displayName,
    ]);
    expect(wanted.filter((each) => each && !text.includes(each))).toEqual([]);
  }, 60_000);

  test("names the package's digest and the head of its log on the cover, and each page's number", async () => {
    const exhibits = [await madeUpExhibit(1), await madeUpExhibit(2)];
    const pdf = await binder(exhibits);
    if (pdf === null) return;
    expect(pdf.text(1)).toContain(DIGEST);
    expect(pdf.text(1)).toContain((await madeUpLog(exhibits)).at(-1)!.hash);
    const pages = pdf.pages();
    for (let page = 1; page <= pages; page += 1) expect(pdf.text(page)).toContain(`Page ${page} of ${pages}`);
  }, 60_000);

  test("the index gives the page on which each exhibit begins", async () => {
    const text = "A long post. ".repeat(600);
    const pdf = await binder(
      await Promise.all([1, 2, 3].map((n) => madeUpExhibit(n, {}, { text, title: `Post ${n}` }))),
    );
    if (pdf === null) return;
    const pages = Array.from({ length: pdf.pages() }, (_, n) => pdf.text(n + 1));
    for (const label of ["EX-001", "EX-002", "EX-003"]) {
      const begins = pages.findIndex((page, n) => n > 2 && page.includes(label)) + 1;
      expect(pages[1]).toMatch(new RegExp(`${label}\\s+Post \\d\\s+${begins}\\s`));
    }
  }, 60_000);

  test("prints a long picture over several pages, every row once and as it was", async () => {
    const png = new PNG({ width: 400, height: 3000 });
    for (let at = 0; at < png.data.length; at += 4) png.data.set([at >> 4, at >> 9, at >> 14, 255], at);
    const exhibit = await withPicture(1, png);
    const pdf = await binder([exhibit], { withPictures: true, paper: "Letter" });
    if (pdf === null) return;
    const rows = pdf.pictures().map((picture) => PNG.sync.read(picture));
    expect(rows.length).toBeGreaterThan(2);
    expect(Buffer.concat(rows.map(({ data }) => data)).equals(png.data)).toBe(true);
  }, 60_000);

  test("prints a picture with alpha, as Firefox gives it, as it looks on white paper", async () => {
    const png = new PNG({ width: 40, height: 30 });
    for (let at = 0; at < png.data.length; at += 4) png.data.set([0, 100, 200, at < 400 ? 0x33 : 255], at);
    const pdf = await binder([await withPicture(1, png, 6)], { withPictures: true });
    if (pdf === null) return;
    const [printed] = pdf.pictures().map((picture) => PNG.sync.read(picture));
    expect(pdf.pictures()).toHaveLength(1); // none for the alpha
    expect([...printed!.data.subarray(0, 4)]).toEqual([204, 224, 244, 255]);
    expect([...printed!.data.subarray(400, 404)]).toEqual([0, 100, 200, 255]);
  }, 60_000);

  test("is not made where a picture is not what was saved", async () => {
    const exhibit = await withPicture(1, new PNG({ width: 4, height: 4, fill: true }));
    const other = new PNG({ width: 4, height: 4 });
    other.data.fill(7);
    exhibit.files.set("original/screen-000.png", new Uint8Array(PNG.sync.write(other, { colorType: 2 })));
    await expect(bytesOf([exhibit], { withPictures: true })).rejects.toMatchObject({ code: "fileChanged" });
  }, 60_000);

  test("says nothing of a timeline's witnesses or why an exhibit matters unless the person did", async () => {
    const exhibits = [await madeUpExhibit(1)];
    const account: Account = {
      entries: [
        {
          time: { kind: "unknown", words: "in spring" },
          what: "A call.",
          did: "I hung up.",
          effect: null,
          witnesses: ["W. One"],
          exhibits: [1],
        },
      ],
      reports: [REPORT],
      about: new Map([[1, ABOUT]]),
    };
    const [without, told] = [
      await binder(exhibits),
      await binder(exhibits, { account, words: CHINESE, paper: "Letter" }),
    ];
    if (without === null || told === null) return;
    expect(without.text()).not.toMatch(/Witnesses|Why it matters/);
    for (const words of [
      "in spring",
      "A call.",
      "I hung up.",
      "W. One",
      "The first post",
      "It was the first.",
      "No sleep since.",
      "A. Neighbour; B. Friend",
      "地點: the weir",
      "river",
      "EX-002",
      "A platform: Removed.",
      "附件目錄",
    ]) {
      expect(told.text()).toContain(words);
    }
  }, 60_000);

  test("names its title and the language of its own words", async () => {
    const file = Buffer.from(await bytesOf([await madeUpExhibit(1)], { words: CHINESE })).toString("latin1");
    expect(file).toContain("/Lang (zh-Hant)");
    expect(file).toContain("/DisplayDocTitle true");
  });

  test("prints no pixel of what the user covered", async () => {
    const png = new PNG({ width: 40, height: 40 });
    png.data.fill(255);
    for (let at = 0; at < 40 * 10 * 4; at += 4) png.data.set([224, 33, 138], at);
    const exhibit = await madeUpExhibit(1, {
      "original/screen-000.png": new Uint8Array(PNG.sync.write(png, { colorType: 2 })),
    });
    Object.assign(exhibit.record.picture, { widthPx: 40, heightPx: 40 });
    const boxes = [{ xPx: 0, yPx: 0, widthPx: 40, heightPx: 10 }];
    const pictures = new Map([[exhibit.record.id, boxes]]);
    const pdf = await binder([exhibit], { withPictures: true, pictures });
    if (pdf === null) return;
    const [printed] = pdf.pictures().map((picture) => PNG.sync.read(picture));
    const rows = Array.from({ length: 40 }, (_, row) => printed!.data[row * 40 * 4 + 1]); // green: of the white only
    expect(rows).toEqual(rows.map((_, row) => (row < 10 ? 0 : 255)));
    expect(printed!.data[0]).toBe(0);
    expect(pdf.text()).toContain("derived/redacted.png");
  }, 60_000);

  test("shows the user's correction beside what the page says", async () => {
    const exhibit = await madeUpExhibit(1);
    const { handle } = exhibit.record.facts;
    const correction: Correction = {
      id: "c1",
      item: exhibit.record.id,
      fact: "handle",
      pageValue: handle,
      value: "put.right",
      utc: "2026-11-21T02:30:00.000Z" as UtcInstant,
      tz: "Asia/Hong_Kong",
    };
    const digest = `sha256:${await sha256(canonicalJson(correction))}` as const;
    const custody = await chained([act({ event: "edit-note", digest, detail: { about: "correction" } })]);
    const pdf = await binder([{ ...exhibit, corrections: [correction] }], { custody });
    if (pdf === null) return;
    for (const page of [2, 4]) {
      expect(pdf.text(page)).toContain(handle!);
      expect(pdf.text(page)).toMatch(/corrected by the user to: @?put\.right/);
    }
  }, 60_000);

  test("can be stopped", async () => {
    const stop = new AbortController();
    const onProgress = () => stop.abort();
    await expect(bytesOf([await madeUpExhibit(1)], { onProgress, signal: stop.signal })).rejects.toMatchObject({
      code: "cancelled",
    });
  }, 60_000);

  const naughty = naughtyStrings();
  test.skipIf(naughty === null)(
    "515 naughty strings are all found in it",
    async () => {
      const shelf = await packageShelf();
      const exhibits = await Promise.all(
        naughty!.map((handle, n) => madeUpExhibit(n + 1, {}, { handle, title: null })),
      );
      const pdf = await binder(exhibits);
      if (pdf === null) return;
      const found = squeezed(pdf.text());
      const missing: string[] = [];
      for (const text of naughty!.filter((each) => !POINTED.test(each))) {
        const shown = await shelf.prepare(text, "sans");
        if (!shown.split(/\s+/).every((word) => found.includes(squeezed(word)))) missing.push(shown);
      }
      expect(missing).toEqual([]);
      expect(pdf.check() ?? { status: 0 }).toMatchObject({ status: 0 });
    },
    300_000,
  );
});

/** Readers take points above and below letters, in scripts written from right to left, for words of their own. */
const POINTED = /[\p{Script=Arabic}\p{Script=Hebrew}]\p{M}/u;

/** Lines are broken where the paper ends, readers write some letters in their plain form, and order stacked marks anew. */
const squeezed = (text: string): string => text.normalize("NFKD").replace(/[\s\p{M}]/gu, "");

async function withPicture(exhibit: number, png: PNG, colorType: 2 | 6 = 2): Promise<KeptExhibit> {
  const bytes = new Uint8Array(PNG.sync.write(png, { colorType }));
  const kept = await madeUpExhibit(exhibit, { "original/screen-000.png": bytes });
  Object.assign(kept.record.picture, { widthPx: png.width, heightPx: png.height });
  return kept;
}
