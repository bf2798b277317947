import { t } from "@/src/i18n/t";
import { LanguageOptions } from "@/src/ui/parts/LanguageOptions";

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
          <LanguageOptions languages={languages} />
        </select>
      </label>
    </header>
  );
}
