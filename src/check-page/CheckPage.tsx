import { t } from "@/src/i18n/t";
import type { VerifyState } from "@/src/ui/verify/state";
import { Verify, type VerifyCalls } from "@/src/ui/verify/Verify";
import { ChooseLanguage } from "./ChooseLanguage";

interface CheckPageProps {
  state: VerifyState;
  calls: VerifyCalls;
  /** BCP 47. */
  languages: readonly string[];
  shownLanguage: string;
  onLanguage: (language: string) => void;
}

/** The page that checks packages, for those who have nothing else of ours. */
export function CheckPage({ state, calls, languages, shownLanguage, onLanguage }: CheckPageProps) {
  return (
    <Verify
      state={state}
      calls={calls}
      top={<ChooseLanguage languages={languages} shown={shownLanguage} onChoose={onLanguage} />}
      after={<p class="work-foot">{t("checkPageIntro")}</p>}
    />
  );
}
