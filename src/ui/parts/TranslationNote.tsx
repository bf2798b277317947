import { t } from "@/src/i18n/t";

/** Says so where nobody who grew up with the language shown has read its words yet. */
export function TranslationNote() {
  return t("languageReviewed") === "no" ? <p class="note">{t("translationNotReviewed")}</p> : null;
}
