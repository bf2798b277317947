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
/** Lines on both sides of the one with the focus, so that there is a next one to go to. */
const AROUND = 2;

type Span = Pick<Run, "first" | "end">;

/** @param pinned A line that stays although it is out of sight: the focus is in it. */
export function planWindow(heights: LineHeights, view: InView, pinned: number | null): Plan {
  const { count } = heights;
  if (count === 0) return { runs: [], rest: 0 };
  const seen: Span = {
    first: Math.floor(heights.at(view.top) / STEP) * STEP,
    end: Math.min(count, Math.ceil((heights.at(view.bottom) + 1) / STEP) * STEP),
  };
  const around = pinned === null || pinned >= count ? [] : [aroundLine(pinned, count)];
  const spans = joined([seen, ...around]);
  const runs = spans.map((span, place) => ({
    ...span,
    gap: heights.above(span.first) - heights.above(spans[place - 1]?.end ?? 0),
  }));
  return { runs, rest: heights.above(count) - heights.above(spans.at(-1)!.end) };
}

const aroundLine = (line: number, count: number): Span => ({
  first: Math.max(0, line - AROUND),
  end: Math.min(count, line + AROUND + 1),
});

/** In order, and those that touch each other as one. */
function joined(spans: Span[]): Span[] {
  const apart: Span[] = [];
  for (const span of spans.sort((one, other) => one.first - other.first)) {
    const last = apart.at(-1);
    if (last && span.first <= last.end) last.end = Math.max(last.end, span.end);
    else apart.push({ ...span });
  }
  return apart;
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
