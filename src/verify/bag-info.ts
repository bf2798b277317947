/** What `bag-info.txt` says of the bundle, and whether it gives the right size. */
import { onlyValue, parseBagInfo } from "@/src/manifest/parse-tags";
import type { CustodyHead } from "@/src/model/custody";
import type { Sha256 } from "@/src/model/digest";
import type { CaseId } from "@/src/model/exhibit";
import { type BagSource, readText } from "./bag-source";
import type { Finding } from "./finding";

const PATH = "bag-info.txt";

export interface BagInfoReading {
  findings: Finding[];
  /** `null` when any of its three parts is not there. */
  head: CustodyHead | null;
  software: string | null;
  baggingDate: string | null;
  /** SHA-256 of the page that checks, beside the bag; `null` where none is named. */
  checkPage: string | null;
}

export async function readBagInfo(source: BagSource): Promise<BagInfoReading> {
  const file = source.files.find(({ path }) => path === PATH);
  const text = file === undefined ? null : await readText(file);
  const fields = text === null ? null : parseBagInfo(text);
  const value = (label: string) => (fields === null ? null : onlyValue(fields, label));
  const head = headOf(value("External-Identifier"), value("Last-Seq"), value("Head-Hash"));
  const oxum = value("Payload-Oxum");
  const findings: Finding[] = [];
  if (file === undefined) findings.push({ code: "fileMissing", path: PATH });
  else if (head === null || oxum === null) findings.push({ code: "bagInfoUnreadable", path: PATH });
  if (oxum !== null && oxum !== oxumOf(source)) findings.push({ code: "oxumWrong" });
  return {
    findings,
    head,
    software: value("Software"),
    baggingDate: value("Bagging-Date"),
    checkPage: value("Check-Page-SHA256"),
  };
}

function headOf(caseId: string | null, lastSeq: string | null, headHash: string | null): CustodyHead | null {
  if (caseId === null || lastSeq === null || !/^\d{1,15}$/.test(lastSeq)) return null;
  if (headHash === null || !/^[0-9a-f]{64}$/.test(headHash)) return null;
  return { caseId: caseId as CaseId, lastSeq: Number(lastSeq), headHash: headHash as Sha256 };
}

/** Bytes and number of the files below `data/`, as BagIt writes them. */
function oxumOf(source: BagSource): string {
  const { bytes, files } = payloadSize(source);
  return `${bytes}.${files}`;
}

export function payloadSize({ files }: BagSource): { bytes: number; files: number } {
  const payload = files.filter(({ path }) => path.startsWith("data/"));
  return { bytes: payload.reduce((sum, { bytes }) => sum + bytes, 0), files: payload.length };
}
