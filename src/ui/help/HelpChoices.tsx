import { t } from "@/src/i18n/t";
import { HELP_KINDS, type HelpWanted, LANGUAGES, PLACES } from "@/src/report/organisations";
import { ChoiceField } from "@/src/ui/parts/ChoiceField";
import { languageName, placeName, sortedBy } from "./place-words";
import type { ChooseHelp } from "./run-help";

/** Where, in which language, and what kind of help. The user says; nothing is guessed from where this computer is. */
export function HelpChoices({ wanted, onChoose }: { wanted: HelpWanted; onChoose: ChooseHelp }) {
  const { place, language, kind } = wanted;
  return (
    <div class="help-choices">
      <ChoiceField
        label={t("helpPlace")}
        chosen={place ?? ""}
        none={t("helpPlaceNone")}
        options={sortedBy(PLACES, placeName)}
        onChoose={(code) => void onChoose({ place: code || null })}
      />
      <ChoiceField
        label={t("helpLanguage")}
        chosen={language ?? ""}
        none={t("helpLanguageAny")}
        options={sortedBy(LANGUAGES, languageName)}
        onChoose={(code) => void onChoose({ language: code || null })}
      />
      <ChoiceField
        label={t("helpKind")}
        chosen={kind ?? ""}
        none={t("helpKindAny")}
        options={HELP_KINDS.map((code) => ({ code, name: t(`helpKind_${code}`) }))}
        onChoose={(code) => void onChoose({ kind: code || null })}
      />
    </div>
  );
}
