/** A copy of two made-up cases, its files taken out to be spoiled, and put together again. */
import { copyOf } from "@/src/export/copy";
import { canonicalJson } from "@/src/model/canonical-json";
import type { CopyIndex } from "@/src/model/copy";
import type { CustodyEntry } from "@/src/model/custody";
import { sha256 } from "@/src/model/digest";
import type { CaseId, ExhibitId, ExhibitRecord } from "@/src/model/exhibit";
import type { Note, NoteId } from "@/src/model/note";
import { type KeptRemarks, NO_REMARKS } from "@/src/model/remarks";
import { zipContents } from "@/src/verify/zip-source";
import { BUNDLE_NAME, bundleOptions } from "./bundle";
import { type BundleFiles, relist } from "./bundle-files";
import { act, CASE_ID, chained, fakeReader, type KeptExhibit, madeUpExhibit } from "./exhibits";
import { rawZip } from "./raw-zip";

export const OTHER_CASE = "1c9f7d2e-8b1c-4a57-9a3e-3a0c5d7e9b11" as CaseId;
const REVISION = "0b0f5a4e-7c2d-4e8f-9a1b-2c3d4e5f6a7b";
const tz = "Asia/Hong_Kong";
const { utc } = act();

export const REMARKS: KeptRemarks = { remarks: { ...NO_REMARKS, description: "mine" }, utc, tz, revision: REVISION };

export const NOTE: Note = {
  id: "7a0f5a4e-7c2d-4e8f-9a1b-2c3d4e5f6a7b" as NoteId,
  caseId: OTHER_CASE,
  kind: "case",
  body: { name: "Other", role: "friend", agreed: null },
  writtenUtc: utc,
  changedUtc: utc,
  tz,
  revision: REVISION,
};

/** @param change Of the second exhibit's record, before the log names it. */
export async function madeUpCopy(change: (record: ExhibitRecord) => void = () => {}): Promise<Blob> {
  const exhibits = [await madeUpExhibit(1, { "original/page.dom.html.txt": "<p>first</p>" }), await madeUpExhibit(2)];
  change(exhibits[1]!.record);
  const options = await bundleOptions(exhibits);
  const first = exhibits[0]!.record.id;
  const cases = [
    {
      caseId: CASE_ID,
      exhibits: options.exhibits,
      custody: await logOf(exhibits),
      notes: [],
      remarks: new Map([[first, REMARKS]]),
    },
    { caseId: OTHER_CASE, exhibits: [], custody: await otherLog(), notes: [NOTE], remarks: new Map() },
  ];
  const settings = {
    currentCase: OTHER_CASE,
    idleMinutes: 15,
    screens: 60,
    stampBy: "freetsa",
    place: "hk",
    language: null,
  } as const;
  const { stream, done } = copyOf({ ...options, reader: fakeReader(exhibits), cases, settings });
  const zip = await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
  await done;
  return zip;
}

async function digestOf(value: unknown): Promise<`sha256:${string}`> {
  return `sha256:${await sha256(canonicalJson(value))}`;
}

async function logOf(exhibits: readonly KeptExhibit[]): Promise<CustodyEntry[]> {
  const captures = exhibits.map(async ({ record }) =>
    act({ event: "capture", item: record.id, digest: await digestOf(record), detail: { exhibit: record.exhibit } }),
  );
  const item: ExhibitId = exhibits[0]!.record.id;
  const remarks = act({ event: "edit-note", item, digest: await digestOf(REMARKS), detail: { about: "remarks" } });
  return chained([...(await Promise.all(captures)), remarks, act({ event: "export", detail: { outcome: "begun" } })]);
}

async function otherLog(): Promise<CustodyEntry[]> {
  const detail = { about: "case", note: NOTE.id, removed: false };
  return chained(
    [act({ event: "edit-note", digest: await digestOf(NOTE), detail }), act({ event: "export" })],
    OTHER_CASE,
  );
}

/** One map for each bag, by its folder. */
export interface CopyFiles {
  index: CopyIndex;
  bags: Map<string, BundleFiles>;
}

export const FIRST = `${BUNDLE_NAME}-1`;
export const SECOND = `${BUNDLE_NAME}-2`;

export async function takenApart(zip: Blob): Promise<CopyFiles> {
  const bytes = new Uint8Array(await zip.arrayBuffer());
  const { files } = await zipContents({ size: bytes.length, read: async (at, n) => bytes.slice(at, at + n) });
  const bags = new Map<string, BundleFiles>();
  let index = "";
  for (const file of files) {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    await file.read((piece) => void parts.push(new Uint8Array(piece)));
    const content = new Uint8Array(await new Blob(parts).arrayBuffer());
    const [folder = "", ...rest] = file.path.split("/");
    if (rest.length === 0) index = new TextDecoder().decode(content);
    else bags.set(folder, (bags.get(folder) ?? new Map()).set(rest.join("/"), content));
  }
  return { index: JSON.parse(index) as CopyIndex, bags };
}

/** Makes lists and index anew, as a careful forger would. */
export async function relisted({ index, bags }: CopyFiles): Promise<void> {
  for (const bag of [...index.bags, ...index.damaged]) {
    const files = bags.get(bag.folder);
    if (files === undefined) continue;
    await relist(files);
    bag.tagManifestSha256 = await sha256(files.get("tagmanifest-sha256.txt")!);
  }
}

export function putTogether({ index, bags }: CopyFiles): Blob {
  const entries = [...bags].flatMap(([folder, files]) =>
    [...files].map(([path, bytes]) => ({ name: `${folder}/${path}`, bytes })),
  );
  return rawZip([...entries, { name: "copy.json", bytes: new TextEncoder().encode(canonicalJson(index)) }]);
}
