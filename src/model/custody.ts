import type { Sha256 } from "./digest";
import type { CaseId, ExhibitId } from "./exhibit";
import type { UtcInstant } from "./instant";

/** What was done. The PREMIS event type for each is in docs/formats/custody-log.md. */
export const CUSTODY_EVENTS = [
  "capture",
  "import",
  "digest",
  "check",
  "mark",
  "blur",
  "stitch",
  "reveal",
  "edit-note",
  "export",
  "stamp",
  "hand-over",
  "restore",
  "delete",
  "encrypt",
  "decrypt",
] as const;
export type CustodyEvent = (typeof CUSTODY_EVENTS)[number];

/** Who did it, in the role they chose; "unstated" until they chose one. */
export type Role = "survivor" | "friend" | "bystander" | "unstated";

/** What happened, before it is placed in a log. */
export interface CustodyAct {
  utc: UtcInstant;
  /** IANA name of the device's zone, e.g. "Asia/Hong_Kong". */
  tz: string;
  actor: Role;
  event: CustodyEvent;
  /** The exhibit it was done to; `null` for an act on the whole case. */
  item: ExhibitId | null;
  /** `sha256:<hex>` of what the act produced or checked (for a capture: the record's canonical JSON), or `null`. */
  digest: `sha256:${string}` | null;
  detail: Record<string, string | number | boolean | null>;
  /** Version of the program, e.g. "1.0.3". */
  app: string;
}

/** One line of `custody.jsonl`. `hash` is the digest of the canonical JSON of the other fields. */
export interface CustodyEntry extends CustodyAct {
  seq: number;
  prev: Sha256;
  hash: Sha256;
}

/** Enough to notice that the end of a log was cut: kept with the case, in `bag-info.txt` and on the printed page. */
export interface CustodyHead {
  caseId: CaseId;
  lastSeq: number;
  headHash: Sha256;
}
