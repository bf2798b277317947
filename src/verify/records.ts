/**
 * Each exhibit's record against the list of files and the custody log. Whoever changes a file and makes the lists anew
 * is shown by the record; whoever makes the record anew is shown by the log.
 */
import * as v from "valibot";
import { CORRECTIONS_FILE, LEFT_OUT_FILE } from "@/src/manifest/exhibit-names";
import { canonicalJson } from "@/src/model/canonical-json";
import type { CustodyEntry } from "@/src/model/custody";
import { exhibitFolder, RECORD_SCHEMA } from "@/src/model/exhibit";
import { DERIVED_SCHEMA, LEFT_OUT_SCHEMA } from "@/src/model/exhibit-files";
import { type BagFile, type BagSource, readText } from "./bag-source";
import { correctionFindings } from "./corrections";
import { isWithoutPictures } from "./export-entry";
import type { FileList } from "./file-lists";
import type { Finding } from "./finding";

const RecordedFile = v.object({ path: v.string(), bytes: v.number(), sha256: v.string(), sha512: v.string() });

/** The part of a record that is compared; the rest is for people to read. */
const Recorded = v.object({
  schema: v.literal(RECORD_SCHEMA),
  id: v.string(),
  caseId: v.string(),
  exhibit: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  files: v.array(RecordedFile),
});
type Recorded = v.InferOutput<typeof Recorded>;

/** What was made of the exhibit for this bundle, after its record was sealed. */
const Derived = v.object({
  schema: v.literal(DERIVED_SCHEMA),
  files: v.array(
    v.object({
      ...RecordedFile.entries,
      path: v.pipe(v.string(), v.startsWith("derived/")),
      role: v.literal("derived"),
      from: v.pipe(v.array(v.string()), v.minLength(1)),
    }),
  ),
});
type Derived = v.InferOutput<typeof Derived>;

/** What of the exhibit is not in this bundle because its maker chose so. */
const LeftOut = v.object({ schema: v.literal(LEFT_OUT_SCHEMA), why: v.string(), files: v.array(RecordedFile) });
type LeftOut = v.InferOutput<typeof LeftOut>;

export interface Witnesses {
  sha256: FileList;
  sha512: FileList;
  /** `null` where not known; then records are not compared with it. */
  caseId: string | null;
  log: readonly CustodyEntry[] | null;
}

