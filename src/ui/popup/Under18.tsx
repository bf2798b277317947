import { t } from "@/src/i18n/t";
import type { ExhibitId } from "@/src/model/exhibit";
import { Under18Places } from "@/src/ui/help/Under18Places";
import { Button } from "@/src/ui/parts/Button";
import { CopyLine } from "@/src/ui/parts/CopyLine";
import { Notice } from "@/src/ui/parts/Notice";
import { RowButton } from "@/src/ui/parts/RowButton";
import { Outcome } from "./Outcome";
import type { PopupCalls } from "./Popup";
import type { Keeping, PopupState } from "./state";

type Under18State = Extract<PopupState, { step: "under18" }>;

/** No picture is kept here: the address, account and time, and who takes such a report. */
export function Under18({ state, calls }: { state: Under18State; calls: PopupCalls }) {
  const { offer, shown, kept, keeping } = state;
  return (
    <>
      <p>{t("under18Why")}</p>
      <CopyLine text={shown.address} onCopy={calls.onCopy} />
      <AddressOnly keeping={keeping} kept={kept} calls={calls} />
      <Under18Places />
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

interface AddressOnlyProps {
  keeping: Keeping;
  /** The copy of the page that was kept just now; `null` for none. */
  kept: ExhibitId | null;
  calls: Pick<PopupCalls, "onKeepAddress" | "onOpenItem">;
}

/** Keeps the address and nothing else; and leads to the copy that was kept before, to delete it. */
export function AddressOnly({ keeping, kept, calls }: AddressOnlyProps) {
  if (kept !== null) return <KeptBefore onOpen={() => calls.onOpenItem(kept)} />;
  return (
    <div class="stack-tight">
      {keeping !== "kept" && (
        <Button kind="main" isAsked={keeping === "going on"} onPress={calls.onKeepAddress}>
          {t("under18Keep")}
        </Button>
      )}
      <Outcome keeping={keeping} kept={t("under18Kept")} notKept={t("under18NotKept")} />
    </div>
  );
}

function KeptBefore({ onOpen }: { onOpen: () => void }) {
  return (
    <Notice kind="attention">
      <p>{t("under18KeptBefore")}</p>
      <Button onPress={onOpen}>{t("under18OpenItem")}</Button>
    </Notice>
  );
}
