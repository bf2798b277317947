/** The vault bench's figures, and how they are shown. Times in milliseconds. */
import type { Asked } from "../in-page/asked";
import { aligned } from "../table";
import type { Scrolled, Unlocked } from "./in-library";

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
  /** From the key derivation to the first items on the screen. */
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
  /** What adding one asks of the store, among the first few and among all: what of `addRatio` is ours. */
  askedAmongFew: Asked;
  askedAmongMany: Asked;
  mostItemsInPage: number;
  blankFrames: number;
}

/** All that was measured, each run by itself. */
export interface Measured {
  /** Kept when the first were added, when more were, and in the end. */
  few: number;
  many: number;
  all: number;
  addedToFew: Added[];
  addedToMany: Added[];
  readings: { newestMs: number; wholeMs: number; rawMs: number; rawBytes: number }[];
  unlocks: Unlocked[];
  searchMs: number[];
  scrolled: Scrolled;
}

export interface Added {
  fileMs: number;
  sealMs: number;
  asked: Asked;
  /** Of one row of `RAW_ROW_BYTES`. */
  rawMs: number;
}

/** About as much as a record and its log entry. */
export const RAW_ROW_BYTES = 3000;

export function figuresOf(measured: Measured): { rows: VaultRow[]; peers: VaultPeer[]; totals: VaultTotals } {
  const { all, searchMs, scrolled } = measured;
  const ofFew = timed(measured.addedToFew, measured.few);
  const ofMany = timed(measured.addedToMany, measured.many);
  const ofReading = timed(measured.readings, all);
  const ofUnlock = timed(measured.unlocks, all);
  const sealFew = ofFew("adding one: record, number, list, log", (run) => run.sealMs);
  const sealMany = ofMany("adding one: record, number, list, log", (run) => run.sealMs);
  const newest = ofReading("reading the list: the newest items", (run) => run.newestMs);
  const whole = ofReading("reading the list: all", (run) => run.wholeMs);
  const first = ofUnlock("key derived, first items on the screen", (run) => run.firstMs - run.derivedMs);
  const search = rowOf("a key in the search field, result laid out", all, searchMs);
  const rows = [
    ofFew("adding one: its page’s file", (run) => run.fileMs),
    ofMany("adding one: its page’s file", (run) => run.fileMs),
    sealFew,
    sealMany,
    newest,
    whole,
    ofUnlock("“Unlock” pressed, key derived", (run) => run.derivedMs),
    first,
    ofUnlock("“Unlock” pressed, all listed", (run) => run.wholeMs),
    search,
    rowOf("a frame while scrolling", all, scrolled.frames),
    rowOf("a frame while nothing moves", all, scrolled.idleFrames),
  ];
  const name = "raw IndexedDB";
  const rawList = ofReading("reading the same rows and keys", (run) => run.rawMs);
  const rawFew = ofFew("adding one row", (run) => run.rawMs);
  const rawMany = ofMany("adding one row", (run) => run.rawMs);
  const peers = [
    { ...rawList, name, bytes: measured.readings[0]!.rawBytes },
    { ...rawFew, name, bytes: RAW_ROW_BYTES },
    { ...rawMany, name, bytes: RAW_ROW_BYTES },
  ];
  const totals: VaultTotals = {
    items: all,
    firstScreenMs: first.medianMs,
    listRatio: whole.medianMs / rawList.medianMs,
    newestRatio: newest.medianMs / rawList.medianMs,
    searchMedianMs: search.medianMs,
    searchP99Ms: search.p99Ms,
    addRatio: sealMany.medianMs / sealFew.medianMs,
    rawAddRatio: rawMany.medianMs / rawFew.medianMs,
    askedAmongFew: meanAsked(measured.addedToFew),
    askedAmongMany: meanAsked(measured.addedToMany),
    mostItemsInPage: scrolled.most,
    blankFrames: scrolled.blank,
  };
  return { rows, peers, totals };
}

/** Rows about these runs, each by another value of them. */
function timed<Run>(runs: readonly Run[], items: number): (what: string, value: (run: Run) => number) => VaultRow {
  return (what, value) => rowOf(what, items, runs.map(value));
}

function rowOf(what: string, items: number, ms: readonly number[]): VaultRow {
  return { what, items, runs: ms.length, medianMs: share(ms, 0.5), p99Ms: share(ms, 0.99) };
}

/** The value that a share of all do not exceed. */
function share(values: readonly number[], of: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * of) - 1)] ?? Number.NaN;
}

function meanAsked(runs: readonly Added[]): Asked {
  const mean = (field: keyof Asked) => Math.round(runs.reduce((sum, { asked }) => sum + asked[field], 0) / runs.length);
  return { requests: mean("requests"), rows: mean("rows"), bytes: mean("bytes") };
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
    addingLine(totals),
    `at most ${totals.mostItemsInPage} items in the page, ${totals.blankFrames} blank frames while scrolling`,
  ].join("; ");
}

/** Where as much is asked of the store, what takes longer is the store itself, as the raw row tells. */
function addingLine({ addRatio, rawAddRatio, askedAmongFew: few, askedAmongMany: many }: VaultTotals): string {
  const asked = ({ requests, rows, bytes }: Asked) =>
    `${requests} requests, ${rows} rows, ${(bytes / 1000).toFixed(1)} kB`;
  const ours = `adding one takes ${addRatio.toFixed(2)} × what it takes among the first few`;
  return `${ours} and asks the store for ${asked(many)}, there for ${asked(few)}; one raw row takes ${rawAddRatio.toFixed(2)} ×`;
}
