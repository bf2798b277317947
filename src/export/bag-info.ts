/** The two tag files that say what the bundle is: `bagit.txt` and `bag-info.txt` (RFC 8493, 2.1.1 and 2.2.2). */
import type { CustodyHead } from "@/src/model/custody";
import type { Sha256 } from "@/src/model/digest";
import type { UtcInstant } from "@/src/model/instant";

export const BAGIT_TXT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

export interface BagInfo {
  now: UtcInstant;
  /** All bytes and files below `data/`. */
  payload: { bytes: number; files: number };
  head: CustodyHead;
  software: string;
  /** Of the page that checks, which lies beside the bag. */
  checkPage?: Sha256;
}

/**
 * `Head-Hash` and `Last-Seq` tell where the custody log ended when the bundle was made, so that a log whose end was
 * cut off no longer fits.
 */
export function bagInfoTxt({ now, payload, head, software, checkPage }: BagInfo): string {
  return [
    `Bagging-Date: ${now.slice(0, 10)}`,
    `Payload-Oxum: ${payload.bytes}.${payload.files}`,
    `External-Identifier: ${oneLine(head.caseId)}`,
    `Head-Hash: ${head.headHash}`,
    `Last-Seq: ${head.lastSeq}`,
    `Software: ${oneLine(software)}`,
    ...(checkPage === undefined ? [] : [`Check-Page-SHA256: ${checkPage}`]),
    "",
  ].join("\n");
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, " ").trim();
}
