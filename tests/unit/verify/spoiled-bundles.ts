/** One good bundle and many ways to spoil it, each with what must be found. */
import { nextEntry } from "@/src/custody/chain";
import { canonicalJson } from "@/src/model/canonical-json";
import type { CustodyEntry } from "@/src/model/custody";
import type { Finding } from "@/src/verify/finding";
import { type BundleFiles, bytesOf, edit, flip, relist, relistTags, textOf } from "@/tests/support/bundle-files";
import { act, CASE_ID } from "@/tests/support/exhibits";
import { SPOILED_ZIPS, type Spoil, type SpoiledBundle } from "./spoiled-zips";

const PICTURE = "data/exhibits/001/original/screen-000.png";
const RECORD = "data/exhibits/001/record.json";
const LOG = "data/custody/custody.jsonl";

const FLIPPED: SpoiledBundle[] = [
  ...[PICTURE, "data/exhibits/001/original/page.dom.html.txt", "data/index.csv", "data/binder.html", "data/README.txt"],
  "data/custody/environment.json",
].map((path) => [`one bit of ${path} is flipped`, (files) => flip(files, path, 3), [{ code: "fileChanged", path }]]);

const FILES: SpoiledBundle[] = [
  [
    "a file has grown by one byte",
    (files) => edit(files, PICTURE, (old) => `${old}x`),
    [{ code: "fileChanged", path: PICTURE }, { code: "oxumWrong" }, { code: "recordDisagrees", path: PICTURE }],
  ],
  [
    "a file is emptied",
    (files) => edit(files, "data/index.csv", ""),
    [{ code: "fileChanged", path: "data/index.csv" }, { code: "oxumWrong" }],
  ],
  [
    "a file is dropped",
    (files) => void files.delete("data/index.csv"),
    [{ code: "fileMissing", path: "data/index.csv" }, { code: "oxumWrong" }],
  ],
  [
    "a file is added below data/",
    (files) => edit(files, "data/new.txt", "new"),
    [{ code: "fileExtra", path: "data/new.txt" }, { code: "oxumWrong" }],
  ],
  [
    "a file is renamed",
    (files) => {
      files.set("data/index2.csv", bytesOf(files, "data/index.csv"));
      files.delete("data/index.csv");
    },
    [
      { code: "fileMissing", path: "data/index.csv" },
      { code: "fileExtra", path: "data/index2.csv" },
    ],
  ],
  [
    "two files are exchanged",
    (files) => {
      const one = bytesOf(files, "data/index.csv");
      files.set("data/index.csv", bytesOf(files, "data/README.txt"));
      files.set("data/README.txt", one);
    },
    [
      { code: "fileChanged", path: "data/README.txt" },
      { code: "fileChanged", path: "data/index.csv" },
    ],
  ],
  [
    "a file is added beside data/",
    (files) => edit(files, "note.txt", "note"),
    [{ code: "fileExtra", path: "note.txt" }],
  ],
];

