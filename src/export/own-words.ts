/** What the person says of an exhibit, named in the language of the papers. */
import type { ExhibitWords } from "@/src/model/account";
import { exhibitLabel } from "@/src/model/exhibit";
import type { PaperKey, PaperWords } from "./paper-words";

/** Only what there is, in the order it is asked for. */
export function ownWords(words: PaperWords, own: ExhibitWords | undefined): { name: string; value: string }[] {
  if (own === undefined) return [];
  const rows: [PaperKey, string][] = [
    ["paper_description", own.description],
    ["binder_why", own.significance],
    ["binder_effect", own.effect],
    ["binder_people", own.people.join("; ")],
    ["binder_place", own.place],
    ["binder_tags", own.tags.join("; ")],
    ["binder_links", linksText(words, own)],
  ];
  return rows.filter(([, value]) => value !== "").map(([key, value]) => ({ name: words.say(key), value }));
}

/** `a part of: EX-002; a repost of: EX-005` */
export function linksText({ link }: PaperWords, { links }: Pick<ExhibitWords, "links">): string {
  return links.map(({ rel, exhibit }) => `${link(rel)} ${exhibitLabel(exhibit)}`).join("; ");
}
