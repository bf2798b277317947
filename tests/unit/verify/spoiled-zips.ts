/** A good bundle in a spoiled ZIP: names, links, packing, lies of headers and ends, each with what must be found. */
import { crc32, deflateRawSync } from "node:zlib";
import type { Finding } from "@/src/verify/finding";
import { BUNDLE_NAME } from "@/tests/support/bundle";
import { type BundleFiles, bytesOf, entriesOf, relist, zipOf } from "@/tests/support/bundle-files";
import { type RawEnd, type RawEntry, rawZip } from "@/tests/support/raw-zip";

/** Changes the files; may give back a ZIP of its own making instead of leaving that to the test. */
export type Spoil = (files: BundleFiles) => unknown;
export type SpoiledBundle = [name: string, spoil: Spoil, findings: Finding[]];

const text = (content: string) => new TextEncoder().encode(content);

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
  ...["index.csv.", "index.csv ", "con.txt", "AUX", "Lpt1.tar.gz", "folder./x", "com\u00b9"].map(
    (name): SpoiledBundle => [
      `Windows takes the name ${JSON.stringify(name)} for another`,
      async (files) => {
        files.set(`data/${name}`, text("x"));
        return zipOf(files);
      },
      [{ code: "unsafeName", path: `${BUNDLE_NAME}/data/${name}` }],
    ],
  ),
  [
    "a file has the name of a folder",
    async (files) => {
      files.set("data/README.txt/inner.txt", text("x"));
      await relist(files);
      return zipOf(files);
    },
    [{ code: "duplicateName", path: `${BUNDLE_NAME}/data/README.txt` }],
  ],
  [
    "a file has the name of a folder but for letter case",
    (files) => zipOf(files, [{ name: `${BUNDLE_NAME}/DATA`, bytes: text("x") }]),
    [{ code: "duplicateName", path: `${BUNDLE_NAME}/DATA` }],
  ],
  [
    "a file has the name of an empty folder",
    (files) => zipOf(files, [{ name: `${BUNDLE_NAME}/data/index.csv/`, bytes: text(""), mode: 0o40755 }]),
    [{ code: "duplicateName", path: `${BUNDLE_NAME}/data/index.csv` }],
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

export const SPOILED_ZIPS: SpoiledBundle[] = [...CONTAINERS, ...TRICKS];
