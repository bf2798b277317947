import type { CaptureFailure } from "./errors";
import type { ExhibitId, MissingPart } from "./exhibit";

/** Where one capture stands. Small and free of page content: it is kept where any view of ours can see it. */
export type JobState =
  | { step: "preparing" }
  | { step: "capturing"; tilesDone: number; tilesTotal: number }
  /** The tab is out of sight; nothing is taken until it is back. */
  | { step: "paused"; tilesDone: number; tilesTotal: number }
  | { step: "sealing" }
  | { step: "saved"; exhibitId: ExhibitId; exhibit: number; missing: MissingPart[] }
  | { step: "failed"; failure: CaptureFailure }
  /** A right-click did not tell which post is meant, so nothing was begun. */
  | { step: "whichOne" };

export interface Job {
  tabId: number;
  state: JobState;
}

const ENDS: ReadonlySet<JobState["step"]> = new Set(["saved", "failed", "whichOne"]);

export function isRunning(state: JobState): boolean {
  return !ENDS.has(state.step);
}
