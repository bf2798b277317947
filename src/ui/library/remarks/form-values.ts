/** What stands in the form of the user's notes on an item, and the remarks it makes. */
import type { ExhibitId } from "@/src/model/exhibit";
import { MAX_LINE, MAX_LISTED } from "@/src/model/note-limits";
import { type ExhibitLink, NO_REMARKS, type Remarks } from "@/src/model/remarks";

/** A link as it is being chosen; `item` is empty until then. */
export interface LinkForm {
  rel: ExhibitLink["rel"];
  item: ExhibitId | "";
}

export interface RemarksForm {
  description: string;
  significance: string;
  effect: string;
  /** One on each line. */
  people: string;
  place: string;
  /** Between commas, or one on each line. */
  tags: string;
  links: readonly LinkForm[];
}

/** What keeps them from being kept. */
export type RemarksProblem = "lineTooLong" | "tooMany";

export function formOf(remarks: Remarks = NO_REMARKS): RemarksForm {
  const { description, significance, effect, people, place, tags, links } = remarks;
  return { description, significance, effect, people: people.join("\n"), place, tags: tags.join(", "), links };
}

export function remarksOf(form: RemarksForm): { remarks: Remarks } | { problem: RemarksProblem } {
  const people = listed(form.people, /\n/);
  const tags = listed(form.tags, BETWEEN_TAGS);
  const links = chosen(form.links);
  if ([people, tags, links].some(({ length }) => length > MAX_LISTED)) return { problem: "tooMany" };
  if ([...people, ...tags].some(({ length }) => length > MAX_LINE)) return { problem: "lineTooLong" };
  const { description, significance, effect, place } = form;
  return { remarks: { description, significance, effect, people, place, tags, links } };
}

/** Also the commas of Chinese and Arabic writing. */
const BETWEEN_TAGS = /[,，、،\n]/;

/** Each once, in the order in which they stand. */
function listed(text: string, between: RegExp): string[] {
  const parts = text.split(between).map((part) => part.trim());
  return [...new Set(parts.filter(Boolean))];
}

/** A row in which no item was chosen says nothing. */
function chosen(links: readonly LinkForm[]): ExhibitLink[] {
  const keyed = links.flatMap(({ rel, item }) => (item === "" ? [] : [[`${rel} ${item}`, { rel, item }] as const]));
  return [...new Map(keyed).values()];
}
