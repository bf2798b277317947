/** What is in a bag that was found intact: case, log, what the user wrote, and each exhibit with its files. */
import * as v from "valibot";
import { canonicalJson } from "@/src/model/canonical-json";
import type { Correction, LeftOutCorrection } from "@/src/model/correction";
import type { CustodyEntry } from "@/src/model/custody";
import { sha256 } from "@/src/model/digest";
import type { CaseId, ExhibitId, ExhibitRecord } from "@/src/model/exhibit";
import { type Note, type NoteId, noteOfEntry } from "@/src/model/note";
import { isRemarksEntry, type KeptRemarks } from "@/src/model/remarks";
import { exhibitId, keptNote, keptRemarks } from "@/src/notes/schema";
import { readBagInfo } from "./bag-info";
import { type BagFile, type BagSource, DamagedError, readText } from "./bag-source";
import { isLeftOut } from "./corrections";
import { readCustodyLog, readDamagedLog } from "./custody-log";
import { exhibitFolders } from "./records";
import { wholeRecord } from "./whole-record";

export interface ContainedExhibit {
  record: ExhibitRecord;
  corrections: Correction[];
  remarks: KeptRemarks | null;
  /** Whether every file that its record names is here, and every correction: its maker may have left out pictures, and own words. */
  isWhole: boolean;
  /** Hands over a file piece by piece. @throws {DamagedError} */
  read(path: string, take: (piece: Uint8Array) => void | Promise<void>): Promise<void>;
}

export interface Contents {
  caseId: CaseId;
  log: CustodyEntry[];
  notes: Note[];
  /** One by one, so that a big case never lies in memory whole. */
  exhibits(): AsyncGenerator<ContainedExhibit>;
}

/**
 * @param isLogDamaged What its log lacks cannot name anything: then words are taken as they are, and only their form is looked at.
 * @throws {DamagedError} where something is not in the form it must have, or is not what the log names
 */
export async function bagContents(source: BagSource, isLogDamaged = false): Promise<Contents> {
  const { head } = await readBagInfo(source);
  const entries =
    head && (isLogDamaged ? await readDamagedLog(source, head) : (await readCustodyLog(source, head)).entries);
  if (head === null || entries === null) throw new DamagedError("no log");
  const files = new Map(source.files.map((file) => [file.path, file]));
  const notes = await readLines(files.get("data/notes/notes.jsonl"), keptNote);
  const remarks = await readLines(files.get("data/notes/remarks.jsonl"), KeptRemarksLine);
  const kept = new Map(remarks.map(({ item, kept }) => [item, kept]));
  if (!isLogDamaged) {
    await expectNamed(lastDigests(entries, noteOfEntry), new Map(notes.map((note) => [note.id, note])));
    await expectNamed(lastDigests(entries, remarkedItem), kept);
  }
  const { caseId } = head;
  if (notes.some((note) => note.caseId !== caseId)) throw new DamagedError("a note of another case");
  return { caseId, log: entries, notes, exhibits: () => exhibitsOf(source, files, kept) };
}

const KeptRemarksLine = v.strictObject({ item: exhibitId, kept: keptRemarks });

async function readLines<Schema extends v.GenericSchema>(
  file: BagFile | undefined,
  schema: Schema,
): Promise<v.InferOutput<Schema>[]> {
  const text = file === undefined ? "" : await readText(file);
  if (text === null || (text !== "" && !text.endsWith("\n"))) throw new DamagedError("no lines");
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => shaped(schema, line));
}

function shaped<Schema extends v.GenericSchema>(schema: Schema, line: string): v.InferOutput<Schema> {
  const value = parsed(line);
  if (!v.is(schema, value) || canonicalJson(value) !== line) throw new DamagedError("a line of another form");
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DamagedError("no JSON", { cause });
  }
}

/** The last digest that the log names for each; `null` where it was taken away. */
function lastDigests<Id>(log: readonly CustodyEntry[], about: (entry: CustodyEntry) => Id | null) {
  const last = new Map<Id, CustodyEntry["digest"]>();
  for (const entry of log) {
    const id = about(entry);
    if (id !== null) last.set(id, entry.digest);
  }
  return last;
}

/** What was written has to be what the log names last; it may lack some, but for one that was put in there is no entry. */
async function expectNamed<Id extends ExhibitId | NoteId>(
  named: ReadonlyMap<Id, CustodyEntry["digest"]>,
  found: ReadonlyMap<Id, unknown>,
): Promise<void> {
  for (const [id, value] of found) {
    const digest = `sha256:${await sha256(canonicalJson(value))}`;
    if (named.get(id) !== digest) throw new DamagedError("not as the log names it");
  }
}

const remarkedItem = (entry: CustodyEntry): ExhibitId | null => (isRemarksEntry(entry) ? entry.item : null);

async function* exhibitsOf(
  source: BagSource,
  files: ReadonlyMap<string, BagFile>,
  remarks: ReadonlyMap<ExhibitId, KeptRemarks>,
): AsyncGenerator<ContainedExhibit> {
  for (const folder of exhibitFolders(source)) {
    const record = wholeRecord(await readJson(files.get(`${folder}record.json`)));
    if (record === null) throw new DamagedError("no record");
    const file = files.get(`${folder}corrections.json`);
    // Their shape was checked with the bag (corrections.ts).
    const told = file === undefined ? [] : ((await readJson(file)) as (Correction | LeftOutCorrection)[]);
    const corrections = told.filter((one): one is Correction => !isLeftOut(one));
    yield {
      record,
      corrections,
      remarks: remarks.get(record.id) ?? null,
      isWhole: corrections.length === told.length && record.files.every(({ path }) => files.has(`${folder}${path}`)),
      read: async (path, take) => {
        const file = files.get(`${folder}${path}`);
        if (file === undefined) throw new DamagedError("no such file");
        await file.read(take);
      },
    };
  }
}

async function readJson(file: BagFile | undefined): Promise<unknown> {
  return parsed((file && (await readText(file))) ?? "null");
}
