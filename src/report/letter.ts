/**
 * The text of a notice: the sentences of `letters/`, filled in from kept items and from what the user says. What is
 * not known stays as words in square brackets. Nothing is sent, and nothing personal is put in that the user did not write.
 */
import { LETTERS, type LetterLanguage } from "./letters";
import type { Letters, Notice, NoticeElement } from "./notice-schema";

/** One kept item, as far as a letter goes. */
export interface LetterItem {
  url: string;
  handle: string | null;
  /** When it was posted, as the page words it. */
  postedAt: string | null;
  /** When it was kept, ISO 8601 in UTC. */
  keptUtc: string;
}

/** "self": the person shown, or the owner of the copyright. "acting": someone with authority. */
export type Relation = "self" | "acting";

export interface LetterFields {
  relation: Relation | null;
  contact: string;
  signature: string;
  country: string;
  description: string;
  /** Anything the user wants to add; left out where empty. */
  more: string;
}

/** What the notice wants to know of the one who writes, besides a signature. */
export type ContactAsked = "email" | "nameAndEmail" | "all";

export function contactAsked(notice: Notice): ContactAsked {
  if (notice.takes.includes("address")) return "all";
  return notice.takes.includes("name") && !fieldsOf(notice).has("signature") ? "nameAndEmail" : "email";
}

/** What a letter can ask the user for. */
export type LetterField = keyof LetterFields | "owner";

export interface Letter {
  subject: string;
  /** With the subject as its first line. */
  text: string;
  parts: { key: string; text: string; hasBlank: boolean }[];
}

/** Which fields the letter of this notice has a place for. */
export function fieldsOf({ id }: Notice): ReadonlySet<LetterField> {
  const texts = Object.values(LETTERS.en.letters[id]?.parts ?? {}).join(" ");
  const names = [...texts.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  return new Set(names.filter((name) => name !== "items") as LetterField[]);
}

/** @returns `null` for a notice that is no letter (the caution about people under 18). */
export function composeLetter(
  notice: Notice,
  items: readonly LetterItem[],
  fields: LetterFields,
  language: LetterLanguage,
): Letter | null {
  const { letters, words } = LETTERS[language];
  const form = letters[notice.id];
  if (form === undefined) return null;
  const values = valuesFor(items, fields, words, contactAsked(notice));
  const parts = Object.entries(form.parts).map(([key, text]) => {
    const filled = fill(text, values);
    return { key, text: filled, hasBlank: Object.values(words.blanks).some((blank) => filled.includes(blank)) };
  });
  const text = [form.subject, form.opening, ...parts.map((part) => part.text), form.closing].join("\n\n");
  return { subject: form.subject, text, parts };
}

/** "there": its sentence stands as it was made. "changed": the user rewrote it, so only the user can tell. */
export type ElementState = "there" | "blank" | "changed" | "outside";

/** How each element of the notice stands in the text as it is now. */
export function elementStates({ elements }: Notice, letter: Letter, text: string): Map<NoticeElement, ElementState> {
  return new Map(
    elements.map((element) => {
      const part = letter.parts.find(({ key }) => key === element.key);
      if (part === undefined) return [element, "outside"];
      if (!text.includes(part.text)) return [element, "changed"];
      return [element, part.hasBlank ? "blank" : "there"];
    }),
  );
}

type LetterWords = Letters["words"];

function valuesFor(
  items: readonly LetterItem[],
  fields: LetterFields,
  words: LetterWords,
  contact: ContactAsked,
): Record<string, string> {
  const { relation } = fields;
  const orBlank = (name: "signature" | "country" | "description") => fields[name].trim() || words.blanks[name];
  return {
    items:
      items.length === 0 ? words.blanks.items : items.map((item, place) => itemLines(item, place, words)).join("\n"),
    relation: relation === null ? words.blanks.relation : words.relation[relation],
    owner: relation === null ? words.blanks.relation : words.owner[relation],
    contact: fields.contact.trim() || words.blanks[contact],
    signature: orBlank("signature"),
    country: orBlank("country"),
    description: orBlank("description"),
    more: fields.more.trim(),
  };
}

function itemLines({ url, handle, postedAt, keptUtc }: LetterItem, place: number, words: LetterWords): string {
  return [
    `${place + 1}. ${oneLine(url)}`,
    ...(handle === null ? [] : [`   ${words.account}${oneLine(handle)}`]),
    ...(postedAt === null ? [] : [`   ${words.posted}${oneLine(postedAt)}`]),
    `   ${words.kept}${keptUtc.slice(0, 10)} ${keptUtc.slice(11, 16)} UTC`,
  ].join("\n");
}

/** What a page says cannot begin a line of its own, nor turn the line around. */
function oneLine(said: string): string {
  return said.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

/** What is empty leaves no gap. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/( ?)\{(\w+)\}/g, (_, gap: string, name: string) => (values[name] ? gap + values[name] : ""));
}
