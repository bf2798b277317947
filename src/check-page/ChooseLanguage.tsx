import { t } from "@/src/i18n/t";

interface ChooseLanguageProps {
  /** BCP 47. */
  languages: readonly string[];
  shown: string;
  onChoose: (language: string) => void;
}

/** Whoever opens the page may read another language than their browser speaks. */
export function ChooseLanguage({ languages, shown, onChoose }: ChooseLanguageProps) {
  return (
    <header class="top">
      <label class="top-language">
        <span>{t("checkPageLanguage")}</span>
        <select class="input" value={shown} onChange={(event) => onChoose(event.currentTarget.value)}>
          {languages.map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {new Intl.DisplayNames([tag], { type: "language", languageDisplay: "standard" }).of(tag)}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}
