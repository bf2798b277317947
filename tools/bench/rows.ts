/** What the bench knows of each page, and the totals over all of them. */
import type { BrowserKind } from "../release-build";
import type { Difference } from "./differ";

/** Sizes in device pixels; what could not be had is `null`. */
export interface Row {
  page: string;
  browser: BrowserKind;
  widthPx: number | null;
  heightPx: number | null;
  tiles: number | null;
  wallMs: number | null;
  floorMs: number | null;
  /** `wallMs` by `floorMs`; `null` where the floor is 0. */
  ratio: number | null;
  /** Share of pixels that differ from the browser's own full-page picture; `null` for pages with markers. */
  diffShare: number | null;
  /** Share of pixels that differ by more than 2 of 255 in a channel. */
  clearDiffShare: number | null;
  diffBox: Difference["box"];
  /** For pages with markers: "ok", or what is wrong. */
  markers: string | null;
  /** How much the browser's own picture itself changed between before and after; more than nothing: a restless page. */
  ownChange: number | null;
  /** Columns at the left that the browser's own picture lacks, so that ours could not be judged there. */
  unjudgedPx: number;
  peakMb: number | null;
  pictureBytes: number | null;
  originalBytes: number | null;
  pageBytes: number | null;
  afterLastTileMs: number | null;
  missing: string[];
  /** Why there is no picture. */
  error: string | null;
}

/** What can be said of another program's picture of the page, too. */
type PeerFigures =
  | ("page" | "browser" | "widthPx" | "heightPx" | "tiles")
  | ("wallMs" | "floorMs" | "diffShare" | "markers" | "peakMb" | "error");
export interface PeerRow extends Pick<Row, PeerFigures> {
  name: string;
}

export interface Totals {
  pages: number;
  /** Pages within 0.1 %, or with every marker once. */
  right: number;
  withinSpeed: number;
  medianRatio: number | null;
  maxRatio: number | null;
  medianMsPerTile: number | null;
  medianAfterLastTileMs: number | null;
  maxAfterLastTileMs: number | null;
  maxPeakMb: number | null;
  /** Of all rows: what keeping the originals beside the picture costs. */
  stored: { originalBytes: number; pictureBytes: number; pageBytes: number };
  peers: {
    name: string;
    pages: number;
    right: number;
    medianWallMs: number | null;
    ourRight: number;
    ourMedianWallMs: number | null;
  }[];
}

const MAX_DIFF_SHARE = 0.001;

export function isRight({ diffShare, markers }: Pick<Row, "diffShare" | "markers">): boolean {
  return markers === null ? diffShare !== null && diffShare <= MAX_DIFF_SHARE : markers === "ok";
}

/** Chromium: 1.15 × the quota's floor and 0.6 s. Firefox: 1.5 × one bare photograph of the same area. */
function speedLimitMs({ browser, floorMs }: Pick<Row, "browser" | "floorMs">): number | null {
  if (floorMs === null) return null;
  return browser === "chromium" ? floorMs * 1.15 + 600 : floorMs * 1.5;
}

export function isWithinSpeed(row: Row): boolean {
  const limitMs = speedLimitMs(row);
  return row.wallMs !== null && limitMs !== null && row.wallMs <= limitMs;
}

export function totalsOf(rows: readonly Row[], peers: readonly PeerRow[]): Totals {
  const after = known(rows.map((row) => row.afterLastTileMs));
  const ratios = known(rows.map((row) => row.ratio));
  return {
    pages: rows.length,
    right: rows.filter(isRight).length,
    withinSpeed: rows.filter(isWithinSpeed).length,
    medianRatio: median(ratios),
    maxRatio: largest(ratios),
    medianMsPerTile: median(known(rows.map(({ wallMs, tiles }) => wallMs && tiles && Math.round(wallMs / tiles)))),
    medianAfterLastTileMs: median(after),
    maxAfterLastTileMs: largest(after),
    maxPeakMb: largest(known(rows.map((row) => row.peakMb))),
    stored: {
      originalBytes: sum(known(rows.map((row) => row.originalBytes))),
      pictureBytes: sum(known(rows.map((row) => row.pictureBytes))),
      pageBytes: sum(known(rows.map((row) => row.pageBytes))),
    },
    peers: [...new Set(peers.map(({ name }) => name))].map((name) => {
      const theirs = peers.filter((peer) => peer.name === name);
      const pages = new Set(theirs.map(({ page }) => page));
      const ours = rows.filter(({ page }) => pages.has(page));
      return {
        name,
        pages: theirs.length,
        right: theirs.filter(isRight).length,
        medianWallMs: median(known(theirs.map(({ wallMs }) => wallMs))),
        ourRight: ours.filter(isRight).length,
        ourMedianWallMs: median(known(ours.map(({ wallMs }) => wallMs))),
      };
    }),
  };
}

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);
const largest = (values: readonly number[]): number | null => (values.length > 0 ? Math.max(...values) : null);

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
