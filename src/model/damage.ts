import type { CaseId } from "./exhibit";

/**
 * What is wrong with a case as a whole. "damaged": its log cannot be read whole, or does not hold together. "setBack": what
 * was written to it last is not in the store any more. "emptied": nothing of it is.
 */
export type CaseDamage = "damaged" | "setBack" | "emptied";

export interface DamagedCase {
  caseId: CaseId;
  how: CaseDamage;
}
