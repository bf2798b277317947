/** What lies in the exhibits: every picture, originals too, must show the one page and nothing else. */
import type { PNG } from "pngjs";
import type { BundleFile } from "../bundle-file";
import type { Ran } from "./run";

/** @returns What is wrong with the exhibit of a run. */
export function faultsOfExhibit(bundle: BundleFile, { exhibit, outcome }: Ran, bands: number): string[] {
  const folder = String(exhibit).padStart(3, "0");
  const record = bundle.record(folder);
  const paths = bundle.paths.filter((path) => path.startsWith(`data/exhibits/${folder}/`) && path.endsWith(".png"));
  const faults = paths
    .filter((path) => hasDecoy(bundle.png(path)))
    .map((path) => `another tab's pixels are in ${path}`);
  const codes = bandsIn(bundle.picture(folder), record.env.dpr);
  const isWhole = codes.length === bands;
  if (codes.some((code, at) => code !== at)) faults.push(`the picture's bands read ${codes.join(" ")}`);
  if (record.picture.complete !== isWhole)
    faults.push(`${codes.length} of ${bands} bands, complete: ${record.picture.complete}`);
  if (isWhole !== (outcome === "saved")) faults.push(`${codes.length} of ${bands} bands, told as “${outcome}”`);
  return faults;
}

/** The decoy tab is red from edge to edge. */
function hasDecoy({ data }: PNG): boolean {
  for (let at = 0; at < data.length; at += 4) {
    if (data[at]! > 200 && data[at + 1]! < 50 && data[at + 2]! < 50) return true;
  }
  return false;
}

/** The number of each 100 px band that is whole in the picture (tests/fixtures/pages/codes.html); -1: not readable. */
function bandsIn(picture: PNG, dpr: number): number[] {
  const grey = (xCss: number, yCss: number) =>
    picture.data[(Math.floor(yCss * dpr) * picture.width + Math.floor(xCss * dpr)) * 4]!;
  return Array.from({ length: Math.floor(picture.height / dpr / 100) }, (_, band) => {
    const cells = Array.from({ length: 12 }, (__, bit) => grey(bit * 48 + 20, band * 100 + 50));
    if (cells.some((cell) => cell !== 0 && cell !== 0xbb)) return -1;
    return cells.reduce((code, cell) => code * 2 + (cell === 0 ? 1 : 0), 0);
  });
}
