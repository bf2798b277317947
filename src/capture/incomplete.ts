/** Which ends of a capture leave something worth keeping: whole rows, taken while everything was as it should be. */
import { CaptureError, type CaptureFailure } from "@/src/model/errors";
import type { MissingWhy } from "@/src/model/missing";
import { PageMoved } from "./camera";

const KEPT: Partial<Record<CaptureFailure, MissingWhy>> = {
  stopped: "stopped",
  pageChanged: "pageLeft",
  tabClosed: "pageLeft",
  tabHidden: "outOfSight",
  pageNotAnswering: "notAnswering",
  pictureRefused: "noMorePictures",
};

/** Something above moved while the page was taken: a part of the picture would be doubled or lack. */
export class PageShifted extends Error {
  override readonly name = "PageShifted";
}

/**
 * @param isLast The capture will not be begun anew.
 * @returns Why the picture ends here; `null`: it is no picture, and the error stands.
 */
export function whyIncomplete(error: unknown, isLast: boolean): MissingWhy | null {
  if (error instanceof PageShifted || error instanceof PageMoved) return isLast ? "pageGrew" : null;
  if (!(error instanceof CaptureError)) return null;
  if (error.code === "pageResized") return isLast ? "windowResized" : null;
  return KEPT[error.code] ?? null;
}
