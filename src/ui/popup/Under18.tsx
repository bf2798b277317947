import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { CopyLine } from "@/src/ui/parts/CopyLine";
import { Notice } from "@/src/ui/parts/Notice";
import { OutsideLink } from "@/src/ui/parts/OutsideLink";
import { RowButton } from "@/src/ui/parts/RowButton";
import type { PopupCalls } from "./Popup";
import type { PopupState } from "./state";

type Under18State = Extract<PopupState, { step: "under18" }>;

/** No picture is kept here: the address, account and time, and who takes such a report. */
export function Under18({ state, calls }: { state: Under18State; calls: PopupCalls }) {
  const { offer, shown } = state;
  return (
    <>
      <p>{t("under18Why")}</p>
      <CopyLine text={shown.address} onCopy={calls.onCopy} />
      <Keep state={state} onKeep={calls.onKeepAddress} />
      <ul class="under18-places">
        <li>
          <OutsideLink href="https://takeitdown.ncmec.org/">Take It Down</OutsideLink>
          <span class="note">{t("under18TakeItDown")}</span>
        </li>
        <li>
          <OutsideLink href="https://report.cybertip.org/">CyberTipline</OutsideLink>
          <span class="note">{t("under18CyberTipline")}</span>
        </li>
      </ul>
      <div class="popup-next">
        {offer !== null && (
          <RowButton label={t("reportThis")} icon="outside" onPress={() => calls.onReport(offer.url)}>
            {t(offer.isHowTo ? "reportHowTo" : "reportForm", [offer.platform])}
          </RowButton>
        )}
        <RowButton label={t("getHelp")} icon="forward" onPress={calls.onGetHelp}>
          {t("under18Help")}
        </RowButton>
      </div>
      <Button onPress={calls.onBack}>{t("goBack")}</Button>
    </>
  );
}

function Keep({ state: { keeping }, onKeep }: { state: Under18State; onKeep: () => void }) {
  const isDone = keeping === "kept";
  return (
    <div class="stack-tight">
      {!isDone && (
        <Button kind="main" isAsked={keeping === "going on"} onPress={onKeep}>
          {t("under18Keep")}
        </Button>
      )}
      <div role="status">
        {isDone && <p>{t("under18Kept")}</p>}
        {typeof keeping === "object" && (
          <Notice kind="attention">
            <p>{t("under18NotKept")}</p>
            <p>{t(`vault_${keeping.failure}`)}</p>
          </Notice>
        )}
      </div>
    </div>
  );
}
