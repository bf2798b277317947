import type { Papers } from "@/src/export/paper-words";
import { type Language, speechIn } from "@/src/i18n/languages";
import { paperWords } from "@/src/ui/library/paper-words";

/** The words of what is written for a receiver. @throws {TypeError} when the package of this program is not whole */
export async function papersIn(language: Language): Promise<Papers> {
  const english = paperWords(await speechIn("en"));
  return { words: language === "en" ? english : paperWords(await speechIn(language)), english };
}
