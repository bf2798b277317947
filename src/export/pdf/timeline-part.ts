/** The timeline: what happened and when, who saw it, and which exhibits show it. */

import { zonedText } from "@/src/export/moments";
import type { PaperWords } from "@/src/export/paper-words";
import type { TimelineRow } from "@/src/export/timeline";
import { whatHappened } from "@/src/export/what-happened";
import { exhibitLabel } from "@/src/model/exhibit";
import { utcText } from "@/src/model/instant";
import type { Flow } from "./flow";
import { type Layout, newFlow, partHeading } from "./parts";
import type { Sheet } from "./sheet";
import { STYLES } from "./text-style";

const WHEN_PT = 212;
const EXHIBITS_PT = 64;
const GAP_PT = 12;

/** @param rows In their order. @returns No sheet where nothing happened. */
export async function timelineSheets(layout: Layout, rows: readonly TimelineRow[]): Promise<Sheet[]> {
  if (rows.length === 0) return [];
  const { say } = layout.words;
  const flow = newFlow(layout, { left: say("binder_title"), right: say("binder_timeline") });
  flow.place("timeline", say("binder_timeline"), true);
  await partHeading(flow, say("binder_timeline"));
  await flow.text(say("binder_timelineNote"), STYLES.small);
  flow.space(8);
  for (const row of rows) await timelineRow(flow, layout.words, row);
  flow.rule(0.4);
  return flow.sheets;
}

async function timelineRow(flow: Flow, words: PaperWords, row: TimelineRow): Promise<void> {
  const whatPt = flow.widthPt - WHEN_PT - EXHIBITS_PT - GAP_PT * 2;
  const cells = [
    { text: whenText(words, row), style: STYLES.small, xPt: 0, widthPt: WHEN_PT },
    { text: whatText(words, row), style: STYLES.text, xPt: WHEN_PT + GAP_PT, widthPt: whatPt },
    {
      text: row.exhibits.map(exhibitLabel).join("\n"),
      style: STYLES.text,
      xPt: flow.widthPt - EXHIBITS_PT,
      widthPt: EXHIBITS_PT,
    },
  ];
  await flow.row(cells, { isRuled: true, keepPt: 14 });
}

function whenText({ say }: PaperWords, { utc, untilUtc, day, zone, words, certainty }: TimelineRow): string {
  if (utc === null) return [day ?? say("binder_timeUnknown"), ...(words === null ? [] : [words])].join("\n");
  const moments = [utc, ...(untilUtc === null ? [] : [untilUtc])];
  const lines = moments.flatMap((moment) => [zone === null ? null : zonedText(moment, zone), utcText(moment)]);
  const known = lines.filter((line) => line !== null);
  if (certainty === "about") known[0] = say("binder_about", [known[0]!]);
  return [...known, ...(words === null ? [] : [words])].join("\n");
}

function whatText(words: PaperWords, row: TimelineRow): string {
  const { say } = words;
  const { did, effect, witnesses } = row;
  const lines = [whatHappened(words, row)];
  if (did !== null) lines.push(`${say("binder_did")}: ${did}`);
  if (effect !== null) lines.push(`${say("binder_effect")}: ${effect}`);
  if (witnesses.length > 0) lines.push(`${say("binder_witnesses")}: ${witnesses.join(", ")}`);
  return lines.join("\n");
}