const LISTS: SpoiledBundle[] = [
  [
    "a digit in the list of files is changed",
    (files) => edit(files, "manifest-sha256.txt", (list) => (list.startsWith("0") ? "1" : "0") + list.slice(1)),
    [
      { code: "fileChanged", path: "data/README.txt" },
      { code: "tagFileChanged", path: "manifest-sha256.txt" },
    ],
  ],
  [
    "the list of files is dropped",
    (files) => void files.delete("manifest-sha256.txt"),
    [
      { code: "manifestMissing", path: "manifest-sha256.txt" },
      { code: "fileMissing", path: "manifest-sha256.txt" },
    ],
  ],
  [
    "one list of files is dropped and the tag lists made anew",
    async (files) => {
      files.delete("manifest-sha512.txt");
      await relistTags(files);
    },
    [{ code: "manifestMissing", path: "manifest-sha512.txt" }],
  ],
  [
    "a tag list is dropped",
    (files) => void files.delete("tagmanifest-sha256.txt"),
    [{ code: "tagManifestMissing", path: "tagmanifest-sha256.txt" }],
  ],
  [
    "both tag lists are dropped",
    (files) => {
      files.delete("tagmanifest-sha256.txt");
      files.delete("tagmanifest-sha512.txt");
    },
    [
      { code: "tagManifestMissing", path: "tagmanifest-sha256.txt" },
      { code: "tagManifestMissing", path: "tagmanifest-sha512.txt" },
    ],
  ],
  [
    "a line is taken out of one list",
    async (files) => {
      edit(files, "manifest-sha256.txt", (list) => list.replace(/^.*data\/index\.csv\n/m, ""));
      await relistTags(files);
    },
    [{ code: "fileExtra", path: "data/index.csv" }],
  ],
  [
    "a line stands twice",
    async (files) => {
      edit(files, "manifest-sha256.txt", (list) => list + list.split("\n")[0]);
      await relistTags(files);
    },
    [{ code: "manifestUnreadable", path: "manifest-sha256.txt" }],
  ],
  [
    "the list names a file outside the folder",
    async (files) => {
      edit(files, "manifest-sha256.txt", (list) => `${list}${"a".repeat(64)}  data/../../x\n`);
      await relistTags(files);
    },
    [{ code: "manifestUnreadable", path: "manifest-sha256.txt" }],
  ],
  [
    "the list writes a name with %2e%2e",
    async (files) => {
      edit(files, "manifest-sha256.txt", (list) => list.replace("data/index.csv", "data/%69ndex.csv"));
      await relistTags(files);
    },
    [
      { code: "fileMissing", path: "data/%69ndex.csv" },
      { code: "fileExtra", path: "data/index.csv" },
    ],
  ],
  [
    "a list is not UTF-8",
    async (files) => {
      const old = bytesOf(files, "manifest-sha256.txt");
      files.set("manifest-sha256.txt", new Uint8Array([...old, 0xff, 0xfe]));
      await relistTags(files);
    },
    [{ code: "manifestUnreadable", path: "manifest-sha256.txt" }],
  ],
  [
    "a tag list lists a tag list",
    (files) => {
      for (const algorithm of [256, 512]) {
        edit(
          files,
          `tagmanifest-sha${algorithm}.txt`,
          (list) => `${list}${"a".repeat(algorithm / 4)}  tagmanifest-sha256.txt\n`,
        );
      }
    },
    [
      { code: "manifestUnreadable", path: "tagmanifest-sha256.txt" },
      { code: "manifestUnreadable", path: "tagmanifest-sha512.txt" },
    ],
  ],
];

const TAG_FILES: SpoiledBundle[] = [
  [
    "bagit.txt begins with a byte order mark",
    async (files) => {
      edit(files, "bagit.txt", (old) => `\uFEFF${old}`);
      await relistTags(files);
    },
    [{ code: "bagItUnsupported", path: "bagit.txt" }],
  ],
  [
    "bagit.txt declares another version",
    async (files) => {
      edit(files, "bagit.txt", (old) => old.replace("1.0", "0.97"));
      await relistTags(files);
    },
    [{ code: "bagItUnsupported", path: "bagit.txt" }],
  ],
  [
    "bagit.txt declares another encoding",
    async (files) => {
      edit(files, "bagit.txt", (old) => old.replace("UTF-8", "UTF-16"));
      await relistTags(files);
    },
    [{ code: "bagItUnsupported", path: "bagit.txt" }],
  ],
  [
    "a bit of bag-info.txt is flipped",
    (files) => flip(files, "bag-info.txt", textOf(files, "bag-info.txt").indexOf("0.1.0")),
    [{ code: "tagFileChanged", path: "bag-info.txt" }],
  ],
  [
    "bag-info.txt gives another size",
    async (files) => {
      edit(files, "bag-info.txt", (old) => old.replace(/(Payload-Oxum: )\d+/, "$11"));
      await relistTags(files);
    },
    [{ code: "oxumWrong" }],
  ],
  [
    "bag-info.txt gives no size",
    async (files) => {
      edit(files, "bag-info.txt", (old) => old.replace(/^Payload-Oxum.*\n/m, ""));
      await relistTags(files);
    },
    [{ code: "bagInfoUnreadable", path: "bag-info.txt" }],
  ],
  [
    "bag-info.txt gives two sizes",
    async (files) => {
      edit(files, "bag-info.txt", (old) => `${old}Payload-Oxum: 1.1\n`);
      await relistTags(files);
    },
    [{ code: "bagInfoUnreadable", path: "bag-info.txt" }],
  ],
  [
    "bag-info.txt is dropped",
    async (files) => {
      files.delete("bag-info.txt");
      await relistTags(files);
    },
    [{ code: "fileMissing", path: "bag-info.txt" }],
  ],
  [
    "fetch.txt names a file elsewhere",
    async (files) => {
      edit(files, "fetch.txt", "https://example.com/x - ../../x\n");
      await relistTags(files);
    },
    [{ code: "manifestUnreadable", path: "fetch.txt" }],
  ],
];

