/**
 * What checking a bundle can find, and what it can say. The lists are closed; the sentence for a code is chosen where it
 * is shown (`finding_<code>` in the messages).
 */
import type { CustodyFailureCode } from "@/src/custody/check";
import type { Sha256 } from "@/src/model/digest";
import type { FileFindingCode } from "@/src/model/file-finding";
import type { LoggedStampFault, Stamp, UnlistedRoot } from "@/src/model/stamp";

export type Finding =
  /** `digests`: of a file that was changed and could be read whole, SHA-256 (or what its list has), in hex. */
  | { code: FileFindingCode; path: string; digests?: { listed: string; found: string } }
  /** bag-info.txt gives another size or number of files. */
  | { code: "oxumWrong" }
  /** An entry of the custody log does not fit. `index`: its place in the log, from 0. */
  | { code: "custodyBroken"; failure: CustodyFailureCode; index: number }
  /** The custody log does not end where bag-info.txt says. */
  | { code: "custodyHeadMismatch" }
  /**
   * A time stamp does not fit. `entry`: place in the log, from 0, of one that was taken while saving; left out for that of
   * the whole bundle, which does not fit the list of lists.
   */
  | { code: "stampWrong"; fault: LoggedStampFault; entry?: number }
  /** The ZIP itself is damaged or ambiguous. `path`: of the one file it is about; `null`: the whole. */
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
  /** The same key signed the list of lists. Without that, tables and papers could have been made anew with their lists. */
  packageSigned: boolean;
  /** `null`: no time stamp, or one that does not fit (then it is a finding). */
  stamp: Stamp | null;
  /** How many stamps that were taken while saving fit, whatever their root. */
  stampsWhileSaving: number;
  /** The roots of those among them that prove nothing until somebody has compared their root. */
  unlistedStampRoots: UnlistedRoot[];
  headHash: string | null;
  lastSeq: number | null;
  software: string | null;
  baggingDate: string | null;
}

/** Why something is no bundle at all: no ZIP, encrypted with age, a ZIP without files, or none or several bags in it. */
export type NotABundleReason = "notAZip" | "encrypted" | "empty" | "notOneBag";

/** `intact`: every file but those of the computer's own system (`systemFile`) is listed, and every listed byte is as it was when the bundle was made or its lists made anew. */
export type Verdict =
  | { kind: "notABundle"; reason: NotABundleReason }
  | { kind: "checked"; intact: boolean; findings: Finding[]; facts: BundleReading };

export interface VerifyOptions {
  onProgress?: (progress: { bytesDone: number; bytesTotal: number }) => void;
  /** When aborted, checking rejects with the signal's reason. */
  signal?: AbortSignal;
}
