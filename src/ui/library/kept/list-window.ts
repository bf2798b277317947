/** What is known of a long list between two drawings of it: its lines' heights, what is in view, and where the focus is. */
import { LineHeights } from "./line-heights";
import { type InView, type Plan, planWindow } from "./plan-window";

/** Before anything was measured, in CSS pixels. */
const FIRST_GUESS = 90;
const FIRST_VIEW: InView = { top: 0, bottom: 1000 };

export class ListWindow {
  /** What is to be drawn. */
  plan: Plan = { runs: [], rest: 0 };
  columns = 1;
  #width = 0;
  #keys: readonly string[] = [];
  #view = FIRST_VIEW;
  #pinned: string | null = null;
  /** Measured heights, by the first key of a line: they outlive another order of the keys. */
  readonly #known = new Map<string, number>();
  /** The mean of those measured first; `null` before that. It stays, so that nothing moves later on. */
  #guess: number | null = null;
  #heights = new LineHeights(0, FIRST_GUESS);

  setKeys(keys: readonly string[]): void {
    if (keys === this.#keys) return;
    this.#keys = keys;
    this.#renew();
  }

  /**
   * Where the lines are of another width, or hold another number of items, what was measured does not count.
   * @returns Whether that is so.
   */
  setShape(width: number, columns: number): boolean {
    if (width === this.#width && columns === this.columns) return false;
    this.#width = width;
    this.columns = columns;
    this.#known.clear();
    this.#guess = null;
    this.#renew();
    return true;
  }

  /** @param heights Of drawn lines. */
  measured(heights: ReadonlyMap<number, number>): void {
    for (const [line, height] of heights) {
      this.#known.set(this.#keys[line * this.columns]!, height);
      this.#heights.measured(line, height);
    }
    if (this.#guess !== null || heights.size === 0) return;
    this.#guess = [...heights.values()].reduce((sum, height) => sum + height, 0) / heights.size;
    this.#renew();
  }

  setView(view: InView): void {
    this.#view = view;
  }

  /** The item with the focus stays drawn wherever the list is scrolled to. */
  pin(key: string): void {
    this.#pinned = key;
  }

  /** The place of an item; -1 where it is not in the list. */
  placeOf(key: string): number {
    return this.#keys.indexOf(key);
  }

  keyAt(place: number): string {
    return this.#keys[place]!;
  }

  /** How much of the list lies above the line of an item, in CSS pixels. */
  above(key: string): number {
    return this.#heights.above(Math.floor(Math.max(0, this.placeOf(key)) / this.columns));
  }

  /** @returns Whether something else is to be drawn than before. */
  replan(): boolean {
    const place = this.#pinned === null ? -1 : this.placeOf(this.#pinned);
    const plan = planWindow(this.#heights, this.#view, place < 0 ? null : Math.floor(place / this.columns));
    if (JSON.stringify(plan) === JSON.stringify(this.plan)) return false;
    this.plan = plan;
    return true;
  }

  #renew(): void {
    const count = Math.ceil(this.#keys.length / this.columns);
    this.#heights = new LineHeights(count, this.#guess ?? FIRST_GUESS);
    if (this.#known.size === 0) return;
    for (let line = 0; line < count; line += 1) {
      const height = this.#known.get(this.#keys[line * this.columns]!);
      if (height !== undefined) this.#heights.measured(line, height);
    }
  }
}
