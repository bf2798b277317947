/** `timeline.csv`: one line for each thing that happened, earliest first. UTF-8, no byte order mark. */

import { exhibitLabel } from "@/src/model/exhibit";
import { utcText } from "@/src/model/instant";
import { csvLine } from "./csv";
import { zonedText } from "./moments";
import type { PaperKey, PaperWords } from "./paper-words";
import type { TimelineRow } from "./timeline";
import { whatHappened } from "./what-happened";

/** Column name → what stands in it. An empty cell means that it is not known. */
const COLUMNS: Record<string, (row: TimelineRow, words: PaperWords) => string | null> = {
  when_utc: ({ utc, day }) => (utc === null ? day : utcText(utc)),
  when_local: ({ utc, zone }) => (utc === null || zone === null ? null : zonedText(utc, zone)),
  until_utc: ({ untilUtc }) => (untilUtc === null ? null : utcText(untilUtc)),
  known: ({ certainty }) => certainty,
  in_words: ({ words }) => words,
  source: ({ kind }, { say }) => say(SOURCES[kind]),
  what: (row, words) => whatHappened(words, row),
  did: ({ did }) => did,
  effect: ({ effect }) => effect,
  witnesses: ({ witnesses }) => witnesses.join("; "),
  exhibits: ({ exhibits }) => exhibits.map(exhibitLabel).join("; "),
};

const SOURCES: Record<TimelineRow["kind"], PaperKey> = {
  event: "paper_sourceAccount",
  reported: "paper_sourceAccount",
  answered: "paper_sourceAccount",
  posted: "paper_sourcePage",
  saved: "paper_sourceDevice",
};

export function* timelineCsv(words: PaperWords, rows: readonly TimelineRow[]): Generator<string> {
  yield csvLine(Object.keys(COLUMNS));
  for (const row of rows) yield csvLine(Object.values(COLUMNS).map((cell) => cell(row, words) ?? ""));
}
