/** `reports.csv`: one line for each report the person made, and what came of it. UTF-8, no byte order mark. */

import type { AccountReport } from "@/src/model/account";
import { exhibitLabel } from "@/src/model/exhibit";
import { utcText } from "@/src/model/instant";
import { csvLine } from "./csv";
import { zonedText } from "./moments";

/** Column name → what stands in it. An empty cell means that the person wrote nothing there. */
const COLUMNS: Record<string, (report: AccountReport) => string | null> = {
  sent_utc: ({ sentUtc }) => utcText(sentUtc),
  sent_local: ({ sentUtc, tz }) => zonedText(sentUtc, tz),
  to: ({ to }) => to,
  by: ({ by }) => by,
  route: ({ route }) => route,
  about: ({ kind }) => kind,
  address: ({ address }) => address,
  exhibits: ({ exhibits }) => exhibits.map(exhibitLabel).join("; "),
  reference: ({ reference }) => reference,
  answer_due_utc: ({ due }) => (due === null ? null : utcText(due.utc)),
  answer_due_by: ({ due }) => due?.source ?? null,
  answered_utc: ({ answer }) => (answer === null ? null : utcText(answer.utc)),
  answer: ({ answer }) => answer?.words ?? null,
  outcome: ({ outcome }) => outcome,
  seen_again: ({ looks }) => looks.map(seenText).join("; "),
  words: ({ words }) => words,
};

/** What was found, when, and the exhibit that shows it. */
function seenText({ utc, found, exhibit }: AccountReport["looks"][number]): string {
  return `${utcText(utc)}: ${found}${exhibit === null ? "" : ` (${exhibitLabel(exhibit)})`}`;
}

export function* reportsCsv(reports: readonly AccountReport[]): Generator<string> {
  yield csvLine(Object.keys(COLUMNS));
  const sorted = [...reports].sort((one, other) => (one.sentUtc < other.sentUtc ? -1 : 1));
  for (const report of sorted) yield csvLine(Object.values(COLUMNS).map((cell) => cell(report) ?? ""));
}
