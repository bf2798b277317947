/**
 * How high the lines of a long list are, of which only some are drawn: those that were measured, and one guess for all
 * others. All in CSS pixels. Changing one height and asking for a place both take a few steps, however long the list is.
 */
export class LineHeights {
  /** A Fenwick tree over how much each line differs from the guess. */
  readonly #tree: Float64Array;
  readonly #differences: Float64Array;

  constructor(
    readonly count: number,
    readonly guess: number,
  ) {
    this.#tree = new Float64Array(count + 1);
    this.#differences = new Float64Array(count);
  }

  /** @returns Whether it differs from what was known. */
  measured(line: number, height: number): boolean {
    const difference = height - this.guess;
    const change = difference - this.#differences[line]!;
    if (Math.abs(change) < 0.01) return false;
    this.#differences[line] = difference;
    for (let node = line + 1; node <= this.count; node += node & -node) this.#tree[node]! += change;
    return true;
  }

  /** How much lies above a line; for the number of lines, the height of all. */
  above(line: number): number {
    let differences = 0;
    for (let node = line; node > 0; node -= node & -node) differences += this.#tree[node]!;
    return line * this.guess + differences;
  }

  /** The line at a distance from the start of the list; the first or last one where it is outside. */
  at(distance: number): number {
    let [low, high] = [0, Math.max(0, this.count - 1)];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.above(middle) <= distance) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
