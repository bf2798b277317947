/** One good bundle and many ways to spoil it, each with what must be found. */
import { crc32, deflateRawSync } from "node:zlib";
import { nextEntry } from "@/src/custody/chain";
import { canonicalJson } from "@/src/model/canonical-json";
import type { CustodyEntry } from "@/src/model/custody";
import type { Finding } from "@/src/verify/finding";
import { BUNDLE_NAME } from "@/tests/support/bundle";
import {
  type BundleFiles,
  bytesOf,
  edit,
  entriesOf,
  flip,
  relist,
  relistTags,
  textOf,
  zipOf,
} from "@/tests/support/bundle-files";
import { act, CASE_ID } from "@/tests/support/exhibits";
import { type RawEnd, type RawEntry, rawZip } from "@/tests/support/raw-zip";

/** Changes the files; may give back a ZIP of its own making instead of leaving that to the test. */
type Spoil = (files: BundleFiles) => unknown;
export type SpoiledBundle = [name: string, spoil: Spoil, findings: Finding[]];

const PICTURE = "data/exhibits/001/original/screen-000.png";
const RECORD = "data/exhibits/001/record.json";
const LOG = "data/custody/custody.jsonl";
const text = (content: string) => new TextEncoder().encode(content);

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

const packed = (content: Uint8Array) => new Uint8Array(deflateRawSync(content, { level: 9 }));

const CONTAINERS: SpoiledBundle[] = [
  [
    "a folder has content",
    (files) => zipOf(files, [{ name: `${BUNDLE_NAME}/data/dir/`, bytes: text("x") }]),
    [
      { code: "notAFile", path: `${BUNDLE_NAME}/data/dir/` },
      { code: "unsafeName", path: `${BUNDLE_NAME}/data/dir/` },
    ],
  ],
  [
    "a name leads outside the folder",
    (files) => zipOf(files, [{ name: `${BUNDLE_NAME}/../../evil.txt`, bytes: text("x") }]),
    [{ code: "unsafeName", path: `${BUNDLE_NAME}/../../evil.txt` }],
  ],
  [
    "a name is absolute",
    (files) => zipOf(files, [{ name: "/etc/evil", bytes: text("x") }]),
    [{ code: "unsafeName", path: "/etc/evil" }],
  ],
  [
    "a name has a drive",
    (files) => zipOf(files, [{ name: "C:/evil", bytes: text("x") }]),
    [{ code: "unsafeName", path: "C:/evil" }],
  ],
  [
    "a name has a backslash",
    (files) => zipOf(files, [{ name: `${BUNDLE_NAME}\\evil`, bytes: text("x") }]),
    [{ code: "unsafeName", path: `${BUNDLE_NAME}\\evil` }],
  ],
  [
    "a folder's name leads outside",
    (files) => zipOf(files, [{ name: "../evil/", bytes: text(""), mode: 0o40755 }]),
    [{ code: "unsafeName", path: "../evil" }],
  ],
  [
    "a file is there twice",
    (files) =>
      zipOf(
        files,
        entriesOf(files).filter(({ name }) => name.endsWith("index.csv")),
      ),
    [{ code: "duplicateName", path: `${BUNDLE_NAME}/data/index.csv` }],
  ],
  [
    "two names differ in letter case only",
    (files) => zipOf(files, [{ name: `${BUNDLE_NAME}/data/INDEX.csv`, bytes: text("x") }]),
    [{ code: "duplicateName", path: `${BUNDLE_NAME}/data/INDEX.csv` }],
  ],
  [
    "a link is in place of a file",
    (files) => zipOf(files, [{ name: `${BUNDLE_NAME}/data/link`, bytes: text("/etc/passwd"), mode: 0o120777 }]),
    [{ code: "notAFile", path: `${BUNDLE_NAME}/data/link` }],
  ],
  [
    "a file pretends to be a folder",
    (files) => zipOf(files, [{ name: `${BUNDLE_NAME}/data/dir`, bytes: text("x"), mode: 0o40755 }]),
    [{ code: "notAFile", path: `${BUNDLE_NAME}/data/dir` }],
  ],
  [
    "a file is encrypted",
    (files) => zipOf(files, [{ name: `${BUNDLE_NAME}/data/secret`, bytes: text("0123456789abc"), flags: 1 }]),
    [{ code: "notReadable", path: `${BUNDLE_NAME}/data/secret` }],
  ],
  [
    "a file is packed in an unknown way",
    (files) => zipOf(files, [{ name: `${BUNDLE_NAME}/data/odd`, bytes: text("x"), method: 97 }]),
    [{ code: "notReadable", path: `${BUNDLE_NAME}/data/odd` }],
  ],
  [
    "a file unpacks to a thousand times its size",
    (files) => {
      const zeros = new Uint8Array(32 * 1024 * 1024);
      return zipOf(files, [
        { name: `${BUNDLE_NAME}/data/bomb`, bytes: packed(zeros), method: 8, announcedBytes: zeros.length },
      ]);
    },
    [{ code: "tooLarge", path: `${BUNDLE_NAME}/data/bomb` }],
  ],
  [
    "a file unpacks to more than it announces",
    (files) => {
      const zeros = packed(new Uint8Array(32 * 1024 * 1024));
      const entries = entriesOf(files).filter(({ name }) => !name.endsWith("index.csv"));
      return rawZip([
        ...entries,
        {
          name: `${BUNDLE_NAME}/data/index.csv`,
          bytes: zeros,
          method: 8,
          announcedBytes: bytesOf(files, "data/index.csv").length,
        },
      ]);
    },
    [
      { code: "zipDamaged", path: "data/index.csv" },
      { code: "fileChanged", path: "data/index.csv" },
    ],
  ],
  [
    "a check sum in the ZIP is wrong",
    (files) =>
      rawZip(
        entriesOf(files).map((entry) => (entry.name.endsWith("index.csv") ? { ...entry, announcedCrc: 1 } : entry)),
      ),
    [{ code: "zipDamaged", path: "data/index.csv" }],
  ],
  [
    "a file has another name inside the ZIP than in its list",
    (files) =>
      rawZip(
        entriesOf(files).map((entry) =>
          entry.name.endsWith("index.csv") ? { ...entry, localName: entry.name.replace("index", "other") } : entry,
        ),
      ),
    [
      { code: "zipDamaged", path: "data/index.csv" },
      { code: "fileChanged", path: "data/index.csv" },
    ],
  ],
  [
    "a file lies beside the folder",
    (files) => zipOf(files, [{ name: "__MACOSX/x", bytes: text("x") }]),
    [{ code: "fileExtra", path: "__MACOSX/x" }],
  ],
  ["the ZIP is cut off", (files) => zipOf(files).slice(0, -500), [{ code: "zipDamaged", path: null }]],
  ["the ZIP is cut off in its middle", (files) => zipOf(files).slice(0, 9000), [{ code: "zipDamaged", path: null }]],
  [
    "something is put before the ZIP",
    (files) => new Blob(["#!/bin/sh\n", zipOf(files)]),
    [{ code: "zipDamaged", path: null }],
  ],
  ["something is put after the ZIP", (files) => new Blob([zipOf(files), "more"]), [{ code: "zipDamaged", path: null }]],
];

