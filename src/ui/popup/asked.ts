/** What a form asks for, in words, from the directory's names for it. */
import { type PlainKey, t } from "@/src/i18n/t";

const KINDS: readonly (readonly [RegExp, PlainKey])[] = [
  [/url|link/, "asks_address"],
  [/^email/, "asks_email"],
  [/^(contact|address|country)$/, "asks_contact"],
  [/name-of|^name$/, "asks_name"],
  [/relation|is-reporter/, "asks_relation"],
  [/statement|signature|consent/, "asks_statement"],
  [/handle|username|account/, "asks_handle"],
  [/time/, "asks_time"],
  [/id-document/, "asks_id"],
  [/description|reason|explanation|comments/, "asks_words"],
];

/** Each kind once, in the order in which the form asks; what has no words here is left out. */
export function asked(asks: readonly string[]): string[] {
  const found = asks.flatMap((one) => KINDS.find(([pattern]) => pattern.test(one))?.[1] ?? []);
  return [...new Set(found)].map((key) => t(key));
}
