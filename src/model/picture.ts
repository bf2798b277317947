/** The picture of a page: how it was taken, what it is made of, what it lacks. Format: docs/formats/record.md */

/** "covered": every picture on the page was opaque before the first photograph, and no picture's bytes were kept. */
export const PICTURES = ["as shown", "covered"] as const;
export type Pictures = (typeof PICTURES)[number];

/** Where one original tile lies in the stitched picture; all in device pixels. */
export interface Seam {
  file: string;
  xPx: number;
  yPx: number;
  widthPx: number;
  heightPx: number;
  /** Where that part lies in the tile; absent in records of whole pages. */
  fromXPx?: number;
  fromYPx?: number;
  /**
   * How the place was found. "pixels": they fit here alone. "offset": they fit at several places, among them the one that
   * the page told. "unsure": they fit nowhere; a bar stands above the part. Absent where nothing had to be found.
   */
  how?: "pixels" | "offset" | "unsure";
}

/** Why a page was drawn again. */
export const REDRAW_REASONS = [
  "pictureRefused", // the browser gave no picture of it
  "tabHidden", // it stayed out of sight
  "pictureScaled", // the browser showed it magnified or shrunk, so photographs of its parts cannot be joined
] as const;
export type RedrawReason = (typeof REDRAW_REASONS)[number];

export interface PictureInfo {
  /** "photograph": the browser's own pixels. "re-drawn": drawn again from the page, not a photograph. */
  method: "photograph" | "re-drawn";
  /** Present where it is re-drawn: why there is no photograph. */
  reason?: RedrawReason;
  file: string;
  widthPx: number;
  heightPx: number;
  tiles: number;
  /** False when it does not show all that the scope names. */
  complete: boolean;
}
