/** Every language there are words in. A test holds the list to `public/_locales`. */
import { ownFile } from "@/src/platform/own-file";
import { type Speech, speechFrom } from "./speech";
import { t } from "./t";

/** BCP 47 → folder of its messages, in the order they are offered. */
const FOLDERS = {
  en: "en",
  "zh-Hant": "zh_TW",
  "zh-Hans": "zh_CN",
  ja: "ja",
  ko: "ko",
  ar: "ar",
  de: "de",
  es: "es",
  fr: "fr",
  "pt-BR": "pt",
} as const;

export type Language = keyof typeof FOLDERS;

export const LANGUAGES = Object.keys(FOLDERS) as Language[];

export function isLanguage(tag: string): tag is Language {
  return tag in FOLDERS;
}

/** Of the words on the screen. */
export function screenLanguage(): Language {
  const shown = t("languageTag");
  return isLanguage(shown) ? shown : "en";
}

/** @throws {TypeError} when the package of this program is not whole */
export async function speechIn(language: Language): Promise<Speech> {
  return speechFrom(await (await ownFile(`_locales/${FOLDERS[language]}/messages.json`)).json());
}
