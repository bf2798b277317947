/** Parts of an item's picture that the user wants opaque in copies of it. The picture itself is never changed. */
import type { ExhibitId } from "./exhibit";

/** In the picture's own pixels, whole ones, from its upper left corner as it is shown. What lies outside of the picture covers nothing. */
export interface CoverBox {
  xPx: number;
  yPx: number;
  widthPx: number;
  heightPx: number;
}

/** Of one picture. */
export const MAX_COVERS = 200;
/** Of a picture that the browser has to unpack whole, four bytes a pixel. The largest cameras in phones take twice as many. */
export const MAX_COVER_PIXELS = 100_000_000;
/** The widest and highest that is taken; no picture of ours is longer. */
export const MAX_COVER_PX = 1 << 24;

/**
 * Exhibit → its boxes. An exhibit with an empty list was looked at, and nothing of it has to be covered; of one that is not
 * in the map nobody said so.
 */
export type Covers = ReadonlyMap<ExhibitId, readonly CoverBox[]>;