/** One file of the bundle put into the ZIP in another way. */
const INDEX = "data/index.csv";
const withIndex = (files: BundleFiles, change: Partial<RawEntry>, end?: RawEnd) =>
  rawZip(
    entriesOf(files).map((entry) => (entry.name.endsWith(INDEX) ? { ...entry, ...change } : entry)),
    end,
  );

const extraField = (id: number, data: Uint8Array) => {
  const field = new Uint8Array(4 + data.length);
  new DataView(field.buffer).setUint16(0, id, true);
  new DataView(field.buffer).setUint16(2, data.length, true);
  field.set(data, 4);
  return field;
};

/** ZIP64: the unpacked length in eight bytes, where the short field says that it does not fit. */
const zip64 = (bytes: bigint) => {
  const data = new Uint8Array(8);
  new DataView(data.buffer).setBigUint64(0, bytes, true);
  return extraField(0x0001, data);
};

/** Info-ZIP's field that gives an entry another name than the one in its header. */
const otherName = (header: string, name: string) => {
  const start = new Uint8Array(5);
  start[0] = 1;
  new DataView(start.buffer).setUint32(1, crc32(text(header)), true);
  return extraField(0x7075, new Uint8Array([...start, ...text(name)]));
};

const endRecord = () => rawZip([]).bytes();

