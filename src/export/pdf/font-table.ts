/** Which font file of the package draws which characters. Made when the package is built, by `tools/fonts.ts`. */

export interface FontTable {
  /** Each list in the order it is asked. */
  sans: FontEntry[];
  bold: FontEntry[];
  mono: FontEntry[];
}

export interface FontEntry {
  /** Below the package's folder of fonts. */
  file: string;
  /** Code points as `[first, last, first, last …]`, rising, both included. */
  ranges: number[];
}

export type Face = keyof FontTable;

export function hasCode({ ranges }: FontEntry, code: number): boolean {
  let low = 0;
  let high = ranges.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (code < ranges[middle * 2]!) high = middle - 1;
    else if (code > ranges[middle * 2 + 1]!) low = middle + 1;
    else return true;
  }
  return false;
}