const entriesIn = (files: BundleFiles) =>
  textOf(files, LOG)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as CustodyEntry);

/** Spoils the log and makes all lists anew, so that only the log itself can tell. */
function log(change: (entries: CustodyEntry[]) => unknown[] | Promise<unknown[]>): Spoil {
  return async (files) => {
    const changed = await change(entriesIn(files));
    edit(files, LOG, changed.map((entry) => `${canonicalJson(entry)}\n`).join(""));
    await relist(files);
  };
}

function logText(change: (old: string) => string): Spoil {
  return async (files) => {
    edit(files, LOG, change);
    await relist(files);
  };
}

const broken = (failure: Extract<Finding, { code: "custodyBroken" }>["failure"], index: number): Finding[] => [
  { code: "custodyBroken", failure, index },
];

const CUSTODY: SpoiledBundle[] = [
  [
    "bag-info.txt gives the log another last number",
    async (files) => {
      edit(files, "bag-info.txt", (old) => old.replace("Last-Seq: 2", "Last-Seq: 3"));
      await relistTags(files);
    },
    [{ code: "custodyHeadMismatch" }],
  ],
  [
    "an entry of the log is edited",
    log(([one, two, three]) => [one, { ...two!, utc: "2020-01-01T00:00:00.000Z" }, three]),
    broken("entryEdited", 1),
  ],
  ["an entry of the log is dropped", log(([one, , three]) => [one, three]), broken("wrongNumber", 1)],
  ["two entries of the log are swapped", log(([one, two, three]) => [two, one, three]), broken("wrongNumber", 0)],
  ["an entry is put into the log", log(([one, two, three]) => [one, two, two, three]), broken("wrongNumber", 2)],
  [
    "the log is numbered anew after a drop",
    log(([, two, three]) => [
      { ...two, seq: 0 },
      { ...three, seq: 1 },
    ]),
    broken("wrongGenesis", 0),
  ],
  [
    "an entry of the log is replaced by a sound one",
    log(async ([one, , three]) => [one, await nextEntry(one, CASE_ID, act()), three]),
    broken("chainBroken", 2),
  ],
  ["the end of the log is cut", log(([one, two]) => [one, two]), [{ code: "custodyHeadMismatch" }]],
  [
    "the log goes on after its end",
    log(async (all) => [...all, await nextEntry(all.at(-1), CASE_ID, act())]),
    [{ code: "custodyHeadMismatch" }],
  ],
  ["the log is emptied", logText(() => ""), [{ code: "custodyHeadMismatch" }]],
  [
    "the log is written in another form",
    logText((old) => old.replace('"seq":1', '"seq": 1')),
    broken("notCanonical", 1),
  ],
  ["the log ends its lines with CR LF", logText((old) => old.replaceAll("\n", "\r\n")), broken("notCanonical", 0)],
  ["a line of the log is no JSON", logText((old) => `x${old}`), broken("notAnEntry", 0)],
  [
    "the log is dropped",
    async (files) => {
      files.delete(LOG);
      await relist(files);
    },
    [{ code: "fileMissing", path: LOG }],
  ],
  [
    "bag-info.txt names another end of the log",
    async (files) => {
      edit(files, "bag-info.txt", (old) =>
        old.replace(/Head-Hash: ./, (found) => (found.endsWith("0") ? "Head-Hash: 1" : "Head-Hash: 0")),
      );
      await relistTags(files);
    },
    [{ code: "custodyHeadMismatch" }],
  ],
  [
    "bag-info.txt names another case",
    async (files) => {
      edit(files, "bag-info.txt", (old) => old.replace(CASE_ID, "00000000-0000-4000-8000-000000000000"));
      await relistTags(files);
    },
    [
      ...broken("wrongGenesis", 0),
      { code: "recordDisagrees", path: RECORD },
      { code: "recordDisagrees", path: "data/exhibits/002/record.json" },
    ],
  ],
];

