/** The sizes of paper, and the part of it that is printed on. All in points (1/72 inch), y from the top. */

import type { PaperName } from "@/src/model/paper";

export interface Paper {
  widthPt: number;
  heightPt: number;
}

export const PAPER_SIZES: Record<PaperName, Paper> = {
  A4: { widthPt: 595.28, heightPt: 841.89 },
  Letter: { widthPt: 612, heightPt: 792 },
};

/** Wider on the left, for the holes of a binder. */
export const MARGINS = { leftPt: 71, rightPt: 51, topPt: 76, bottomPt: 60 } as const;
/** Where the line above the text stands, and the one with the page number below it. */
export const HEAD_PT = 36;
export const FOOT_PT = 32;

export function printedArea({ widthPt, heightPt }: Paper): Paper {
  return {
    widthPt: widthPt - MARGINS.leftPt - MARGINS.rightPt,
    heightPt: heightPt - MARGINS.topPt - MARGINS.bottomPt,
  };
}
