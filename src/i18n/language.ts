/** Which language the words on the screen are in, and what follows from it. */
import { browser } from "@/src/platform/browser";
import { asWritten } from "./script";
import { t } from "./t";

/**
 * The BCP 47 tag to format dates and numbers by: the browser's own where it is a form of the language shown
 * ("en-GB" for English), else the language shown.
 */
export function formatLocale(): string {
  const shown = t("languageTag");
  const asked = browser.i18n.getUILanguage();
  return asWritten(asked) === asWritten(shown) ? asked : shown;
}

/** Tells the document which language its words are in: the one shown, which need not be the one asked for. */
export function declareLanguage(root: HTMLElement): void {
  root.lang = t("languageTag");
  root.dir = t("languageDirection");
}
