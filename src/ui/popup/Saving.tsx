import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { ProgressBar } from "@/src/ui/parts/ProgressBar";
import { StopButton } from "@/src/ui/parts/StopButton";
import type { PopupState } from "./state";

type Counted = Extract<PopupState, { step: "saving" | "paused" }>;
type PausedState = Extract<PopupState, { step: "paused" }>;

/** The page is being taken, part by part. */
export function Saving({ state, onStop }: { state: Counted; onStop: () => void }) {
  return (
    <>
      <Parts state={state} />
      <p class="note">{t("savingKeepInFront")}</p>
      <div class="popup-stop">
        <StopButton onStop={onStop} words={stopWords(state)} />
      </div>
    </>
  );
}

/** The page is not as it was, so nothing is taken. */
export function Paused({ state, onStop }: { state: PausedState; onStop: () => void }) {
  return (
    <>
      <Parts state={state} />
      <p>{t(state.why === "resized" ? "pausedResized" : "pausedComeBack")}</p>
      <div class="popup-stop">
        <StopButton onStop={onStop} words={stopWords(state)} />
      </div>
    </>
  );
}

/** All parts are there; they are being encrypted, stored and read back. It is too late to stop, and short. */
export function Sealing() {
  return (
    <>
      <ProgressBar label={t("popupSealing")} done={0} total={0} />
      <p class="note">{t("sealingNote")}</p>
    </>
  );
}

/** What stopping does: before the first part there is nothing to keep. */
const stopWords = ({ tilesDone }: Counted) => (tilesDone === 0 ? t("stop") : t("stopAndKeep"));

function Parts({ state: { tilesDone, tilesTotal, again } }: { state: Counted }) {
  const words =
    tilesTotal === 0 ? t("savingMeasuring") : t("savingParts", [formatNumber(tilesDone), formatNumber(tilesTotal)]);
  return (
    <div class="stack-tight">
      <ProgressBar label={t("popupSaving")} done={tilesDone} total={tilesTotal} />
      <p>{words}</p>
      {again && <p>{t(`again_${again}`)}</p>}
    </div>
  );
}
