/** What was done to a page in order to record it, and what came between. Format: docs/formats/record.md */
import type { UtcInstant } from "./instant";

/** Acts that were done to the page in order to record it, and undone afterwards. */
export const PAGE_ACTS = [
  "scroll-to-top",
  "scroll-through", // the page was scrolled to photograph the next part
  "move-root", // the same, by moving its root with CSS where scrolling did not do
  "pass-whole-page", // every part came near the window once, so that the page loads it
  "load-lazy-images",
  "pause-animations",
  "keep-scrollbar-space",
  "unstick", // sticky things stayed in their place in the page
  "set-fixed-aside", // fixed things were photographed by themselves
  "draw-off-screen",
  "scroll-inside", // the box that scrolls by itself was scrolled from its start to its end
  "load-history", // its start was brought into sight, and the page loaded more there
  "hide-over-box", // what lies over that box was hidden
  "cover-pictures",
  "uncover-pictures",
  "add-frame", // to draw the page again: a frame that is not seen, and for a moment a box to measure with
  "restore",
] as const;

/** One of them. */
export interface PageAction {
  act: (typeof PAGE_ACTS)[number];
  detail?: string;
}

export const INTERRUPTIONS = ["backgroundStopped", "windowResized", "pageShifted"] as const;

/** Something came between, and the capture was begun anew. */
export interface Interruption {
  what: (typeof INTERRUPTIONS)[number];
  /** When it was noticed. */
  utc: UtcInstant;
}
