/**
 * Stands in for `src/platform/browser.ts` where there is no extension: translated text out of the message files, put
 * together as the browser does it, and nothing else.
 */
import ar from "@/public/_locales/ar/messages.json";
import en from "@/public/_locales/en/messages.json";
import zhTw from "@/public/_locales/zh_TW/messages.json";
import { filled, type Message } from "@/src/i18n/filled";

/** English for the longest of languages: every message half as long again, in letters with marks. To look for what overflows. */
const pseudo = Object.fromEntries(
  Object.entries(en as Record<string, Message>).map(([key, message]) => [
    key,
    key === "languageTag"
      ? { message: "en-XA" }
      : key.startsWith("language")
        ? message
        : { ...message, message: stretched(message.message) },
  ]),
);

export const LANGUAGES = { en, "en-XA": pseudo, "zh-Hant": zhTw, ar } as const;
export type Language = keyof typeof LANGUAGES;

/** What the browser's own words are in. */
const ASKED: Readonly<Record<Language, string>> = { en: "en-GB", "en-XA": "en-GB", "zh-Hant": "zh-HK", ar: "ar-EG" };

let language: Language = "en";

export function speak(next: Language): void {
  language = next;
}

export const browser = {
  i18n: {
    getUILanguage: () => ASKED[language],
    getMessage: (key: string, substitutions: string[] = []) => {
      const message = (LANGUAGES[language] as Record<string, Message>)[key];
      return message === undefined ? "" : filled(message, substitutions);
    },
  },
};

/** Placeholders stay as they are. */
function stretched(message: string): string {
  const marked = message.replace(/\$\w+\$|[aeiouAEIOU]/g, (found) => (found.length > 1 ? found : `${found}\u0301`));
  return `[${marked}${" lo\u0301ng".repeat(Math.ceil(message.length / 10))}]`;
}
