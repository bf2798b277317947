/** Which lines of a long list are drawn, and how much room is left for those that are not. */
import type { LineHeights } from "./line-heights";

/** Lines drawn one after another. */
export interface Run {
  first: number;
  /** The line after the last one. */
  end: number;
  /** Room left before it, in CSS pixels. */
  gap: number;
}

export interface Plan {
  runs: Run[];
  /** Room left after the last run, in CSS pixels. */
  rest: number;
}

/** What is in view, as distances from the start of the list, in CSS pixels. */
export interface InView {
  top: number;
  bottom: number;
}

/** Drawn more than needed, so that scrolling a little changes nothing. */
const STEP = 8;

/** @param pinned A line that stays although it is out of sight: the focus is in it. */
export function planWindow(heights: LineHeights, view: InView, pinned: number | null): Plan {
  if (heights.count === 0) return { runs: [], rest: 0 };
  const first = Math.floor(heights.at(view.top) / STEP) * STEP;
  const end = Math.min(heights.count, Math.ceil((heights.at(view.bottom) + 1) / STEP) * STEP);
  const spans = [{ first, end }];
  if (pinned !== null && pinned < first) spans.unshift({ first: pinned, end: pinned + 1 });
  if (pinned !== null && pinned >= end && pinned < heights.count) spans.push({ first: pinned, end: pinned + 1 });
  const runs = spans.map((span, place) => ({
    ...span,
    gap: heights.above(span.first) - heights.above(spans[place - 1]?.end ?? 0),
  }));
  return { runs, rest: heights.above(heights.count) - heights.above(spans.at(-1)!.end) };
}

/** Where a key leads in a list with that many columns; `null` for keys that lead nowhere. */
export function placeAfter(key: string, place: number, count: number, columns: number): number | null {
  const steps: Record<string, number> = { ArrowDown: columns, ArrowUp: -columns, Home: -place, End: count - 1 - place };
  if (columns > 1) Object.assign(steps, { ArrowRight: 1, ArrowLeft: -1 });
  const step = steps[key];
  if (step === undefined) return null;
  const next = place + step;
  return next < 0 || next >= count ? place : next;
}
