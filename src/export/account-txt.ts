/** `account.txt`: what happened, in the person's own words, earliest first, and what they say of each item. */

import type { Account, ExhibitWords } from "@/src/model/account";
import { exhibitLabel } from "@/src/model/exhibit";
import { utcText } from "@/src/model/instant";
import { withoutControls } from "./controls";
import { zonedText } from "./moments";
import { ownWords } from "./own-words";
import type { PaperWords } from "./paper-words";
import { heading, wrapped } from "./text-lines";
import type { TimelineRow } from "./timeline";

/** @returns `null` where the person wrote nothing. */
export function accountTxt(words: PaperWords, rows: readonly TimelineRow[], about: Account["about"]): string | null {
  const events = rows.filter(({ kind }) => kind === "event").map((row, place) => eventText(words, row, place));
  const items = [...about]
    .sort(([one], [other]) => one - other)
    .flatMap(([number, own]) => itemText(words, number, own));
  if (events.length + items.length === 0) return null;
  const head = `${heading(words, "paper_accountTitle")}\n\n${wrapped(words.say("paper_accountNote"))}\n`;
  const itemsHead = `${heading(words, "paper_accountItems")}\n`;
  const parts = [head, ...events, ...(items.length === 0 ? [] : [itemsHead, ...items])];
  return withoutControls(parts.join("\n"));
}

function itemText(words: PaperWords, exhibit: number, own: ExhibitWords): string[] {
  const lines = ownWords(words, own).map(({ name, value }) => `${name}: ${value}`);
  return lines.length === 0 ? [] : [`${[exhibitLabel(exhibit), ...lines].join("\n")}\n`];
}

function eventText({ say }: PaperWords, row: TimelineRow, place: number): string {
  const { what, did, effect, witnesses, exhibits } = row;
  const lines = [`${place + 1}. ${whenText(say, row)}`, what ?? ""];
  if (did !== null) lines.push(`${say("binder_did")}: ${did}`);
  if (effect !== null) lines.push(`${say("binder_effect")}: ${effect}`);
  if (witnesses.length > 0) lines.push(`${say("binder_witnesses")}: ${witnesses.join(", ")}`);
  if (exhibits.length > 0) lines.push(`${say("binder_exhibits")}: ${exhibits.map(exhibitLabel).join(", ")}`);
  return `${lines.join("\n")}\n`;
}

function whenText(say: PaperWords["say"], { utc, untilUtc, zone, words, certainty }: TimelineRow): string {
  if (utc === null) return `${say("binder_timeUnknown")}${words === null ? "" : `: ${words}`}`;
  const at = (moment: string) => (zone === null ? null : zonedText(moment, zone)) ?? utcText(moment);
  if (untilUtc !== null) return `${at(utc)} – ${at(untilUtc)}`;
  return certainty === "about" ? `${say("binder_about", [at(utc)])}${words === null ? "" : ` (${words})`}` : at(utc);
}
