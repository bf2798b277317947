import { describe, expect, test } from "vitest";
import { bundle } from "@/src/export/bundle";
import { declarationTxt } from "@/src/export/declaration";
import type { PaperWords } from "@/src/export/paper-words";
import type { CoverBox } from "@/src/model/covers";
import type { ExhibitRecord } from "@/src/model/exhibit";
import type { DerivedFile } from "@/src/model/exhibit-files";
import { bundleOptions, collect } from "@/tests/support/bundle";
import { filesOf, textOf } from "@/tests/support/bundle-files";
import { type KeptExhibit, madeUpExhibit } from "@/tests/support/exhibits";
import { ENGLISH, IN_ENGLISH, wordsOf } from "@/tools/papers";

const NO_COPIES = { pictures: "full", marked: new Map(), redacted: new Map() } as const;
type Beside = Parameters<typeof declarationTxt>[2];

async function* recordsOf(exhibits: readonly KeptExhibit[]) {
  for (const { record } of exhibits) yield record;
}

/** The draft on one line each paragraph, so that no sentence is cut. */
async function declarationOf(record: ExhibitRecord, beside: Beside = NO_COPIES, words: PaperWords = ENGLISH) {
  const parts = await Array.fromAsync(
    declarationTxt(
      { words, english: ENGLISH },
      async function* () {
        yield record;
      },
      beside,
    ),
  );
  return parts.join("").replace(/\n +/g, " ");
}

test("the declaration is a draft for three places, has every digest, leaves people blank and promises nothing", async () => {
  const exhibits = [await madeUpExhibit(1, { "derived/stitched.png": "x" }), await madeUpExhibit(2)];
  const hostile = {
    ...exhibits[1]!.record,
    url: { browser: "https://x/\n  Name: Forged", canonical: null, frames: [] },
  };
  const text = (
    await Array.fromAsync(
      declarationTxt(IN_ENGLISH, () => recordsOf([exhibits[0]!, { ...exhibits[1]!, record: hostile }]), NO_COPIES),
    )
  ).join("");
  expect(text.startsWith("DRAFT: ASK A LAWYER")).toBe(true);
  for (const words of ["902(13)", "902(14)", "ENGLAND", "UNITED KINGDOM", "HONG KONG", "section 22A"]) {
    expect(text.toUpperCase()).toContain(words.toUpperCase());
  }
  for (const { sha256, path } of exhibits.flatMap(({ record }) => record.files))
    expect(text).toContain(`${sha256}  ${path}`);
  expect(text.match(/^ {2}Name: {8}\[ +\]$/gm)).toHaveLength(3);
  expect(text).not.toMatch(/^ +Name: Forged/m);
  expect(text).not.toMatch(/tamper|court-proof|authentic|admissible|guarantee/i);
});

describe("what was done to a page", () => {
  const ALL = ["en", "zh_TW", "zh_CN", "de", "es", "fr", "pt", "ja", "ko", "ar"].map((folder) => [folder] as const);

  test.each(ALL)("is said to be undone only where the record says so (%s)", async (folder) => {
    const { record } = await madeUpExhibit(1);
    const words = wordsOf(folder);
    const [undone, alone] = [words.say("binder_actions"), words.say("binder_actionsOnly")];
    expect(undone).not.toBe(alone);
    expect(await declarationOf(record, NO_COPIES, words)).toContain(`${undone}: `);
    // The page was gone before it could be put back.
    const gone = await declarationOf({ ...record, actions: [{ act: "scroll-through" }] }, NO_COPIES, words);
    expect(gone).toContain(`${alone}: ${words.act("scroll-through")}`);
    expect(gone).not.toContain(`${undone}:`);
    const nothing = await declarationOf({ ...record, actions: [] }, NO_COPIES, words);
    expect(nothing).toContain(`${alone}: ${words.say("binder_nothing")}`);
  });
});

const COMPARED = "Each was compared with the bytes that went into this folder, and was the same:";
const MADE = "Made for this folder from the item’s files, after recording, and so compared with nothing";
const LEFT_OUT = "Files left out of this folder, with the SHA-256 taken when recorded:";
const BOX: CoverBox = { xPx: 1, yPx: 1, widthPx: 5, heightPx: 5 };

function copyOf(record: ExhibitRecord, op: "mark" | "redact", boxes?: CoverBox[]): DerivedFile {
  const path = op === "mark" ? "derived/marked.png" : "derived/redacted.png";
  const sha256 = (op === "mark" ? "ab" : "cd").repeat(32) as DerivedFile["sha256"];
  return {
    ...record.files[0]!,
    path,
    sha256,
    role: "derived",
    op,
    from: ["original/screen-000.png"],
    ...(boxes && { boxes }),
  };
}

