/**
 * Each exhibit's record against the list of files and the custody log. Whoever changes a file and makes the lists anew
 * is shown by the record; whoever makes the record anew is shown by the log.
 */
import * as v from "valibot";
import { canonicalJson } from "@/src/model/canonical-json";
import type { CustodyEntry } from "@/src/model/custody";
import { exhibitFolder, RECORD_SCHEMA } from "@/src/model/exhibit";
import { type BagFile, type BagSource, readText } from "./bag-source";
import { correctionFindings } from "./corrections";
import type { FileList } from "./file-lists";
import type { Finding } from "./finding";

const CORRECTIONS = "corrections.json";

/** The part of a record that is compared; the rest is for people to read. */
const Recorded = v.object({
  schema: v.literal(RECORD_SCHEMA),
  id: v.string(),
  caseId: v.string(),
  exhibit: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  files: v.array(v.object({ path: v.string(), bytes: v.number(), sha256: v.string(), sha512: v.string() })),
});
type Recorded = v.InferOutput<typeof Recorded>;

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

export async function recordFindings(source: BagSource, witnesses: Witnesses): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const folder of exhibitFolders(source)) {
    const inside = source.files.filter(({ path }) => path.startsWith(folder));
    const path = `${folder}record.json`;
    const file = inside.find((each) => each.path === path);
    const record = file === undefined ? null : parseRecord(await readText(file));
    if (record === null) findings.push({ code: "recordUnreadable", path });
    else {
      findings.push(...claimFindings(record, folder, witnesses), ...fileFindings(record, folder, inside, witnesses));
      const corrections = `${folder}${CORRECTIONS}`;
      const own = inside.find((each) => each.path === corrections);
      findings.push(...(await correctionFindings(record.id, corrections, own, witnesses.log)));
    }
  }
  return findings;
}

/** `null` unless it is a record in canonical JSON. */
function parseRecord(text: string | null): Recorded | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return canonicalJson(value) === text && v.is(Recorded, value) ? value : null;
  } catch {
    return null; // no JSON, or JSON without a canonical form
  }
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

/** Files the record names that are not there or are listed otherwise, and files there that it does not name. */
function fileFindings(record: Recorded, folder: string, inside: readonly BagFile[], lists: Witnesses): Finding[] {
  const present = new Map(inside.map((file) => [file.path, file.bytes]));
  const findings = record.files.flatMap((file): Finding[] => {
    const path = `${folder}${file.path}`;
    if (!present.has(path)) return [{ code: "fileMissing", path }];
    const same =
      present.get(path) === file.bytes &&
      (lists.sha256.get(path) ?? file.sha256) === file.sha256 &&
      (lists.sha512.get(path) ?? file.sha512) === file.sha512;
    return same ? [] : [{ code: "recordDisagrees", path }];
  });
  const named = new Set([
    `${folder}record.json`,
    `${folder}${CORRECTIONS}`,
    ...record.files.map(({ path }) => `${folder}${path}`),
  ]);
  const extra = [...present.keys()].filter((path) => !named.has(path));
  return [...findings, ...extra.map((path): Finding => ({ code: "fileExtra", path }))];
}
