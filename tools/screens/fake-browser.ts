/**
 * Stands in for `src/platform/browser.ts` where there is no extension: translated text out of the message files, put
 * together as the browser does it, and nothing else.
 */
import en from "@/public/_locales/en/messages.json";
import zhTw from "@/public/_locales/zh_TW/messages.json";
import { filled, type Message } from "@/src/i18n/filled";

export const LANGUAGES = { en, "zh-Hant": zhTw } as const;
export type Language = keyof typeof LANGUAGES;

let language: Language = "en";

export function speak(next: Language): void {
  language = next;
}

export const browser = {
  i18n: {
    getUILanguage: () => (language === "en" ? "en-GB" : "zh-HK"),
    getMessage: (key: string, substitutions: string[] = []) => {
      const message = (LANGUAGES[language] as Record<string, Message>)[key];
      return message === undefined ? "" : filled(message, substitutions);
    },
  },
};
