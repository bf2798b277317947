/** Where the tiles of a page lie. Pure arithmetic in device pixels, so that every tile lands on whole pixels. */

export interface Tile {
  /** Left and top edge of the tile's picture in the page. */
  xPx: number;
  yPx: number;
  /** Pixels of the tile's picture that are used, from its own (skipXPx, skipYPx); the rest repeats the tile before. */
  skipXPx: number;
  skipYPx: number;
  widthPx: number;
  heightPx: number;
}

/** Sizes in device pixels, all at least 1. */
export interface Extent {
  pageWidthPx: number;
  pageHeightPx: number;
  viewWidthPx: number;
  viewHeightPx: number;
}

/**
 * Tiles row by row, each row left to right. Together their used parts cover the page exactly once. The last tile of a
 * row or column is moved back to lie inside the page, so that the page never shrinks below the viewport.
 */
export function planTiles(extent: Extent): Tile[] {
  const rows = steps(extent.pageHeightPx, extent.viewHeightPx);
  const columns = steps(extent.pageWidthPx, extent.viewWidthPx);
  return rows.flatMap((row) =>
    columns.map((column) => ({
      xPx: column.from,
      yPx: row.from,
      skipXPx: column.skip,
      skipYPx: row.skip,
      widthPx: column.used,
      heightPx: row.used,
    })),
  );
}

function steps(pagePx: number, viewPx: number): { from: number; skip: number; used: number }[] {
  const result = [];
  for (let start = 0; start < pagePx; start += viewPx) {
    const used = Math.min(viewPx, pagePx - start);
    const from = Math.max(0, Math.min(start, pagePx - viewPx));
    result.push({ from, skip: start - from, used });
  }
  return result;
}
