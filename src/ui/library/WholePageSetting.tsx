import { type PlainKey, t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import type { WholePageState } from "./state";

export interface WholePageCalls {
  onKeepWholePage: () => void;
  onEndWholePage: () => void;
}

const SAID: Record<WholePageState, PlainKey> = {
  on: "wholePageIsOn",
  off: "wholePageIsOff",
  asking: "wholePageAsking",
  refused: "wholePageRefused",
};

/** Offers to keep a whole-page file with each page, which needs a permission that the browser asks for. */
export function WholePageSetting({ state, calls }: { state: WholePageState; calls: WholePageCalls }) {
  return (
    <section class="card stack-tight" aria-labelledby="whole-page-title">
      <h2 id="whole-page-title">{t("wholePageTitle")}</h2>
      <p>{t("wholePageWhy")}</p>
      <p id="whole-page-asks" class="note">
        {t("wholePageAsks")}
      </p>
      {state === "on" ? (
        <Button onPress={calls.onEndWholePage}>{t("wholePageEnd")}</Button>
      ) : (
        <Button onPress={calls.onKeepWholePage} isAsked={state === "asking"} describedBy="whole-page-asks">
          {t("wholePageKeep")}
        </Button>
      )}
      <p role="status">{t(SAID[state])}</p>
    </section>
  );
}
