import type { Face } from "./font-table";

/** All lengths in points (1/72 inch). */
export interface TextStyle {
  face: Face;
  sizePt: number;
  /** From one baseline to the next. */
  leadingPt: number;
  /** 0 black … 1 white. Nothing is told by it alone. */
  grey: number;
}

const style = (face: Face, sizePt: number, leadingPt: number, grey = 0): TextStyle => ({
  face,
  sizePt,
  leadingPt,
  grey,
});

export const STYLES = {
  title: style("bold", 26, 34),
  heading: style("bold", 15, 22),
  subheading: style("bold", 10.5, 16),
  text: style("sans", 10, 15),
  strong: style("bold", 10, 15),
  small: style("sans", 8.5, 12.5, 0.25),
  label: style("sans", 8.5, 15, 0.25),
  code: style("mono", 8, 15),
  digest: style("mono", 9.5, 16),
  logDigest: style("mono", 8, 12.5),
  caption: style("sans", 7, 11, 0.25),
  head: style("sans", 8, 11, 0.25),
} as const satisfies Record<string, TextStyle>;
