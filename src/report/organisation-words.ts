/** What is worded about the organisations, in every language but that of the list itself: `organisations/`, one file a language. */
import type { OrganisationWordsFile } from "./organisation-schema";
import ar from "./organisations/ar.json";
import de from "./organisations/de.json";
import es from "./organisations/es.json";
import fr from "./organisations/fr.json";
import ja from "./organisations/ja.json";
import ko from "./organisations/ko.json";
import pt from "./organisations/pt.json";
import zhHans from "./organisations/zh-Hans.json";
import zhHant from "./organisations/zh-Hant.json";
import type { WordedLanguage } from "./words-language";

/** tests/unit/report/organisations.test.ts holds each file to its schema, and all of them to the list. */
export const WORDS: Readonly<Record<WordedLanguage, OrganisationWordsFile>> = {
  ar,
  de,
  es,
  fr,
  ja,
  ko,
  pt,
  "zh-Hans": zhHans,
  "zh-Hant": zhHant,
};
