/** Where events stand on a line of time, so that one sees how they lie: close together, far apart, more and more. */
import { beginMs, type EventEntry, endMs } from "./order";

export interface Mark {
  event: EventEntry;
  /** Share of the line, 0 to 1; `width` is 0 for a moment. */
  at: number;
  width: number;
  /** Row, from 0, so that marks close together do not cover each other. */
  row: number;
}

export interface TimeLine {
  marks: Mark[];
  /** Where months or years begin: share of the line, and the moment in UTC milliseconds. */
  ticks: { at: number; ms: number }[];
  ticksAre: "days" | "months" | "years";
}

const DAY_MS = 86_400_000;
/** Marks nearer than this share of the line are put in rows. */
const CLEAR = 0.02;
const MAX_ROWS = 6;
/** Ticks with room for their words, on a line as wide as the page's work. */
const TICKS = 5;

/**
 * @param events In order. Those without a time are left out.
 * @param zoom How many times as long as the page is wide the line is drawn.
 * @returns `null` where fewer than two have a time.
 */
export function timeLine(events: readonly EventEntry[], zoom = 1): TimeLine | null {
  const timed = events.flatMap((event) => {
    const [begin, end] = [beginMs(event.body.time), endMs(event.body.time)];
    return begin === null || end === null ? [] : [{ event, begin, end }];
  });
  if (timed.length < 2) return null;
  const first = Math.min(...timed.map(({ begin }) => begin));
  const last = Math.max(...timed.map(({ end }) => end));
  const room = Math.max(last - first, DAY_MS) * 0.03;
  const [from, span] = [first - room, Math.max(last - first, DAY_MS) + 2 * room];
  const share = (ms: number) => (ms - from) / span;
  const rows = new Rows(CLEAR / zoom);
  const marks = timed.map(({ event, begin, end }) => {
    const [at, width] = [share(begin), share(end) - share(begin)];
    return { event, at, width, row: rows.place(at, width) };
  });
  return { marks, ...ticksOf(from, span, TICKS * zoom) };
}

/** Gives each mark the first row in which the one before it is far enough away. */
class Rows {
  readonly #ends: number[] = [];
  constructor(private readonly clear: number) {}

  place(at: number, width: number): number {
    const free = this.#ends.findIndex((end) => at - end >= this.clear);
    const row = free >= 0 ? free : Math.min(this.#ends.length, MAX_ROWS - 1);
    this.#ends[row] = at + width;
    return row;
  }
}

type Unit = TimeLine["ticksAre"];
const DAYS_IN: Readonly<Record<Unit, number>> = { days: 1, months: 30.44, years: 365.25 };
const STEPS: readonly (readonly [Unit, number])[] = [
  ["days", 1],
  ["days", 2],
  ["days", 7],
  ["days", 14],
  ["months", 1],
  ["months", 3],
  ["months", 6],
  ["years", 1],
  ["years", 2],
  ["years", 5],
  ["years", 20],
];

/** Days, months or years: the finest of them that are few enough. */
function ticksOf(from: number, span: number, most: number): Pick<TimeLine, "ticks" | "ticksAre"> {
  const fits = ([unit, step]: readonly [Unit, number]) => span / DAY_MS / DAYS_IN[unit] / step <= most;
  const [ticksAre, step] = STEPS.find(fits) ?? STEPS.at(-1)!;
  const ticks: TimeLine["ticks"] = [];
  for (let n = 1; ticks.length <= most; n += step) {
    const ms = nthAfter(new Date(from), ticksAre, n);
    if (ms >= from + span) break;
    ticks.push({ at: (ms - from) / span, ms });
  }
  return { ticks, ticksAre };
}

/** The beginning of the nth day, month or year after a moment, in UTC milliseconds. */
function nthAfter(moment: Date, unit: Unit, n: number): number {
  const [year, month, day] = [moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()];
  if (unit === "days") return Date.UTC(year, month, day + n);
  return unit === "months" ? Date.UTC(year, month + n, 1) : Date.UTC(year + n, 0, 1);
}
