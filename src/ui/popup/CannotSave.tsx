import { t } from "@/src/i18n/t";
import { NextSteps } from "./NextSteps";
import type { PopupCalls } from "./Popup";
import type { PopupState } from "./state";

type CannotSaveState = Extract<PopupState, { step: "cannotSave" }>;

/** Why not here, and what to do instead. */
export function CannotSave({ state, calls }: { state: CannotSaveState; calls: PopupCalls }) {
  return (
    <>
      <p>{t(`failure_${state.failure}`)}</p>
      <p>{t(`failureNext_${state.failure}`)}</p>
      <NextSteps report={state.report} calls={calls} />
    </>
  );
}
