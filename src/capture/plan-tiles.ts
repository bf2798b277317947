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

/** How many tiles cover the page. */
export function tileCount({ pageWidthPx, pageHeightPx, viewWidthPx, viewHeightPx }: Extent): number {
  return Math.ceil(pageWidthPx / viewWidthPx) * Math.ceil(pageHeightPx / viewHeightPx);
}

/**
 * The tiles that cover the page from `yPx` on, left to right, one viewport high or as much as is left. Rows taken one
 * viewport after another cover the page exactly once. The last tile of a row or column is moved back to lie inside the
 * page, so that the page never shrinks below the viewport.
 */
export function tileRow(extent: Extent, yPx: number): Tile[] {
  const row = step(yPx, extent.pageHeightPx, extent.viewHeightPx);
  const tiles: Tile[] = [];
  for (let xPx = 0; xPx < extent.pageWidthPx; xPx += extent.viewWidthPx) {
    const column = step(xPx, extent.pageWidthPx, extent.viewWidthPx);
    tiles.push({
      xPx: column.from,
      yPx: row.from,
      skipXPx: column.skip,
      skipYPx: row.skip,
      widthPx: column.used,
      heightPx: row.used,
    });
  }
  return tiles;
}

function step(start: number, pagePx: number, viewPx: number): { from: number; skip: number; used: number } {
  const from = Math.max(0, Math.min(start, pagePx - viewPx));
  return { from, skip: start - from, used: Math.min(viewPx, pagePx - start) };
}

/** Where the window really stands in the page. */
export interface Landing {
  xPx: number;
  yPx: number;
}

/** How many CSS pixels are looked through: at 110 % every tenth falls on a whole device pixel. */
const REACH_CSS = 20;

/** The CSS pixel at or just before a device pixel that itself begins on a device pixel; the place itself where none does. */
export function wholeCss(px: number, dpr: number): number {
  const before = Math.floor(px / dpr);
  for (let css = before; css >= Math.max(0, before - REACH_CSS); css -= 1) {
    if (Math.abs(css * dpr - Math.round(css * dpr)) < 1e-6) return css;
  }
  return px / dpr;
}

/**
 * The tile as it can be taken where the page came to stand: another part of the photograph is used then, all that it
 * shows from where the tile begins downwards.
 * @returns `null` where the photograph does not show all of the tile's width, or not its first row.
 */
export function landed(tile: Tile, at: Landing, { viewWidthPx, viewHeightPx }: Extent): Tile | null {
  const skipXPx = tile.xPx + tile.skipXPx - at.xPx;
  const skipYPx = tile.yPx + tile.skipYPx - at.yPx;
  const heightPx = viewHeightPx - skipYPx;
  if (skipXPx < 0 || skipYPx < 0 || skipXPx + tile.widthPx > viewWidthPx || heightPx < 1) return null;
  return { ...at, skipXPx, skipYPx, widthPx: tile.widthPx, heightPx };
}
