/** The vault bench's figures, and how they are shown. Times in milliseconds. */
import { aligned } from "../table";

export interface VaultRow {
  what: string;
  /** Kept when it was measured. */
  items: number;
  runs: number;
  medianMs: number;
  p99Ms: number;
}

export interface VaultPeer extends VaultRow {
  name: string;
  bytes: number;
}

export interface VaultTotals {
  items: number;
  /** From pressing “Unlock” to the first items on the screen, without the key derivation. */
  firstScreenMs: number;
  /** Reading and opening the whole list, by the raw reading of the same bytes. */
  listRatio: number;
  /** Until the newest items are there, by the same. */
  newestRatio: number;
  searchMedianMs: number;
  searchP99Ms: number;
  /** Sealing one more among all, by sealing one more among the first few. */
  addRatio: number;
  /** The same of one raw row: what the browser's store itself makes of it. */
  rawAddRatio: number;
  mostItemsInPage: number;
  blankFrames: number;
}

export function rowOf(what: string, items: number, ms: readonly number[]): VaultRow {
  return { what, items, runs: ms.length, medianMs: share(ms, 0.5), p99Ms: share(ms, 0.99) };
}

/** The value that a share of all do not exceed. */
export function share(values: readonly number[], of: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * of) - 1)] ?? Number.NaN;
}

export function vaultTable(rows: readonly VaultRow[]): string {
  const body = rows.map(({ what, items, runs, medianMs, p99Ms }) => [
    what,
    String(items),
    String(runs),
    medianMs.toFixed(1),
    p99Ms.toFixed(1),
  ]);
  return aligned([["what", "items", "runs", "median ms", "99 % ms"], ...body]);
}

export function vaultTotalsLine(totals: VaultTotals): string {
  return [
    `Total: ${totals.items} items`,
    `first screen ${totals.firstScreenMs.toFixed(0)} ms after the key derivation`,
    `whole list ${totals.listRatio.toFixed(2)} × a raw read of the same bytes, the newest items ${totals.newestRatio.toFixed(2)} ×`,
    `search median ${totals.searchMedianMs.toFixed(1)} ms, 99 % within ${totals.searchP99Ms.toFixed(1)} ms`,
    `adding one takes ${totals.addRatio.toFixed(2)} × what it takes among the first few (a raw row ${totals.rawAddRatio.toFixed(2)} ×)`,
    `at most ${totals.mostItemsInPage} items in the page, ${totals.blankFrames} blank frames while scrolling`,
  ].join("; ");
}
