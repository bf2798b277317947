import type { CustodyAct, CustodyEntry } from "./custody";
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

/** Entry by which a log says that what stands before it is not whole, or not what was written last. */
export function damageEntry(how: Exclude<CaseDamage, "emptied">) {
  const detail = { about: "log", outcome: "different", how };
  return { event: "check", item: null, digest: null, detail } satisfies Partial<CustodyAct>;
}

/** Whether the log says so of itself: then no item is added to the case any more. */
export function tellsOfDamage(log: readonly CustodyEntry[]): boolean {
  return log.some(({ event, detail }) => event === "check" && detail.about === "log" && typeof detail.how === "string");
}

/** Whether entries of it are missing, other than at its end. */
export function hasGaps(log: readonly CustodyEntry[]): boolean {
  return log.some(({ seq }, place) => seq !== place);
}
