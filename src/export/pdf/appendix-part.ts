/** The appendix: how pages were saved, what that does not show, and the custody log in short. */

import type { PaperKey } from "@/src/export/paper-words";
import type { CustodyEntry } from "@/src/model/custody";
import { type ExhibitId, exhibitLabel } from "@/src/model/exhibit";
import { utcText } from "@/src/model/instant";
import { type Layout, newFlow, partHeading } from "./parts";
import type { Sheet } from "./sheet";
import { STYLES } from "./text-style";

const PARAGRAPHS: readonly [heading: PaperKey, text: PaperKey][] = [
  ["binder_methodTitle", "binder_method"],
  ["binder_limitsTitle", "binder_limits"],
  ["binder_printTitle", "binder_print"],
];

/** Where the columns of the log begin, of the width. */
const COLUMNS = [0, 0.08, 0.36, 0.52, 0.68, 1] as const;
const DIGEST_START = 16;

/** @param numbers Of the exhibits that are in the binder. */
export async function appendixSheets(
  layout: Layout,
  custody: readonly CustodyEntry[],
  numbers: ReadonlyMap<ExhibitId, number>,
): Promise<Sheet[]> {
  const { say } = layout.words;
  const flow = newFlow(layout, { left: say("binder_title"), right: say("binder_appendix") });
  flow.place("appendix", say("binder_appendix"), true);
  await partHeading(flow, say("binder_appendix"));
  for (const [heading, text] of PARAGRAPHS) {
    await flow.text(say(heading), STYLES.subheading, { keepPt: 45 });
    await flow.text(say(text), STYLES.text);
    flow.space(12);
  }
  await flow.text(say("binder_logTitle"), STYLES.subheading, { keepPt: 60 });
  await flow.text(say("binder_logNote"), STYLES.text);
  flow.space(6);
  for (const entry of custody) await flow.row(logCells(entry, numbers, flow.widthPt), { isRuled: true });
  return flow.sheets;
}

function logCells(
  { seq, utc, event, item, hash }: CustodyEntry,
  numbers: ReadonlyMap<ExhibitId, number>,
  wide: number,
) {
  const number = item === null ? undefined : numbers.get(item);
  const texts = [String(seq), utcText(utc), event, number === undefined ? "" : exhibitLabel(number)];
  return [...texts, hash.slice(0, DIGEST_START)].map((text, n) => ({
    text,
    style: n === 4 ? STYLES.logDigest : STYLES.small,
    xPt: COLUMNS[n]! * wide,
    widthPt: (COLUMNS[n + 1]! - COLUMNS[n]!) * wide - 6,
  }));
}
