/** What the person says of an exhibit, named in English, for the parts of a bundle that are read as they are. */
import type { ExhibitWords } from "@/src/model/account";
import { exhibitLabel } from "@/src/model/exhibit";
import type { LinkRel } from "@/src/model/links";

/** Between this exhibit and the number that follows. */
const RELATIONS: Readonly<Record<LinkRel, string>> = {
  "same-item": "the same item again as",
  "profile-of": "the profile of who posted",
  "repost-of": "a repost of",
  "part-of": "a part of",
  "look-of": "a later look at",
};

/** Only what there is, in the order it is asked for. */
export function ownWords(words: ExhibitWords | undefined): { name: string; value: string }[] {
  if (words === undefined) return [];
  const rows = [
    { name: "Description", value: words.description },
    { name: "Why it matters", value: words.significance },
    { name: "How it affected the person", value: words.effect },
    { name: "People", value: words.people.join("; ") },
    { name: "Place", value: words.place },
    { name: "Tags", value: words.tags.join("; ") },
    { name: "Linked items", value: linksText(words) },
  ];
  return rows.filter(({ value }) => value !== "");
}

/** `a part of EX-002; a repost of EX-005` */
export function linksText({ links }: Pick<ExhibitWords, "links">): string {
  return links.map(({ rel, exhibit }) => `${RELATIONS[rel]} ${exhibitLabel(exhibit)}`).join("; ");
}
