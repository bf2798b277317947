/** What was done to a page in order to record it, in sentences. The codes are explained in docs/formats/record.md. */
import type { PlainKey } from "@/src/i18n/t";
import type { PageAction } from "@/src/model/page-acts";

export const ACTS: Readonly<Record<PageAction["act"], PlainKey>> = {
  "scroll-to-top": "paper_actScrollToTop",
  "scroll-through": "paper_actScrollThrough",
  "move-root": "paper_actMoveRoot",
  "pass-whole-page": "paper_actPassWholePage",
  "load-lazy-images": "paper_actLoadLazyImages",
  "pause-animations": "paper_actPauseAnimations",
  "keep-scrollbar-space": "paper_actKeepScrollbarSpace",
  unstick: "paper_actUnstick",
  "add-frame": "paper_actAddFrame",
  "set-fixed-aside": "paper_actSetFixedAside",
  "draw-off-screen": "paper_actDrawOffScreen",
  "scroll-inside": "paper_actScrollInside",
  "load-history": "paper_actLoadHistory",
  "hide-over-box": "paper_actHideOverBox",
  "cover-pictures": "paper_actCoverPictures",
  "uncover-pictures": "paper_actUncoverPictures",
  restore: "paper_actRestore",
};
