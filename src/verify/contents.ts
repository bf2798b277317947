/** What is in a bundle that was found intact: case, log, and each exhibit with its files, to be put back into a vault. */
import type { Correction } from "@/src/model/correction";
import type { CustodyEntry } from "@/src/model/custody";
import type { CaseId, ExhibitRecord } from "@/src/model/exhibit";
import { readBagInfo } from "./bag-info";
import { type BagFile, type BagSource, DamagedError, readText } from "./bag-source";
import { readCustodyLog } from "./custody-log";
import { exhibitFolders } from "./records";
import { wholeRecord } from "./whole-record";

export interface ContainedExhibit {
  record: ExhibitRecord;
  corrections: Correction[];
  /** @throws {DamagedError} */
  file(path: string): Promise<Uint8Array<ArrayBuffer>[]>;
}

export interface Contents {
  caseId: CaseId;
  log: CustodyEntry[];
  exhibits(): AsyncGenerator<ContainedExhibit>;
}

/** @returns `null` where case or log cannot be read. */
export async function bundleContents(source: BagSource): Promise<Contents | null> {
  const { head } = await readBagInfo(source);
  const { entries } = await readCustodyLog(source, head);
  if (head === null || entries === null) return null;
  return { caseId: head.caseId, log: entries, exhibits: () => exhibitsOf(source) };
}

async function* exhibitsOf(source: BagSource): AsyncGenerator<ContainedExhibit> {
  const files = new Map(source.files.map((file) => [file.path, file]));
  for (const folder of exhibitFolders(source)) {
    const record = wholeRecord(await readJson(files.get(`${folder}record.json`)));
    if (record === null) throw new DamagedError("no record");
    const corrections = files.get(`${folder}corrections.json`);
    yield {
      record,
      corrections: corrections === undefined ? [] : ((await readJson(corrections)) as Correction[]),
      file: (path) => piecesOf(files.get(`${folder}${path}`)),
    };
  }
}

async function readJson(file: BagFile | undefined): Promise<unknown> {
  return JSON.parse((file && (await readText(file))) ?? "null");
}

async function piecesOf(file: BagFile | undefined): Promise<Uint8Array<ArrayBuffer>[]> {
  if (file === undefined) throw new DamagedError("no such file");
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  await file.read((piece) => pieces.push(new Uint8Array(piece)));
  return pieces;
}
