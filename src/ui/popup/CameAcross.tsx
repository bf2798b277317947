import type { ComponentChildren, Ref } from "preact";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { BystanderLine } from "./BystanderLine";
import { ReportNow } from "./NextSteps";
import { Outcome } from "./Outcome";
import type { PopupCalls } from "./Popup";
import type { PopupState } from "./state";

type ReadyState = Extract<PopupState, { step: "ready" }>;

interface CameAcrossProps {
  state: ReadyState;
  calls: PopupCalls;
  /** Of the main action. */
  mainRef: Ref<HTMLButtonElement>;
  /** The ways to save the page. */
  children: ComponentChildren;
}

/** For who came across it: reporting first, and the address, if anything is to be kept. */
export function CameAcross({ state: { report, addressOnly }, calls, mainRef, children }: CameAcrossProps) {
  return (
    <>
      <BystanderLine onMore={calls.onBystander} />
      {report && <ReportNow report={report} onReport={calls.onReport} buttonRef={mainRef} />}
      <div>
        {addressOnly !== "kept" && (
          <Button isAsked={addressOnly === "going on"} onPress={calls.onKeepAddressOnly}>
            {t("under18Keep")}
          </Button>
        )}
        <Outcome keeping={addressOnly} kept={t("under18Kept")} notKept={t("addressOnlyNotKept")} />
        <KeepAsWell>{children}</KeepAsWell>
      </div>
    </>
  );
}

/** The ways to save the page: one step back, for it need not be kept. */
function KeepAsWell({ children }: { children: ComponentChildren }) {
  return (
    <details class="fold">
      <summary>{t("bystanderSave")}</summary>
      <p class="note">{t("roleAdvice_bystander")}</p>
      {children}
    </details>
  );
}
