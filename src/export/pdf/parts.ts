/** What every part of the binder is laid out with. */

import type { Corrections } from "@/src/export/corrections";
import type { PaperWords } from "@/src/export/paper-words";
import type { Account } from "@/src/model/account";
import type { PicturesRule } from "@/src/model/hand-over";
import type { PaperName } from "@/src/model/paper";
import { Flow } from "./flow";
import { PAPER_SIZES } from "./paper";
import type { Ruler } from "./ruler";
import type { Sheet } from "./sheet";
import { STYLES, type TextStyle } from "./text-style";

export interface Layout {
  paper: PaperName;
  words: PaperWords;
  ruler: Ruler;
}

/** What the user says, beside what pages say. */
export interface Said {
  account: Account;
  corrections: Corrections;
  /** Which pictures are in the package. */
  pictures: PicturesRule;
}

/** Width of the column of names, and what stands between it and the values. */
const NAMES_PT = 122;
const GAP_PT = 12;

export function newFlow({ paper, ruler, words }: Layout, head: Sheet["head"]): Flow {
  return new Flow(PAPER_SIZES[paper], ruler, head, words.direction);
}

/** The heading that begins a part. */
export async function partHeading(flow: Flow, heading: string): Promise<void> {
  await flow.text(heading, STYLES.heading);
  flow.space(4);
  flow.rule(1);
  flow.space(10);
}

/** A name and its value, side by side. */
export async function factRow(
  flow: Flow,
  name: string,
  value: string,
  style: TextStyle = STYLES.text,
  note: string | null = null,
): Promise<void> {
  const xPt = NAMES_PT + GAP_PT;
  const widthPt = flow.widthPt - xPt;
  const cells = [
    { text: name, style: STYLES.label, xPt: 0, widthPt: NAMES_PT },
    { text: value, style, xPt, widthPt },
  ];
  await flow.row(cells, { isRuled: true, keepPt: 8 });
  if (note !== null) await flow.row([{ text: note, style: STYLES.small, xPt, widthPt }]);
}
