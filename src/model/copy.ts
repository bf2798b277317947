/** Encrypted copies of everything, as the custody log tells of them. */
import type { CustodyAct, CustodyEntry } from "./custody";
import type { ExhibitId } from "./exhibit";

/** Where a copy lies, in the user's own word for it. */
export const COPY_PLACES = ["computer", "stick", "elsewhere"] as const;
export type CopyPlace = (typeof COPY_PLACES)[number];

export interface CopiesKnown {
  /** Places with a copy that was opened again and checked. */
  places: number;
  /** Items that are in no such copy. */
  newItems: number;
}

/** What is written down when a copy was opened again and found whole. `lastSeq`: where the log in the copy ends. */
export function copyCheckDetail(place: CopyPlace, lastSeq: number): CustodyAct["detail"] {
  return { about: "copy", place, lastSeq, outcome: "equal" };
}

export function copiesKnown(log: readonly CustodyEntry[], kept: readonly ExhibitId[]): CopiesKnown {
  const checked = log.filter(({ event, detail }) => event === "check" && detail.about === "copy");
  const covered = checked.reduce((last, { detail }) => Math.max(last, Number(detail.lastSeq)), -1);
  const old = new Set(log.slice(0, covered + 1).map(({ item }) => item));
  return {
    places: new Set(checked.map(({ detail }) => detail.place)).size,
    newItems: kept.filter((id) => !old.has(id)).length,
  };
}
