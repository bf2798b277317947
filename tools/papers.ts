/** The words of papers in any language, as the release has them. */
import { readFileSync } from "node:fs";
import type { Papers, PaperWords } from "@/src/export/paper-words";
import { speechFrom } from "@/src/i18n/speech";
import { paperWords } from "@/src/ui/library/paper-words";
import { ROOT } from "./root";

/** @param folder Of `public/_locales`. */
export function wordsOf(folder: string): PaperWords {
  return paperWords(speechFrom(JSON.parse(readFileSync(`${ROOT}/public/_locales/${folder}/messages.json`, "utf8"))));
}

export const ENGLISH = wordsOf("en");
export const CHINESE = wordsOf("zh_TW");
export const IN_ENGLISH: Papers = { words: ENGLISH, english: ENGLISH };
