import { isLanguage, LANGUAGES, type Language } from "@/src/i18n/languages";
import { t } from "@/src/i18n/t";
import { RECEIVERS, type Receiver } from "@/src/model/hand-over";
import { LanguageOptions } from "@/src/ui/parts/LanguageOptions";

interface ForWhomProps {
  receiver: Receiver;
  onChange: (receiver: Receiver) => void;
}

/** Sets the choices that follow; each of them can be changed. */
export function ForWhom({ receiver, onChange }: ForWhomProps) {
  return (
    <fieldset class="choices" aria-describedby="for-whom-note">
      <legend>{t("handOverFor")}</legend>
      <div class="choice-grid">
        {RECEIVERS.map((each) => (
          <label key={each} class="choice">
            <input type="radio" name="receiver" checked={each === receiver} onChange={() => onChange(each)} />
            {t(`receiver_${each}`)}
          </label>
        ))}
      </div>
      <p id="for-whom-note" class="note">
        {t("handOverForNote")}
      </p>
    </fieldset>
  );
}

interface LanguageOfPapersProps {
  language: Language;
  onChange: (language: Language) => void;
}

/** The receiver may read another language than the user. */
export function LanguageOfPapers({ language, onChange }: LanguageOfPapersProps) {
  const choose = (tag: string) => isLanguage(tag) && onChange(tag);
  return (
    <div class="stack-tight">
      <label for="papers-language">{t("papersLanguage")}</label>
      <select
        id="papers-language"
        class="input"
        value={language}
        aria-describedby="papers-language-note"
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <LanguageOptions languages={LANGUAGES} />
      </select>
      <p id="papers-language-note" class="note">
        {t("papersLanguageNote")}
      </p>
    </div>
  );
}