/** Folder of each exhibit that has any file in the bundle. */
export function exhibitFolders({ files }: BagSource): string[] {
  return [...new Set(files.flatMap(({ path }) => /^data\/exhibits\/[^/]+\//.exec(path)?.[0] ?? []))];
}

export interface RecordsRead {
  findings: Finding[];
  /** How many recorded files are named as left out, in lists that agree with the records. */
  leftOut: number;
}

export async function recordFindings(source: BagSource, witnesses: Witnesses): Promise<RecordsRead> {
  const findings: Finding[] = [];
  let leftOut = 0;
  for (const folder of exhibitFolders(source)) {
    const inside = source.files.filter(({ path }) => path.startsWith(folder));
    const record = await readSealed(inside, `${folder}record.json`, Recorded);
    const derived = await readSealed(inside, `${folder}derived.json`, Derived);
    const left = await readSealed(inside, `${folder}${LEFT_OUT_FILE}`, LeftOut);
    if (left === "unreadable") findings.push({ code: "recordUnreadable", path: `${folder}${LEFT_OUT_FILE}` });
    if (derived === "unreadable") findings.push({ code: "recordUnreadable", path: `${folder}derived.json` });
    if (typeof record !== "object") findings.push({ code: "recordUnreadable", path: `${folder}record.json` });
    else {
      findings.push(...claimFindings(record, folder, witnesses));
      const made = typeof derived === "object" ? derived : null;
      if (made !== null) findings.push(...derivedFindings(made, record, folder));
      const absent =
        typeof left === "object" && isAgreed(left, record, folder, inside, witnesses.log) ? left.files : [];
      if (typeof left === "object" && absent.length === 0)
        findings.push({ code: "recordDisagrees", path: `${folder}${LEFT_OUT_FILE}` });
      leftOut += absent.length;
      const recorded = record.files.filter(({ path }) => !absent.some((file) => file.path === path));
      findings.push(...fileFindings([...recorded, ...(made?.files ?? [])], folder, inside, witnesses));
      const corrections = `${folder}${CORRECTIONS_FILE}`;
      const own = inside.find((each) => each.path === corrections);
      findings.push(...(await correctionFindings(record.id, corrections, own, witnesses.log)));
    }
  }
  return { findings, leftOut };
}

/** Each file is named as the record names it and is not here, and the log says that this bundle has not all pictures. */
function isAgreed(
  { files }: LeftOut,
  record: Recorded,
  folder: string,
  inside: readonly BagFile[],
  log: readonly CustodyEntry[] | null,
): boolean {
  const same = (one: LeftOut["files"][number], other: LeftOut["files"][number]) =>
    (["path", "bytes", "sha256", "sha512"] as const).every((field) => one[field] === other[field]);
  return (
    (log === null || isWithoutPictures(log)) &&
    files.every(
      (file) =>
        record.files.some((recorded) => same(file, recorded)) &&
        inside.every(({ path }) => path !== `${folder}${file.path}`),
    )
  );
}

/** A JSON file of ours: "absent", or "unreadable" unless it is in canonical form and has these fields. */
async function readSealed<Schema extends v.GenericSchema>(
  inside: readonly BagFile[],
  path: string,
  schema: Schema,
): Promise<v.InferOutput<Schema> | "absent" | "unreadable"> {
  const file = inside.find((each) => each.path === path);
  if (file === undefined) return "absent";
  const text = await readText(file);
  try {
    const value: unknown = JSON.parse(text ?? "");
    return canonicalJson(value) === text && v.is(schema, value) ? value : "unreadable";
  } catch {
    return "unreadable"; // no JSON, or JSON without a canonical form
  }
}

/** A derived file may stand for no other, and says of which recorded files it was made. */
function derivedFindings(derived: Derived, record: Recorded, folder: string): Finding[] {
  const recorded = new Set(record.files.map(({ path }) => path));
  const sound = derived.files.every(
    ({ path, from }) => !recorded.has(path) && from.every((original) => recorded.has(original)),
  );
  return sound ? [] : [{ code: "recordDisagrees", path: `${folder}derived.json` }];
}

/** Whether the record is of this case, lies in its own folder, and is the one the log names. */
function claimFindings(record: Recorded, folder: string, { caseId, log, sha256 }: Witnesses): Finding[] {
  const path = `${folder}record.json`;
  const ownFolder = folder === `data/exhibits/${exhibitFolder(record.exhibit)}/`;
  const ownCase = caseId === null || record.caseId === caseId;
  const digest = sha256.get(path);
  const named =
    log === null || digest === undefined || log.some((entry) => names(entry, record.id, `sha256:${digest}`));
  return ownFolder && ownCase && named ? [] : [{ code: "recordDisagrees", path }];
}

function names(entry: CustodyEntry, id: string, digest: string): boolean {
  return (entry.event === "capture" || entry.event === "import") && entry.item === id && entry.digest === digest;
}

/** Files that are named and not there or are listed otherwise, and files there that it does not name. */
function fileFindings(
  files: readonly v.InferOutput<typeof RecordedFile>[],
  folder: string,
  inside: readonly BagFile[],
  lists: Witnesses,
): Finding[] {
  const present = new Map(inside.map((file) => [file.path, file.bytes]));
  const findings = files.flatMap((file): Finding[] => {
    const path = `${folder}${file.path}`;
    if (!present.has(path)) return [{ code: "fileMissing", path }];
    const same =
      present.get(path) === file.bytes &&
      (lists.sha256.get(path) ?? file.sha256) === file.sha256 &&
      (lists.sha512.get(path) ?? file.sha512) === file.sha512;
    return same ? [] : [{ code: "recordDisagrees", path }];
  });
  const ours = ["record.json", "derived.json", CORRECTIONS_FILE, LEFT_OUT_FILE];
  const named = new Set([...ours, ...files.map(({ path }) => path)].map((path) => `${folder}${path}`));
  const extra = [...present.keys()].filter((path) => !named.has(path));
  return [...findings, ...extra.map((path): Finding => ({ code: "fileExtra", path }))];
}