/** Which list of the first item a digest stands in. */
function listOf(text: string, sha256: string): string | undefined {
  const before = text.slice(0, text.indexOf(sha256));
  const heads = [COMPARED, MADE, LEFT_OUT].map((head) => [before.lastIndexOf(head), head] as const);
  return heads.filter(([at]) => at >= 0).sort(([one], [other]) => other - one)[0]?.[1];
}

describe("of an item’s files", () => {
  test("a copy made at export is listed as that, with what it was made of and that parts are covered", async () => {
    const { record } = await madeUpExhibit(1);
    const [redacted, marked] = [copyOf(record, "redact", [BOX]), copyOf(record, "mark", [BOX])];
    const beside = { ...NO_COPIES, redacted: new Map([[record.id, redacted]]), marked: new Map([[record.id, marked]]) };
    const text = await declarationOf(record, beside);
    expect(listOf(text, record.files[0]!.sha256)).toBe(COMPARED);
    for (const { sha256 } of [redacted, marked]) expect(listOf(text, sha256)).toBe(MADE);
    const [made, covered] = ["Made from original/screen-000.png.", "Parts of this copy were covered by the sender."];
    expect(text).toContain(`derived/redacted.png (${redacted.bytes} B) ${made} ${covered}`.replace(" (", "  ("));
    expect(text).toContain(`(${marked.bytes} B) ${made} The facts are written above the picture. ${covered}`);
    const plain = await declarationOf(record, { ...NO_COPIES, marked: new Map([[record.id, copyOf(record, "mark")]]) });
    expect(plain).not.toContain(covered);
  });

  test("those left out are not said to have been compared, and where none is inside nothing is", async () => {
    const { record } = await madeUpExhibit(1);
    const text = await declarationOf(record, { ...NO_COPIES, pictures: "none" });
    expect(text).not.toContain(COMPARED);
    expect(listOf(text, record.files[0]!.sha256)).toBe(LEFT_OUT);
    expect(await declarationOf(record)).not.toContain(LEFT_OUT);
  });
});

test("no form says of all files that they were compared; what else there is stands in brackets for a person", async () => {
  const text = (await declarationOf((await madeUpExhibit(1)).record)).replace(/\s+/g, " ");
  const forms = text.slice(text.indexOf("FORM A"));
  const claims = forms.replace(/\[[^\]]*\]/g, "");
  expect(
    claims.match(/listed above as compared|set out above, and so are the files whose digests were compared/g),
  ).toHaveLength(3);
  expect(claims).not.toMatch(/digest of each file|that its digest was the same|digests of the files were the same/);
  expect(forms.match(/\[[^\]]*listed as left out or as made for this folder[^\]]*\]/g)).toHaveLength(3);
  expect(forms.match(/\[[^\]]*items that came in as files[^\]]*\]/gi)).toHaveLength(2);
});

test("all papers of a package give the end of saving as its time; where the beginning stands, it is called so", async () => {
  const marked = async () => new Blob(["copy"]).stream();
  const { zip } = await collect(bundle(await bundleOptions([await madeUpExhibit(1)], { marked })));
  const files = await filesOf(zip);
  const [names = "", line = ""] = textOf(files, "data/index.csv").split("\r\n");
  const cells = Object.fromEntries(names.split(",").map((name, at) => [name, line.split(",")[at]]));
  expect(cells).toMatchObject({
    '"capture_began_utc"': '"2026-11-21T01:01:03.456Z"',
    '"captured_utc"': '"2026-11-21T01:01:09.001Z"',
  });
  const [end, start] = ["2026-11-21 01:01:09 UTC", "2026-11-21 01:01:03 UTC"];
  for (const name of ["timeline.csv", "declaration-draft.txt", "binder.html"]) {
    expect(textOf(files, `data/${name}`), name).toContain(end);
    expect(textOf(files, `data/${name}`).replace(/Saving began<[^>]*><td><bdi>[^<]*/, ""), name).not.toContain(
      "01:01:03",
    );
  }
  expect(textOf(files, "data/binder.html")).toContain(`<th scope="row">Saving began</th><td><bdi>${start}</bdi>`);
  expect(textOf(files, "data/binder.html")).toContain(`2026-11-21 09:01:09 UTC+08:00 (Asia/Hong_Kong)\n${end}`);
  for (const column of ["capture_began_utc", "captured_utc"])
    expect(textOf(files, "data/README.txt")).toContain(column);
});
