/** Every face of the page that checks a package. What the engine found is told in its own codes; each has its sentence. */
import type { FileFindingCode } from "@/src/model/file-finding";
import type { LoggedStampFault, Stamp, UnlistedRoot } from "@/src/model/stamp";

export type ShownFinding =
  | { code: FileFindingCode; path: string; digests?: { listed: string; found: string } }
  | { code: "oxumWrong" }
  /** `index`: the entry's place in the log, from 0. */
  | { code: "custodyBroken"; index: number }
  | { code: "custodyHeadMismatch" }
  | { code: "stampWrong"; fault: LoggedStampFault; entry?: number }
  | { code: "zipDamaged"; path: string | null };

export type ShownVerdict =
  | { kind: "notABundle"; reason: "notAZip" | "encrypted" | "empty" | "notOneBag" }
  | { kind: "checked"; intact: boolean; findings: ShownFinding[]; facts: PackageFacts };

/** What the package says of itself; `null` where that could not be read. */
export interface PackageFacts {
  exhibits: number;
  files: number;
  bytes: number;
  /** Files that the package names as left out. */
  leftOut: number;
  tagManifestSha256: string | null;
  /** Digest of the key that signed the end of the history. */
  signedBy: string | null;
  /** The same key signed the list of lists. */
  packageSigned: boolean;
  stamp: Stamp | null;
  stampsWhileSaving: number;
  unlistedStampRoots: readonly UnlistedRoot[];
  software: string | null;
  baggingDate: string | null;
}

export type VerifyState =
  | { step: "waiting" }
  | { step: "checking"; fileName: string; bytesDone: number; bytesTotal: number }
  | { step: "checked"; fileName: string; verdict: ShownVerdict }
  | { step: "stopped" }
  /** The file could not be read to its end, for instance because its disk was taken away. */
  | { step: "notRead"; fileName: string };
