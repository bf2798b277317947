import { t } from "@/src/i18n/t";
import { MissingNotice } from "@/src/ui/parts/MissingNotice";
import { NextSteps, ReportNow } from "./NextSteps";
import type { PopupCalls } from "./Popup";
import type { PopupState } from "./state";

type SavedState = Extract<PopupState, { step: "saved" }>;

/** It is kept. What it lacks is named. */
export function Saved({ state, calls }: { state: SavedState; calls: PopupCalls }) {
  return (
    <>
      <p>{t("savedNote")}</p>
      <MissingNotice missing={state.missing} />
      {state.report && <ReportNow report={state.report} onReport={calls.onReport} />}
      <NextSteps report={null} onReport={calls.onReport} onOpenNotes={calls.onOpenNotes} onKeepAnother={calls.onLook} />
    </>
  );
}
