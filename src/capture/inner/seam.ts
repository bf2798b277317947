/**
 * Where two photographs of a scrolled box fit together, found by matching pixels in their overlap. How far the page says
 * that it scrolled is only believed where the pixels do not speak against it: lists change their heights while they are
 * scrolled. Pure.
 */
import type { Cells } from "./cells";

export type FoundSeam =
  /** The pixels fit here and nowhere else. */
  | { how: "pixels"; shiftPx: number }
  /** The pixels fit at several places, or are blank; among these is the one that the page told. */
  | { how: "offset"; shiftPx: number }
  /** The pixels fit nowhere, or not where the page told and only by little. */
  | { how: "none" };

/** Fewer rows in common prove nothing. */
const LEAST_OVERLAP_ROWS = 8;
/** A page rounds what it tells; the browser rounds what it draws. */
const ROUNDING_PX = 3;
/** A cell that is repeated more often than this in one band says nothing about where it belongs. */
const MOST_REPEATS = 12;
const MOST_CANDIDATES = 16;
/** Equal cells that are needed to believe in a place at all, and to believe it against what the page told. */
const LEAST_EVIDENCE = 24;
const STRONG_EVIDENCE = 160;
const STRONG_KINDS = 48;
/** A place is the only one when every other one fits less than half as well. */
const RIVAL_SHARE = 0.5;

/** How well two photographs fit at one shift: cells with content that are equal, and that are not. */
interface Fit {
  shiftPx: number;
  equal: number;
  unequal: number;
}

const score = ({ equal, unequal }: Fit) => equal - unequal;

/**
 * @param told How far the content moved up between the two, as the page tells it, in device pixels.
 * @returns By how many rows the content of `after` stands higher than in `before`.
 */
export function findSeam(before: Cells, after: Cells, told: number): FoundSeam {
  const standing = standingCells(before, after);
  const voted = votedFor(before, after, standing);
  const places = [...new Set([...voted, ...around(told)])].filter(
    (shiftPx) => shiftPx >= 0 && shiftPx <= after.rows - LEAST_OVERLAP_ROWS,
  );
  const fits = places.map((shiftPx) => compare(before, after, standing, shiftPx));
  const good = fits.filter((fit) => score(fit) > 0 && fit.equal >= LEAST_EVIDENCE);
  const best = good.reduce<Fit | null>((one, fit) => (one === null || isBetter(fit, one, told) ? fit : one), null);
  if (best === null) return toldUnlessRefuted(before, after, told);
  const rivals = good.filter(
    (fit) => score(fit) > score(best) * RIVAL_SHARE && Math.abs(fit.shiftPx - best.shiftPx) > ROUNDING_PX,
  );
  const nearest = [best, ...rivals].filter((fit) => isNear(fit.shiftPx, told));
  if (rivals.length > 0) return nearest[0] ? { how: "offset", shiftPx: nearest[0].shiftPx } : { how: "none" };
  const isBelieved = nearest.length > 0 || isStrong(before, after, best);
  if (!isBelieved) return { how: "none" };
  // Where no cell is rare enough to vote, other places may fit as well and were not looked at.
  return { how: voted.includes(best.shiftPx) ? "pixels" : "offset", shiftPx: best.shiftPx };
}

const isNear = (shiftPx: number, told: number) => Math.abs(shiftPx - told) <= ROUNDING_PX;

function isBetter(fit: Fit, than: Fit, told: number): boolean {
  if (score(fit) !== score(than)) return score(fit) > score(than);
  return Math.abs(fit.shiftPx - told) < Math.abs(than.shiftPx - told);
}

/** Cells that did not move: a wallpaper behind the content. Where hardly any other is left, it is content that repeats. */
function standingCells(before: Cells, after: Cells): Uint8Array {
  const standing = new Uint8Array(after.digests.length);
  let moving = 0;
  for (let cell = 0; cell < standing.length; cell += 1) {
    if (after.blank[cell]) continue;
    if (before.digests[cell] === after.digests[cell]) standing[cell] = 1;
    else moving += 1;
  }
  return moving < LEAST_EVIDENCE ? standing.fill(0) : standing;
}

/** Places that many cells vote for, those with the most votes first. */
function votedFor(before: Cells, after: Cells, standing: Uint8Array): number[] {
  const votes = new Uint32Array(after.rows);
  for (let band = 0; band < after.bands; band += 1) voteOf(band, before, after, standing, votes);
  return Array.from(votes.keys())
    .filter((shiftPx) => votes[shiftPx]! > 0)
    .sort((a, b) => votes[b]! - votes[a]!)
    .slice(0, MOST_CANDIDATES);
}

const around = (told: number): number[] =>
  Array.from({ length: 2 * ROUNDING_PX + 1 }, (_, n) => Math.round(told) - ROUNDING_PX + n);

function voteOf(band: number, before: Cells, after: Cells, standing: Uint8Array, votes: Uint32Array): void {
  const rowsWith = new Map<number, number[]>();
  for (let row = 0, cell = band; row < before.rows; row += 1, cell += before.bands) {
    if (before.blank[cell]) continue;
    const rows = rowsWith.get(before.digests[cell]!);
    if (rows) rows.push(row);
    else rowsWith.set(before.digests[cell]!, [row]);
  }
  for (let row = 0, cell = band; row < after.rows; row += 1, cell += after.bands) {
    if (after.blank[cell] || standing[cell]) continue;
    const rows = rowsWith.get(after.digests[cell]!);
    if (!rows || rows.length > MOST_REPEATS) continue;
    for (const rowBefore of rows) if (rowBefore >= row) votes[rowBefore - row]! += 1;
  }
}

function compare(before: Cells, after: Cells, standing: Uint8Array | null, shiftPx: number): Fit {
  const ahead = shiftPx * before.bands;
  const end = after.digests.length - ahead;
  let equal = 0;
  let unequal = 0;
  for (let cell = 0; cell < end; cell += 1) {
    const other = cell + ahead;
    if (after.blank[cell] && before.blank[other] && after.digests[cell] === before.digests[other]) continue;
    if (standing && (standing[cell] || standing[other])) continue;
    if (after.digests[cell] === before.digests[other]) equal += 1;
    else unequal += 1;
  }
  return { shiftPx, equal, unequal };
}

/** Enough cells of enough kinds are equal that chance or a repeated form cannot be the reason. */
function isStrong(before: Cells, after: Cells, { shiftPx, equal }: Fit): boolean {
  if (equal < STRONG_EVIDENCE) return false;
  const ahead = shiftPx * before.bands;
  const kinds = new Set<number>();
  for (let cell = 0; cell + ahead < before.digests.length; cell += 1) {
    const digest = after.digests[cell]!;
    if (!after.blank[cell] && digest === before.digests[cell + ahead]) kinds.add(digest);
  }
  return kinds.size >= STRONG_KINDS;
}

/** A blank overlap fits everywhere, so also where the page told. */
function toldUnlessRefuted(before: Cells, after: Cells, told: number): FoundSeam {
  const shiftPx = Math.round(told);
  if (shiftPx < 0 || shiftPx > after.rows - LEAST_OVERLAP_ROWS) return { how: "none" };
  const { equal, unequal } = compare(before, after, null, shiftPx);
  return unequal > 0 && unequal >= equal ? { how: "none" } : { how: "offset", shiftPx };
}
