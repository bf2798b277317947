import { t } from "@/src/i18n/t";
import { type ExhibitId, exhibitLabel } from "@/src/model/exhibit";
import type { ReportKind } from "@/src/model/note";
import type { Wish } from "@/src/model/scope";
import { Headline } from "@/src/ui/parts/Headline";
import { Icon } from "@/src/ui/parts/Icon";
import { Notice } from "@/src/ui/parts/Notice";
import { TopBar } from "@/src/ui/parts/TopBar";
import { BesidePage } from "./BesidePage";
import { CannotSave } from "./CannotSave";
import { Failed } from "./Failed";
import { Ready } from "./Ready";
import { Reporting } from "./Reporting";
import { type Beside, NOTHING_BESIDE } from "./run-beside";
import { Saved } from "./Saved";
import { Paused, Saving, Sealing } from "./Saving";
import type { Chosen, PopupState } from "./state";
import { Under18 } from "./Under18";

/** What the faces can ask for. */
export interface PopupCalls {
  onLook: () => void;
  onChoose: (chosen: Chosen) => void;
  onSave: (wish: Wish) => void;
  onStop: () => void;
  onReport: (url: string) => void;
  /** Opens the face about reporting, or goes back from it; tells what a report is about. */
  onReporting: () => void;
  onKind: (kind: ReportKind) => void;
  onUnder18: () => void;
  onKeepAddress: () => void;
  /** Opens the guide for who came across it. */
  onBystander: () => void;
  onBack: () => void;
  onCopy: (text: string) => Promise<void>;
  onOpenNotes: () => void;
  onOpenItem: (id: ExhibitId) => void;
  onGetHelp: () => void;
  /** A report form that was opened from here was sent. */
  onSent: () => void;
  onKeepLook: (found: "up" | "gone") => void;
  onSetPassphrase: () => void;
  onPutOfferAway: () => void;
  /** Opens the page that is read before anything is kept. */
  onReadFirst: () => void;
  /** Keeps the address of the page in front, and nothing else of it. */
  onKeepAddressOnly: () => void;
  onLeave: () => void;
}

interface PopupProps {
  state: PopupState;
  /** Reports of the page in front. */
  beside?: Beside;
  calls: PopupCalls;
}

/** The popup: one page, one main action. */
export function Popup({ state, beside = NOTHING_BESIDE, calls }: PopupProps) {
  return (
    <div class="popup">
      <TopBar nameLevel="h1" onLeave={calls.onLeave} />
      <main class="popup-main">
        <Headline face={state.step} level={2} takesFocus={state.step !== "ready"}>
          {state.step === "saved" && <Icon name="check" />}
          {headline(state)}
        </Headline>
        <div role="status">{"wasCutOff" in state && state.wasCutOff && <CutOff />}</div>
        <BesidePage beside={beside} step={state.step} canKeep={canKeep(state)} calls={calls} />
        <Face state={state} calls={calls} />
      </main>
    </div>
  );
}

const canKeep = (state: PopupState): boolean => state.step === "ready" && state.isUnder18 !== true;

/** What became of another page, which nobody was told of. */
function CutOff() {
  return (
    <Notice kind="attention">
      <p>{t("cutOff")}</p>
      <p>{t("cutOffNext")}</p>
    </Notice>
  );
}

function Face({ state, calls }: { state: PopupState; calls: PopupCalls }) {
  switch (state.step) {
    case "looking":
      return <p class="secondary">{t("popupLookingNote")}</p>;
    case "ready":
      return <Ready state={state} calls={calls} />;
    case "cannotSave":
      return <CannotSave state={state} calls={calls} />;
    case "saving":
      return <Saving state={state} onStop={calls.onStop} />;
    case "paused":
      return <Paused state={state} onStop={calls.onStop} />;
    case "sealing":
      return <Sealing />;
    case "saved":
      return <Saved state={state} calls={calls} />;
    case "failed":
      return <Failed state={state} calls={calls} />;
    case "reporting":
      return <Reporting state={state} calls={calls} />;
    case "under18":
      return <Under18 state={state} calls={calls} />;
  }
}

function headline(state: PopupState): string {
  switch (state.step) {
    case "looking":
      return t("popupLooking");
    case "ready":
      return t("popupReady");
    case "cannotSave":
      return t("popupCannotSave");
    case "saving":
      return t("popupSaving");
    case "paused":
      return t("popupPaused");
    case "sealing":
      return t("popupSealing");
    case "saved":
      return state.exhibit === null ? t("savedUnnumbered") : t("savedAs", [exhibitLabel(state.exhibit)]);
    case "failed":
      return state.failure === "stopped" ? t("popupStopped") : t("popupNotSaved");
    case "reporting":
      return t("reportDetails");
    case "under18":
      return t("under18");
  }
}
