/**
 * Takes the place of `src/platform/browser` in the page that checks packages on its own: translated text, and nothing
 * else. The words lie in the page as data; `tools/check-page.ts` puts them there.
 */
import { filled, type Message } from "@/src/i18n/filled";
import { asWritten } from "@/src/i18n/script";

/** Language → key → message. */
type Words = Readonly<Record<string, Readonly<Record<string, Message>>>>;

const words = JSON.parse(document.getElementById("words")!.textContent) as Words;
export const LANGUAGES = Object.keys(words);

/** The reader's first language that is here in the script they read; else the first that is here. */
let language =
  navigator.languages.map(asWritten).flatMap((asked) => LANGUAGES.find((tag) => asWritten(tag) === asked) ?? [])[0] ??
  LANGUAGES[0]!;

export const shownLanguage = (): string => language;

export function showLanguage(tag: string): void {
  language = tag;
}

export const browser = {
  i18n: {
    getUILanguage: () => navigator.languages.find((tag) => asWritten(tag) === asWritten(language)) ?? language,
    getMessage: (key: string, substitutions: string[] = []) => filled(words[language]![key]!, substitutions),
  },
};
