/** The languages that what is worded in English is worded in, too. BCP 47. */
export const WORDED_LANGUAGES = ["ar", "de", "es", "fr", "ja", "ko", "pt", "zh-Hans", "zh-Hant"] as const;
export type WordedLanguage = (typeof WORDED_LANGUAGES)[number];

/**
 * The language, of those that something is worded in, that is nearest to what a reader reads.
 *
 * @param language BCP 47 tag of the reader's language.
 * @param worded BCP 47 tags. Who reads one form of Chinese, or of Portuguese, can read the other.
 * @returns `null` where none of them is the reader's.
 */
export function nearestLanguage<Tag extends string>(language: string, worded: readonly Tag[]): Tag | null {
  const primary = (tag: string) => tag.split("-")[0];
  return worded.find((one) => one === language) ?? worded.find((one) => primary(one) === primary(language)) ?? null;
}
