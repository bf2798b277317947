/**
 * Stands in for `src/platform/browser.ts` where there is no extension: translated text out of the message files, put
 * together as the browser does it, and nothing else.
 */
import en from "@/public/_locales/en/messages.json";
import zhTw from "@/public/_locales/zh_TW/messages.json";

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

export const LANGUAGES = { en, "zh-Hant": zhTw } as const;
export type Language = keyof typeof LANGUAGES;

let language: Language = "en";

export function speak(next: Language): void {
  language = next;
}

export const browser = {
  i18n: {
    getUILanguage: () => (language === "en" ? "en-GB" : "zh-HK"),
    getMessage: (key: string, substitutions: string[] = []) => filled(LANGUAGES[language], key, substitutions),
  },
};

function filled(messages: Record<string, Message>, key: string, substitutions: string[]): string {
  const entry = messages[key];
  if (entry === undefined) return "";
  return entry.message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const content = entry.placeholders?.[name.toLowerCase()]?.content ?? "";
    return content.replace(/\$(\d)/g, (_, place: string) => substitutions[Number(place) - 1] ?? "");
  });
}
