import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { CopiesKnown } from "@/src/model/copy";
import { Notice } from "@/src/ui/parts/Notice";
import { ProgressBar } from "@/src/ui/parts/ProgressBar";
import { StopButton } from "@/src/ui/parts/StopButton";
import { type CopyFormCalls, MakeCopy, OpenCopy } from "./CopyForms";
import { packageFailureWords } from "./package-words";
import type { CopiesState, CopyDoing } from "./run-copies";
import { Title } from "./Title";

export interface CopiesCalls extends CopyFormCalls {
  onStopCopy: () => void;
}

/** Encrypted copies of everything: how many count, making one, checking one, and putting one back. */
export function Copies({ copies: { known, doing }, calls }: { copies: CopiesState; calls: CopiesCalls }) {
  const isBusy = doing.step === "making" || doing.step === "opening";
  return (
    <div class="stack">
      <Title>{t("sectionCopies")}</Title>
      <p>{t("copiesIntro")}</p>
      {known !== null && known !== "reading" && <Known known={known} />}
      <Doing doing={doing} onStop={calls.onStopCopy} />
      {!isBusy && known !== null && known !== "reading" && <MakeCopy onMake={calls.onMakeCopy} />}
      {!isBusy && known !== "reading" && (
        <OpenCopy isEmpty={known === null} onCheck={calls.onCheckCopy} onPutBack={calls.onPutBackCopy} />
      )}
    </div>
  );
}

function Known({ known: { places, newItems } }: { known: CopiesKnown }) {
  return (
    <div class="stack-tight">
      <p>{places === 0 ? t("copiesNone") : t("copiesPlaces", [formatNumber(places)])}</p>
      {places > 0 && <p>{newItems > 0 ? t("copiesNew", [formatNumber(newItems)]) : t("copiesUpToDate")}</p>}
    </div>
  );
}

function Doing({ doing, onStop }: { doing: CopyDoing; onStop: () => void }) {
  return (
    <>
      {doing.step === "making" && (
        <div class="stack-tight">
          <ProgressBar label={t("copyMaking")} done={doing.filesDone} total={doing.filesTotal} />
          <StopButton onStop={onStop} />
        </div>
      )}
      <div role="status">{said(doing)}</div>
      <div role="alert">
        {doing.step === "failed" && (
          <Notice kind="attention">
            <p>{packageFailureWords(doing.failure)}</p>
          </Notice>
        )}
      </div>
    </>
  );
}

function said(doing: CopyDoing) {
  switch (doing.step) {
    case "making":
      return <p>{t("copyMaking")}</p>;
    case "opening":
      return <p>{t("copyOpening")}</p>;
    case "made":
      return <p>{t("copyMade", [doing.fileName])}</p>;
    case "checked":
      return <p>{t("copyChecked")}</p>;
    case "putBack":
      return <p>{t("copyRestored", [formatNumber(doing.items)])}</p>;
    default:
      return null;
  }
}