/** Makes the log's last entry name only these exhibits. */
async function exportedOnly(files: BundleFiles, exhibits: string): Promise<void> {
  const before = entriesIn(files).slice(0, -1);
  const last = await nextEntry(before.at(-1), CASE_ID, act({ event: "export", detail: { exhibits } }));
  edit(files, LOG, [...before, last].map((entry) => `${canonicalJson(entry)}\n`).join(""));
  edit(files, "bag-info.txt", (old) => old.replace(/(Head-Hash: )\w+/, `$1${last.hash}`));
}

/** Changes a record and makes all lists anew. */
function record(change: (old: Record<string, unknown>) => unknown): Spoil {
  return async (files) => {
    edit(files, RECORD, (old) => canonicalJson(change(JSON.parse(old) as Record<string, unknown>)));
    await relist(files);
  };
}

const RECORDS: SpoiledBundle[] = [
  [
    "an exhibit is moved to another number's folder",
    async (files) => {
      for (const [path, bytes] of [...files]) {
        if (!path.startsWith("data/exhibits/001/")) continue;
        files.set(path.replace("/001/", "/003/"), bytes);
        files.delete(path);
      }
      await relist(files);
    },
    [
      { code: "recordDisagrees", path: "data/exhibits/003/record.json" },
      { code: "exhibitMissing", path: "data/exhibits/001/" },
      { code: "exhibitExtra", path: "data/exhibits/003/" },
    ],
  ],
  [
    "an exhibit is taken out and all lists made anew",
    async (files) => {
      for (const path of [...files.keys()]) if (path.startsWith("data/exhibits/001/")) files.delete(path);
      await relist(files);
    },
    [{ code: "exhibitMissing", path: "data/exhibits/001/" }],
  ],
  [
    "an exhibit of the case that was not chosen is put in and all lists made anew",
    async (files) => {
      await exportedOnly(files, "1");
      await relist(files);
    },
    [{ code: "exhibitExtra", path: "data/exhibits/002/" }],
  ],
  [
    "a file is changed and all lists made anew",
    async (files) => {
      flip(files, PICTURE);
      await relist(files);
    },
    [{ code: "recordDisagrees", path: PICTURE }],
  ],
  [
    "a file is added to an exhibit and all lists made anew",
    async (files) => {
      edit(files, "data/exhibits/001/original/more.png", "more");
      await relist(files);
    },
    [{ code: "fileExtra", path: "data/exhibits/001/original/more.png" }],
  ],
  [
    "a file is taken from an exhibit and all lists made anew",
    async (files) => {
      files.delete(PICTURE);
      await relist(files);
    },
    [{ code: "fileMissing", path: PICTURE }],
  ],
  [
    "a record is changed and all lists made anew",
    record((old) => ({ ...old, page: { title: "Another", lang: null } })),
    [{ code: "recordDisagrees", path: RECORD }],
  ],
  [
    "an exhibit is given another number",
    record((old) => ({ ...old, exhibit: 7 })),
    [{ code: "recordDisagrees", path: RECORD }],
  ],
  [
    "a record is of another version",
    record((old) => ({ ...old, schema: "tidemark-record/9" })),
    [{ code: "recordUnreadable", path: RECORD }],
  ],
  [
    "a record is written in another form",
    async (files) => {
      edit(files, RECORD, (old) => `${old}\n`);
      await relist(files);
    },
    [{ code: "recordUnreadable", path: RECORD }],
  ],
  [
    "a record is dropped",
    async (files) => {
      files.delete(RECORD);
      await relist(files);
    },
    [{ code: "recordUnreadable", path: RECORD }],
  ],
  [
    "a whole exhibit is put in that the log does not know",
    async (files) => {
      for (const [path, bytes] of [...files]) {
        if (path.startsWith("data/exhibits/001/")) files.set(path.replace("/001/", "/003/"), bytes);
      }
      edit(files, "data/exhibits/003/record.json", (old) => old.replace('"exhibit":1', '"exhibit":3'));
      await relist(files);
    },
    [
      { code: "recordDisagrees", path: "data/exhibits/003/record.json" },
      { code: "exhibitExtra", path: "data/exhibits/003/" },
    ],
  ],
];

export const SPOILED: SpoiledBundle[] = [
  ...FLIPPED,
  ...FILES,
  ...LISTS,
  ...TAG_FILES,
  ...CUSTODY,
  ...RECORDS,
  ...SPOILED_ZIPS,
];
