/** The index of exhibits: number, one line, why it matters, address, account, times, page. */

import { correctedValue } from "@/src/export/corrections";
import { captureText } from "@/src/export/moments";
import { type ExhibitRecord, exhibitLabel, type PageRecord } from "@/src/model/exhibit";
import { isPage, originOf, textOf, titleOf } from "@/src/model/exhibit-kind";
import { utcText } from "@/src/model/instant";
import type { Flow } from "./flow";
import { type Layout, newFlow, partHeading, type Said } from "./parts";
import type { Sheet } from "./sheet";
import { STYLES } from "./text-style";

const NUMBER_PT = 58;
const PAGE_PT = 34;
/** Longest first line, in characters; the exhibit has it whole. */
const LINE_LENGTH = 160;

/** @param pageOf The page an exhibit begins on; any number while only the sheets are counted. */
export async function indexSheets(
  layout: Layout,
  records: AsyncIterable<ExhibitRecord>,
  said: Said,
  pageOf: (exhibit: number) => number,
): Promise<Sheet[]> {
  const { say } = layout.words;
  const flow = newFlow(layout, { left: say("binder_title"), right: say("binder_index") });
  flow.place("index", say("binder_index"), true);
  await partHeading(flow, say("binder_index"));
  const xPt = flow.widthPt - PAGE_PT;
  await flow.row([{ text: say("binder_page"), style: STYLES.label, xPt, widthPt: PAGE_PT }]);
  for await (const record of records) await entry(flow, layout, record, said, pageOf(record.exhibit));
  flow.rule(0.4);
  return flow.sheets;
}

async function entry(
  flow: Flow,
  { words: { say } }: Layout,
  record: ExhibitRecord,
  said: Said,
  page: number,
): Promise<void> {
  const widthPt = flow.widthPt - NUMBER_PT - PAGE_PT - 12;
  const label = exhibitLabel(record.exhibit);
  const cells = [
    { text: label, style: STYLES.strong, xPt: 0, widthPt: NUMBER_PT },
    {
      text: said.account.about.get(record.exhibit)?.description || (oneLine(record) ?? say("binder_notFound")),
      style: STYLES.strong,
      xPt: NUMBER_PT,
      widthPt,
    },
    { text: String(page), style: STYLES.text, xPt: flow.widthPt - PAGE_PT, widthPt: PAGE_PT },
  ];
  await flow.row(cells, { isRuled: true, keepPt: 40, to: label });
  const why = said.account.about.get(record.exhibit)?.significance || undefined;
  const corrected = correctedValue(said.corrections, record.id, "handle");
  const lines = [
    ...(why === undefined ? [] : [`${say("binder_why")}: ${why}`]),
    ...(isPage(record)
      ? [accountLine(say, record)]
      : [say(originOf(record) === "imported" ? "binder_imported" : "binder_recorded")]),
    ...(corrected === null ? [] : [say("binder_corrected", [`@${corrected.value}`, utcText(corrected.utc)])]),
    ...(isPage(record) ? [postedLine(say, record)] : []),
    `${say("binder_saved")}: ${captureText(record.captured)}`,
    ...(isPage(record) ? [record.url.browser] : []),
  ];
  for (const text of lines) await flow.row([{ text, style: STYLES.small, xPt: NUMBER_PT, widthPt }]);
  flow.space(5);
}

type Say = Layout["words"]["say"];

function accountLine(say: Say, { facts: { handle } }: PageRecord): string {
  return `${say("binder_account")}: ${handle === null ? say("binder_notFound") : `@${handle}`}`;
}

function postedLine(say: Say, { facts: { postedAt, postedAtDate, postedAtText } }: PageRecord): string {
  return `${say("binder_posted")}: ${postedAt ?? postedAtDate ?? postedAtText ?? say("binder_notFound")}`;
}

/** The page's title or the file's name, or the beginning of its text. */
function oneLine(record: ExhibitRecord): string | null {
  const title = isPage(record) ? record.facts.title : titleOf(record);
  const text = (title ?? textOf(record))?.replace(/\s+/g, " ").trim();
  if (text === undefined || text === "") return null;
  const characters = [...text];
  return characters.length <= LINE_LENGTH ? text : `${characters.slice(0, LINE_LENGTH).join("")} …`;
}
