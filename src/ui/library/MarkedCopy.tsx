import { formatShare } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { Notice } from "@/src/ui/parts/Notice";
import { ProgressBar } from "@/src/ui/parts/ProgressBar";
import { StopButton } from "@/src/ui/parts/StopButton";
import type { MarkedFailure, MarkedState } from "./state";

interface MarkedCopyProps {
  marked: MarkedState;
  onSave: () => void;
  onStop: () => void;
}

/** Makes a copy of the picture with its facts written above it. */
export function MarkedCopy({ marked, onSave, onStop }: MarkedCopyProps) {
  return (
    <section class="card stack-tight" aria-labelledby="marked-title">
      <h2 id="marked-title">{t("markedTitle")}</h2>
      <p>{t("markedIntro")}</p>
      <p class="note">{t("markedWarning")}</p>
      {marked.step === "making" ? (
        <Making done={marked.rowsDone} total={marked.rowsTotal} onStop={onStop} />
      ) : (
        <Button onPress={onSave}>{t("saveMarked")}</Button>
      )}
      <div role="status">
        {marked.step === "made" && (
          <p>
            {t("markedMade")} <bdi dir="ltr">{marked.fileName}</bdi>
          </p>
        )}
        {marked.step === "notMade" && <NotMade failure={marked.failure} />}
      </div>
    </section>
  );
}

function Making({ done, total, onStop }: { done: number; total: number; onStop: () => void }) {
  return (
    <>
      <ProgressBar label={t("markedMaking")} done={done} total={total} />
      <p>{total === 0 ? t("markedMaking") : t("markedShare", [formatShare(done / total)])}</p>
      <StopButton onStop={onStop} />
    </>
  );
}

function NotMade({ failure }: { failure: MarkedFailure }) {
  if (failure === "cancelled") return <p>{t("marked_cancelled")}</p>;
  return (
    <Notice kind="attention">
      <p>{words(failure)}</p>
    </Notice>
  );
}

function words(failure: Exclude<MarkedFailure, "cancelled">): string {
  switch (failure) {
    case "unknownForm":
    case "damaged":
    case "fileChanged":
      return t(`marked_${failure}`);
    default:
      return t(`vault_${failure}`);
  }
}