const TRICKS: SpoiledBundle[] = [
  [
    "two entries share one file's bytes",
    async (files) => {
      const shared = { bytes: bytesOf(files, INDEX), name: `${BUNDLE_NAME}/data/again` };
      files.set("data/again", shared.bytes);
      await relist(files);
      const own = entriesOf(files).filter(({ name }) => name !== shared.name);
      return rawZip([...own, { ...shared, sharesWith: own.findIndex(({ name }) => name.endsWith(INDEX)) }]);
    },
    [
      { code: "fileChanged", path: "data/again" },
      { code: "zipDamaged", path: "data/again" },
    ],
  ],
  [
    "the end of the ZIP announces fewer files than there are",
    (files) => rawZip(entriesOf(files), { count: files.size - 1 }),
    [{ code: "zipDamaged", path: null }],
  ],
  [
    "the end of the ZIP announces more files than there are",
    (files) => rawZip(entriesOf(files), { count: files.size + 1 }),
    [{ code: "zipDamaged", path: null }],
  ],
  [
    "the ZIP says it is the second of two disks",
    (files) => rawZip(entriesOf(files), { disk: 1 }),
    [{ code: "zipDamaged", path: null }],
  ],
  [
    "the ZIP's comment is another end of a ZIP",
    async (files) => rawZip(entriesOf(files), { comment: await endRecord() }),
    [{ code: "zipDamaged", path: null }],
  ],
  [
    "another name hides in an extra field",
    (files) => withIndex(files, { extra: otherName(`${BUNDLE_NAME}/${INDEX}`, `${BUNDLE_NAME}/../evil`) }),
    [{ code: "unsafeName", path: `${BUNDLE_NAME}/../evil` }],
  ],
  [
    "a file claims 8 TB in its ZIP64 field",
    (files) => withIndex(files, { announcedBytes: 0xffffffff, extra: zip64(1n << 43n) }),
    [{ code: "tooLarge", path: `${BUNDLE_NAME}/${INDEX}` }],
  ],
  [
    "a file claims fewer bytes in its ZIP64 field than it has",
    (files) => withIndex(files, { announcedBytes: 0xffffffff, extra: zip64(3n) }),
    [{ code: "zipDamaged", path: INDEX }, { code: "fileChanged", path: INDEX }, { code: "oxumWrong" }],
  ],
  [
    "a file is longer in its own header than in the list",
    (files) => withIndex(files, { localBytes: 7 }),
    [
      { code: "zipDamaged", path: INDEX },
      { code: "fileChanged", path: INDEX },
    ],
  ],
  [
    "a packed file is not packed data",
    (files) => withIndex(files, { method: 8, bytes: text("not packed"), announcedBytes: bytesOf(files, INDEX).length }),
    [
      { code: "zipDamaged", path: INDEX },
      { code: "fileChanged", path: INDEX },
    ],
  ],
  [
    "two names differ in Unicode form only",
    (files) =>
      zipOf(files, [
        { name: `${BUNDLE_NAME}/data/caf\u00e9`, bytes: text("x") },
        { name: `${BUNDLE_NAME}/data/cafe\u0301`, bytes: text("x") },
      ]),
    [{ code: "duplicateName", path: `${BUNDLE_NAME}/data/cafe\u0301` }],
  ],
  [
    "two names differ in a letter that only looks like another after folding",
    (files) => zipOf(files, [{ name: `${BUNDLE_NAME}/data/index.c\u017fv`, bytes: text("x") }]),
    [{ code: "duplicateName", path: `${BUNDLE_NAME}/data/index.c\u017fv` }],
  ],
  [
    "a name holds a zero byte",
    (files) => zipOf(files, [{ name: `${BUNDLE_NAME}/data/a\0b`, bytes: text("x") }]),
    [{ code: "unsafeName", path: `${BUNDLE_NAME}/data/a\0b` }],
  ],
  [
    "a name begins in somebody's home",
    (files) => zipOf(files, [{ name: "~/evil", bytes: text("x") }]),
    [{ code: "unsafeName", path: "~/evil" }],
  ],
  [
    "a name has 3,000 characters",
    (files) => zipOf(files, [{ name: "a".repeat(3000), bytes: text("x") }]),
    [{ code: "unsafeName", path: "a".repeat(3000) }],
  ],
  [
    "a device is in place of a file",
    (files) => zipOf(files, [{ name: `${BUNDLE_NAME}/data/null`, bytes: text(""), mode: 0o20666 }]),
    [{ code: "notAFile", path: `${BUNDLE_NAME}/data/null` }],
  ],
  [
    "a file is encrypted in the way of WinZip",
    (files) => zipOf(files, [{ name: `${BUNDLE_NAME}/data/aes`, bytes: text("0123456789ab"), method: 99, flags: 1 }]),
    [{ code: "notReadable", path: `${BUNDLE_NAME}/data/aes` }],
  ],
  [
    "a ZIP that unpacks to gigabytes lies in the bundle: it is never opened",
    (files) => {
      const bomb = packed(new Uint8Array(64 * 1024 * 1024));
      return zipOf(files, [{ name: `${BUNDLE_NAME}/data/nested.zip`, bytes: bomb }]);
    },
    [{ code: "fileExtra", path: "data/nested.zip" }, { code: "oxumWrong" }],
  ],
];

export const SPOILED: SpoiledBundle[] = [
  ...FLIPPED,
  ...FILES,
  ...LISTS,
  ...TAG_FILES,
  ...CUSTODY,
  ...RECORDS,
  ...CONTAINERS,
  ...TRICKS,
];
