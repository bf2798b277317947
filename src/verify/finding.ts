/**
 * What checking a bundle can find, and what it can say. The lists are closed; the sentence for a code is chosen where it
 * is shown (`finding_<code>` in the messages).
 */
import type { CustodyFailureCode } from "@/src/custody/check";
import type { Sha256 } from "@/src/model/digest";
import type { Stamp, StampFault } from "@/src/model/stamp";

/** Findings about one file, named by its path from the bundle's folder (for names that could not be read: as written). */
export const FILE_FINDINGS = [
  "fileChanged", // its bytes are not those in the list
  "fileMissing", // listed, or needed, but not there
  "fileExtra", // there, but not in every list
  "tagFileChanged", // as fileChanged, for a file beside data/
  "manifestMissing", // a list of files is not there
  "manifestUnreadable", // a list of files is not in the form it must have
  "tagManifestMissing", // a list of the files beside data/ is not there
  "bagItUnsupported", // bagit.txt declares something else than BagIt 1.0 in UTF-8
  "bagInfoUnreadable", // bag-info.txt lacks a field, has it twice or is not in the form it must have
  "recordUnreadable", // an exhibit has no record, or one that is not in the form it must have
  "recordDisagrees", // an exhibit's record says something else about this file than the list or the log
  "signatureWrong", // the head of the log, its signature or the key do not fit together, or not this log
  "exhibitMissing", // the log's entry for this export names an exhibit that has no folder here
  "exhibitExtra", // an exhibit's folder that this entry does not name
  "duplicateName", // two files some systems would take for one
  "unsafeName", // a name that could lead outside the bundle's folder
  "notAFile", // a link or device in place of a file
  "notReadable", // encrypted, or packed in a way that is not read here
  "tooLarge", // unpacks to far more than it holds, or lies beyond what is read
] as const;
export type FileFindingCode = (typeof FILE_FINDINGS)[number];

export const FINDING_CODES = [
  ...FILE_FINDINGS,
  "oxumWrong", // bag-info.txt gives another size or number of files
  "custodyBroken", // an entry of the custody log does not fit
  "custodyHeadMismatch", // the custody log does not end where bag-info.txt says
  "stampWrong", // the time stamp does not fit the list of lists
  "zipDamaged", // the ZIP itself is damaged or ambiguous; about one file, or the whole
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export type Finding =
  /** `digests`: of a file that was changed and could be read whole, SHA-256 (or what its list has), in hex. */
  | { code: FileFindingCode; path: string; digests?: { listed: string; found: string } }
  | { code: "oxumWrong" }
  /** `index`: the entry's place in the log, from 0. */
  | { code: "custodyBroken"; failure: CustodyFailureCode; index: number }
  | { code: "custodyHeadMismatch" }
  /** `entry`: place in the log, from 0, of a stamp that was taken while saving; left out for that of the whole bundle. */
  | { code: "stampWrong"; fault: StampFault; entry?: number }
  | { code: "zipDamaged"; path: string | null };

/** What the bundle holds and says of itself; `null` where that could not be read. */
export interface BundleReading {
  /** Top folder; empty when the files lie at the top. */
  name: string;
  exhibits: number;
  /** Below `data/`, as found. */
  files: number;
  bytes: number;
  /** Files of the exhibits that the bundle names as left out: pictures that its maker did not hand over. */
  leftOut: number;
  /** To be compared with the digest the sender gave another way. Without that, lists made anew would not show. */
  tagManifestSha256: Sha256 | null;
  /** SHA-256 of the key that signed where the log ends; `null`: not signed, or not rightly (then it is a finding). */
  signedBy: Sha256 | null;
  /** `null`: no time stamp, or one that does not fit (then it is a finding). */
  stamp: Stamp | null;
  /** How many stamps that were taken while saving fit. */
  stampsWhileSaving: number;
  headHash: string | null;
  lastSeq: number | null;
  software: string | null;
  baggingDate: string | null;
}

/** Why something is no bundle at all: no ZIP, encrypted with age, a ZIP without files, or none or several bags in it. */
export type NotABundleReason = "notAZip" | "encrypted" | "empty" | "notOneBag";

/** `intact`: every file is listed, and every listed byte is as it was when the bundle was made or its lists made anew. */
export type Verdict =
  | { kind: "notABundle"; reason: NotABundleReason }
  | { kind: "checked"; intact: boolean; findings: Finding[]; facts: BundleReading };

export interface VerifyOptions {
  onProgress?: (progress: { bytesDone: number; bytesTotal: number }) => void;
  /** When aborted, checking rejects with the signal's reason. */
  signal?: AbortSignal;
}
