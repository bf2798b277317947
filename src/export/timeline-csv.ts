/** `timeline.csv`: one line for each thing that happened, earliest first. UTF-8, no byte order mark. */
import { exhibitLabel } from "@/src/model/exhibit";
import { csvLine } from "./csv";
import { utcText, zonedText } from "./moments";
import type { TimelineRow } from "./timeline";

/** Column name → what stands in it. An empty cell means that it is not known. */
const COLUMNS: Record<string, (row: TimelineRow) => string | null> = {
  when_utc: ({ utc, day }) => (utc === null ? day : utcText(utc)),
  when_local: ({ utc, zone }) => (utc === null || zone === null ? null : zonedText(utc, zone)),
  until_utc: ({ untilUtc }) => (untilUtc === null ? null : utcText(untilUtc)),
  known: ({ certainty }) => certainty,
  in_words: ({ words }) => words,
  source: ({ kind }) => SOURCES[kind],
  what: ({ kind, what }) => whatText(kind, what),
  did: ({ did }) => did,
  effect: ({ effect }) => effect,
  witnesses: ({ witnesses }) => witnesses.join("; "),
  exhibits: ({ exhibits }) => exhibits.map(exhibitLabel).join("; "),
};

const SOURCES: Record<TimelineRow["kind"], string> = {
  event: "account of the person",
  reported: "account of the person",
  answered: "account of the person",
  posted: "claim of the page",
  saved: "clock of the device that saved it",
};

function whatText(kind: TimelineRow["kind"], what: string | null): string {
  if (kind === "reported") return `reported to: ${what}`;
  if (kind === "answered") return `answer from: ${what}`;
  if (kind === "posted" || kind === "saved") return what === null ? kind : `${kind}: ${what}`;
  return what ?? "";
}

export function* timelineCsv(rows: readonly TimelineRow[]): Generator<string> {
  yield csvLine(Object.keys(COLUMNS));
  for (const row of rows) yield csvLine(Object.values(COLUMNS).map((cell) => cell(row) ?? ""));
}
