/** `account.txt`: what happened, in the person's own words, earliest first, and what they say of each item. */
import type { Account, ExhibitWords } from "@/src/model/account";
import { exhibitLabel } from "@/src/model/exhibit";
import { withoutControls } from "./controls";
import { utcText, zonedText } from "./moments";
import { ownWords } from "./own-words";
import type { TimelineRow } from "./timeline";

const HEAD = `WHAT HAPPENED

Written by the person who handed over this folder, in their own words.
`;

const ITEMS_HEAD = `ABOUT THE ITEMS
`;

/** @returns `null` where the person wrote nothing. */
export function accountTxt(rows: readonly TimelineRow[], about: Account["about"]): string | null {
  const events = rows.filter(({ kind }) => kind === "event").map(eventText);
  const items = [...about].sort(([one], [other]) => one - other).flatMap(([number, words]) => itemText(number, words));
  if (events.length + items.length === 0) return null;
  const parts = [HEAD, ...events, ...(items.length === 0 ? [] : [ITEMS_HEAD, ...items])];
  return withoutControls(parts.join("\n"));
}

function itemText(exhibit: number, words: ExhibitWords): string[] {
  const lines = ownWords(words).map(({ name, value }) => `${name}: ${value}`);
  return lines.length === 0 ? [] : [`${[exhibitLabel(exhibit), ...lines].join("\n")}\n`];
}

function eventText(row: TimelineRow, place: number): string {
  const { what, did, effect, witnesses, exhibits } = row;
  const lines = [`${place + 1}. ${whenText(row)}`, what ?? ""];
  if (did !== null) lines.push(`What I did: ${did}`);
  if (effect !== null) lines.push(`What it did: ${effect}`);
  if (witnesses.length > 0) lines.push(`Witnesses: ${witnesses.join(", ")}`);
  if (exhibits.length > 0) lines.push(`Exhibits: ${exhibits.map(exhibitLabel).join(", ")}`);
  return `${lines.join("\n")}\n`;
}

function whenText({ utc, untilUtc, zone, words, certainty }: TimelineRow): string {
  if (utc === null) return `Time not known${words === null ? "" : `: ${words}`}`;
  const at = (moment: string) => (zone === null ? null : zonedText(moment, zone)) ?? utcText(moment);
  if (untilUtc !== null) return `Between ${at(utc)} and ${at(untilUtc)}`;
  return certainty === "about" ? `About ${at(utc)}${words === null ? "" : ` (${words})`}` : at(utc);
}
