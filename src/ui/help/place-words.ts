/** Names of places and languages in the reader's language, as the browser knows them. */
import { formatLocale } from "@/src/i18n/language";

/** @param code ISO 3166-1 alpha-2, or "419" for Latin America. */
export function placeName(code: string): string {
  return new Intl.DisplayNames(formatLocale(), { type: "region" }).of(code) ?? code;
}

/** @param tag BCP 47. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames(formatLocale(), { type: "language" }).of(tag) ?? tag;
}

/** By name, as the reader's language sorts. */
export function sortedBy<Code extends string>(
  codes: readonly Code[],
  nameOf: (code: Code) => string,
): { code: Code; name: string }[] {
  const { compare } = new Intl.Collator(formatLocale());
  return codes.map((code) => ({ code, name: nameOf(code) })).sort((one, other) => compare(one.name, other.name));
}
