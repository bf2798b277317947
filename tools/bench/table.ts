/** The bench's numbers for people. */
import { isRight, isWithinSpeed, type PeerRow, type Row, type Totals } from "./rows";

const HEADINGS = [
  "page",
  "size px",
  "tiles",
  "ms",
  "floor ms",
  "ratio",
  "in time",
  "differs",
  "right",
  "peak MB",
  "picture kB",
  "kept kB",
  "page kB",
];
/** Headings whose columns read from the left. */
const WORDS = new Set(["page", "note", "what"]);

export function rowsTable(rows: readonly Row[]): string {
  const body = rows.map((row) => [
    row.page,
    sizeText(row),
    text(row.tiles),
    text(row.wallMs),
    text(row.floorMs),
    text(row.ratio, 2),
    isWithinSpeed(row) ? "yes" : "no",
    shareText(row),
    isRight(row) ? "yes" : "NO",
    text(row.peakMb),
    kilobytes(row.pictureBytes),
    kilobytes(row.originalBytes),
    kilobytes(row.pageBytes),
    noteText(row),
  ]);
  return aligned([[...HEADINGS, "note"], ...body]);
}

export function peersTable(peers: readonly PeerRow[], rows: readonly Row[]): string {
  const body = peers.map((peer) => {
    const ours = rows.find(({ page }) => page === peer.page);
    const us = ours ? [shareText(ours), text(ours.wallMs)] : ["–", "–"];
    return [peer.page, peer.name, sizeText(peer), text(peer.wallMs), shareText(peer), ...us, noteText(peer)];
  });
  return aligned([["page", "peer", "size px", "ms", "differs", "ours differs", "our ms", "note"], ...body]);
}

/** One closing line. */
export function totalsLine(totals: Totals): string {
  const { pages } = totals;
  const peers = totals.peers.map(
    ({ name, right, pages: taken, medianWallMs, ourRight, ourMedianWallMs }) =>
      `${name} ${right}/${taken} right, median ${text(medianWallMs)} ms (Tidemark there: ${ourRight}/${taken}, ${text(ourMedianWallMs)} ms)`,
  );
  return [
    `Total: ${totals.right} of ${pages} pages right (${percent(totals.right / Math.max(1, pages), 1)})`,
    `${totals.withinSpeed} of ${pages} in time`,
    `ratio to the floor median ${text(totals.medianRatio, 2)}, most ${text(totals.maxRatio, 2)}`,
    `median ${text(totals.medianMsPerTile)} ms a tile`,
    `saved ${text(totals.medianAfterLastTileMs)} ms after the last tile (most ${text(totals.maxAfterLastTileMs)})`,
    `peak ${text(totals.maxPeakMb)} MB`,
    `kept ${megabytes(totals.stored.originalBytes)} MB of photographs beside ${megabytes(totals.stored.pictureBytes)} MB of pictures and ${megabytes(totals.stored.pageBytes)} MB of page code`,
    ...peers,
  ].join("; ");
}

const sizeText = ({ widthPx, heightPx }: Pick<Row, "widthPx" | "heightPx">) =>
  widthPx === null ? "–" : `${widthPx}×${heightPx}`;

function shareText({ diffShare, markers }: Pick<Row, "diffShare" | "markers">): string {
  if (markers !== null) return "markers";
  return diffShare === null ? "–" : percent(diffShare, 3);
}

function noteText(row: Row | PeerRow): string {
  const notes = [row.error, row.markers === "ok" ? null : row.markers];
  if ("missing" in row) {
    if (row.missing.length > 0) notes.push(`incomplete: ${row.missing.join(", ")}`);
    if (row.diffBox && !isRight(row)) notes.push(differenceText(row.clearDiffShare ?? 0, row.diffBox));
    if (row.unjudgedPx) notes.push(`the browser's own picture lacks the ${row.unjudgedPx} columns at the left`);
    if (row.ownChange) notes.push(`the page itself changed by ${percent(row.ownChange, 3)}`);
  }
  return notes.filter(Boolean).join("; ");
}

const differenceText = (clearShare: number, { left, top, right, bottom }: NonNullable<Row["diffBox"]>) =>
  `${percent(clearShare, 3)} by more than 2 of 255; within x ${left}–${right}, y ${top}–${bottom}`;

const percent = (share: number, digits: number): string => `${(share * 100).toFixed(digits)} %`;
const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
const kilobytes = (bytes: number | null): string => (bytes === null ? "–" : String(Math.round(bytes / 1024)));
const text = (value: number | null, digits = 0): string => (value === null ? "–" : value.toFixed(digits));

/** The first line holds the headings; see `WORDS`. */
export function aligned(lines: readonly string[][]): string {
  const headings = lines[0]!;
  const widths = headings.map((_, n) => Math.max(...lines.map((line) => line[n]!.length)));
  const left = (n: number) => WORDS.has(headings[n]!) || headings[n] === "peer";
  return lines
    .map((line) =>
      line
        .map((cell, n) => (left(n) ? cell.padEnd(widths[n]!) : cell.padStart(widths[n]!)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
