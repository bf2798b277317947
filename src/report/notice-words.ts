/** What is worded about the notices, in every language but that of the notices themselves: `notices/`, one file a language. */
import type { NoticeWords } from "./notice-schema";
import ar from "./notices/ar.json";
import de from "./notices/de.json";
import es from "./notices/es.json";
import fr from "./notices/fr.json";
import ja from "./notices/ja.json";
import ko from "./notices/ko.json";
import pt from "./notices/pt.json";
import zhHans from "./notices/zh-Hans.json";
import zhHant from "./notices/zh-Hant.json";
import type { WordedLanguage } from "./words-language";

/** By the id of the notice. tests/unit/report/notices.test.ts holds each file to its schema, and all of them to the notices. */
export const NOTICE_WORDS: Readonly<Record<WordedLanguage, Readonly<Record<string, NoticeWords>>>> = {
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
