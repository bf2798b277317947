/** The sentences of the letters in every language there is one in: `letters/`, one file a language. */
import ar from "./letters/ar.json";
import de from "./letters/de.json";
import en from "./letters/en.json";
import es from "./letters/es.json";
import fr from "./letters/fr.json";
import ja from "./letters/ja.json";
import ko from "./letters/ko.json";
import pt from "./letters/pt.json";
import zhHans from "./letters/zh-Hans.json";
import zhHant from "./letters/zh-Hant.json";
import type { Letters, Notice } from "./notice-schema";
import { nearestLanguage, WORDED_LANGUAGES } from "./words-language";

/** BCP 47. */
export const LETTER_LANGUAGES = ["en", ...WORDED_LANGUAGES] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

/** tests/unit/report/letters.test.ts holds each file to its schema, and all of them to one another. */
export const LETTERS: Readonly<Record<LetterLanguage, Letters>> = {
  ar,
  de,
  en,
  es,
  fr,
  ja,
  ko,
  pt,
  "zh-Hans": zhHans,
  "zh-Hant": zhHant,
};

/** The language to begin a letter in: the reader's own where it is read there, else English. @param language BCP 47 */
export function usualLanguage({ reads }: Notice, language: string): LetterLanguage {
  const readThere = LETTER_LANGUAGES.filter((one) => reads.includes(one));
  return nearestLanguage(language, readThere) ?? "en";
}
