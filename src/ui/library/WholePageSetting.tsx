import { type PlainKey, t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import type { WholePageState } from "./state";

interface WholePageSettingProps {
  state: WholePageState;
  onKeep: () => void;
  onEnd: () => void;
}

const SAID: Record<WholePageState, PlainKey> = {
  on: "wholePageIsOn",
  off: "wholePageIsOff",
  asking: "wholePageAsking",
  refused: "wholePageRefused",
};

/** Offers to keep a whole-page file with each page, which needs a permission that the browser asks for. */
export function WholePageSetting({ state, onKeep, onEnd }: WholePageSettingProps) {
  return (
    <section class="card stack-tight" aria-labelledby="whole-page-title">
      <h2 id="whole-page-title">{t("wholePageTitle")}</h2>
      <p>{t("wholePageWhy")}</p>
      <p id="whole-page-asks" class="note">
        {t("wholePageAsks")}
      </p>
      {state === "on" ? (
        <Button onPress={onEnd}>{t("wholePageEnd")}</Button>
      ) : (
        <Button onPress={onKeep} isAsked={state === "asking"} describedBy="whole-page-asks">
          {t("wholePageKeep")}
        </Button>
      )}
      <p role="status">{t(SAID[state])}</p>
    </section>
  );
}
