/**
 * The lists of organisations and notices have words in two languages.
 *
 * @param language BCP 47 tag of the language the reader sees.
 * @returns the one of the two that is nearer to it: who reads Simplified Chinese can read Traditional.
 */
export function wordsLanguage(language: string): "en" | "zh-Hant" {
  return language.startsWith("zh") ? "zh-Hant" : "en";
}
