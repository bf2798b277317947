/**
 * What the user writes about one exhibit. Its record is never changed: remarks lie beside it, the last ones count, and
 * the custody log names the digest of each. Format: docs/formats/notes.md
 */
import type { CoverBox } from "./covers";
import type { CustodyAct } from "./custody";
import type { ExhibitId } from "./exhibit";
import type { UtcInstant } from "./instant";
import type { LinkRel } from "./links";

/** What one exhibit is to another. */
export interface ExhibitLink {
  rel: LinkRel;
  item: ExhibitId;
}

/** Texts as they were written; an empty one was left out. */
export interface Remarks {
  /** One line. */
  description: string;
  /** Why it matters. */
  significance: string;
  /** What it did to the person. */
  effect: string;
  people: string[];
  place: string;
  tags: string[];
  links: ExhibitLink[];
  /** What is to be opaque in copies of the picture; absent as long as the user did not say. */
  covers?: CoverBox[];
}

export const NO_REMARKS: Remarks = {
  description: "",
  significance: "",
  effect: "",
  people: [],
  place: "",
  tags: [],
  links: [],
};

export interface KeptRemarks {
  remarks: Remarks;
  utc: UtcInstant;
  /** IANA name of the device's zone. */
  tz: string;
  /** Random, new with each change; see `Note`. */
  revision: string;
}

/** What a log entry of the event `edit-note` says in its detail when it is about remarks. */
export const REMARKS_DETAIL = "remarks";

export function isRemarksEntry({ event, detail }: Pick<CustodyAct, "event" | "detail">): boolean {
  return event === "edit-note" && detail.about === REMARKS_DETAIL;
}
