import type { CaptureFailure } from "./errors";
import type { ExhibitId } from "./exhibit";
import type { LookFound } from "./look";
import type { MissingPart } from "./missing";
import type { Interruption } from "./page-acts";
import type { Wish } from "./scope";

/** Where one capture stands. Small and free of page content: it is kept where any view of ours can see it. */
export type JobState =
  | { step: "preparing"; again?: WhyAgain }
  | { step: "capturing"; tilesDone: number; tilesTotal: number; again?: WhyAgain }
  /** Nothing is taken until the page is as it was. */
  | { step: "paused"; tilesDone: number; tilesTotal: number; why: WhyPaused; again?: WhyAgain }
  | { step: "sealing" }
  /**
   * `exhibit` is `null` for what was saved while locked: its number is given later. `wentElsewhere`: into a new case, because
   * the log of the one it was meant for is damaged. `look`: whether it was put beside the reports it is proof for.
   */
  | {
      step: "saved";
      exhibitId: ExhibitId;
      exhibit: number | null;
      missing: MissingPart[];
      wentElsewhere?: true;
      look?: LookKept;
    }
  | { step: "failed"; failure: CaptureFailure }
  /** A right-click did not tell which post is meant, so nothing was begun. */
  | { step: "whichOne" };

export type LookKept = "kept" | "notKept";

/** The tab is out of sight; or the window or the zoom is not as it was. */
export type WhyPaused = "outOfSight" | "resized";

/** Why what is shown was begun anew. */
export type WhyAgain = Interruption["what"];

/** Which page is meant. No address: it lies where any view of ours can see it. */
export interface Subject {
  documentToken: string;
  /** How often the document had gone to another entry of the tab's history. */
  entriesSeen: number;
}

/** A document may rename its address, but not go on, or back, to another page of its own. */
export function isSameSubject(one: Subject, other: Subject): boolean {
  return one.documentToken === other.documentToken && one.entriesSeen === other.entriesSeen;
}

/** What is known of a running capture beside its state, so that a background that was stopped can take it up again. */
export interface Order extends Wish {
  tabId: number;
  /** The page that was looked at before; `null` where none was. */
  subject: Subject | null;
  interruptions: Interruption[];
  /** The exhibit being written now; `null` before there is one. */
  draft: ExhibitId | null;
  /** What the page is proof of, where it is saved as that. */
  look?: LookFound;
}

export interface Job {
  tabId: number;
  state: JobState;
}

const ENDS: ReadonlySet<JobState["step"]> = new Set(["saved", "failed", "whichOne"]);

export function isRunning(state: JobState): boolean {
  return !ENDS.has(state.step);
}
