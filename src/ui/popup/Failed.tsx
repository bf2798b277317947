import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { NextSteps } from "./NextSteps";
import type { PopupCalls } from "./Popup";
import type { PopupState } from "./state";

type FailedState = Extract<PopupState, { step: "failed" }>;

/** What happened, what is kept, and one next step. */
export function Failed({ state, calls }: { state: FailedState; calls: PopupCalls }) {
  return (
    <>
      <p>{t(`failure_${state.failure}`)}</p>
      <p>{t("notSavedKept")}</p>
      <p>{t(`failureNext_${state.failure}`)}</p>
      <div class="popup-main-action">
        <Button kind="main" onPress={calls.onLook}>
          {t("tryAgain")}
        </Button>
      </div>
      <NextSteps report={state.report} calls={calls} />
    </>
  );
}
