/** What the fixity check says: whether bytes are those that were saved. */
import type { CaseId, ExhibitId } from "./exhibit";

export type FixityState = "ok" | "changed" | "missing";

export interface FixityFinding {
  /** `null` for a log. */
  id: ExhibitId | null;
  /** `null` where not even the number can be read. */
  exhibit: number | null;
  path: string;
  state: "changed" | "missing";
}

export interface FixityReport {
  /** How many were compared: files and records. */
  files: number;
  findings: FixityFinding[];
  /** False when it was stopped before its end. */
  isComplete: boolean;
  caseIds: CaseId[];
  /** Those whose log does not hold together. */
  damagedLogs: CaseId[];
}
