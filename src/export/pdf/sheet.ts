/** One sheet of paper, laid out: what stands where, in points from the left and top of the printed area. */
import type { Run } from "./runs";
import type { TextStyle } from "./text-style";

export interface Sheet {
  marks: Mark[];
  /** The line above the text: what the sheet is part of. */
  head: { left: string; right: string };
}

export type Mark =
  /** `yPt`: the top of the line. */
  | { kind: "line"; xPt: number; yPt: number; style: TextStyle; runs: Run[] }
  | { kind: "rule"; yPt: number; weightPt: number }
  | PictureMark
  /** A press on this part leads to a place in the binder. */
  | { kind: "link"; xPt: number; yPt: number; widthPt: number; heightPt: number; to: string }
  /** A place, and its name in the list of bookmarks. */
  | { kind: "place"; name: string; bookmark: string; isPart: boolean };

export interface PictureMark {
  kind: "picture";
  yPt: number;
  widthPt: number;
  heightPt: number;
  /** Rows of pixels, and the first of them. */
  fromRow: number;
  rows: number;
}
