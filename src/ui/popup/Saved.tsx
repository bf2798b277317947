import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { MissingNotice } from "@/src/ui/parts/MissingNotice";
import { Notice } from "@/src/ui/parts/Notice";
import { NextSteps, ReportNow } from "./NextSteps";
import type { PopupCalls } from "./Popup";
import type { PopupState } from "./state";

type SavedState = Extract<PopupState, { step: "saved" }>;

/** It is kept. What it lacks is named. */
export function Saved({ state, calls }: { state: SavedState; calls: PopupCalls }) {
  return (
    <>
      <p>{t("savedNote")}</p>
      {state.wentElsewhere && (
        <Notice kind="attention">
          <p>{t("savedElsewhere")}</p>
        </Notice>
      )}
      {state.look === "kept" && <p>{t("lookKept")}</p>}
      {state.look === "notKept" && (
        <Notice kind="attention">
          <p>{t("lookNotKept")}</p>
        </Notice>
      )}
      <MissingNotice missing={state.missing} />
      {state.report && <ReportNow report={state.report} onReport={calls.onReport} />}
      {state.isForOthers && <p class="note">{t("roleAdvice_friend")}</p>}
      {state.offersPassphrase && <Offer calls={calls} />}
      <NextSteps report={null} calls={calls} onKeepAnother={calls.onLook} />
    </>
  );
}

function Offer({ calls }: { calls: PopupCalls }) {
  return (
    <Notice kind="info">
      <p>{t("offerPassphrase")}</p>
      <div class="offer-choices">
        <Button onPress={calls.onSetPassphrase}>{t("setPassphrase")}</Button>
        <Button onPress={calls.onPutOfferAway}>{t("notNow")}</Button>
      </div>
    </Notice>
  );
}
