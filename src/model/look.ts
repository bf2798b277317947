/** A later look at what was reported: is it still there? */
import type { CaseId, ExhibitId } from "./exhibit";
import type { UtcInstant } from "./instant";
import type { NoteId, StillThere } from "./note";

/** Where a report stands. */
export interface ReportPlace {
  caseId: CaseId;
  id: NoteId;
}

/** What was found, and the reports it is about: all of one address. */
export interface LookFound extends Pick<StillThere, "found"> {
  reports: readonly ReportPlace[];
}

export interface LookDraft extends LookFound {
  /** The exhibit that shows it, where one was kept. */
  exhibit: ExhibitId | null;
}

/** Reports that were written down about the address in front. */
export interface ReportedHere {
  address: string;
  /** In the order in which they were sent. */
  reports: readonly ReportPlace[];
  /** To whom, in that order. */
  to: readonly string[];
  /** When the first of them was sent, and the zone the person thought in. */
  sentUtc: UtcInstant;
  tz: string;
  /** One of them says that someone in it is under 18: no picture is kept. */
  isUnder18: boolean;
}
