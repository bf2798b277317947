import { formatShare } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { Notice } from "@/src/ui/parts/Notice";
import { ProgressBar } from "@/src/ui/parts/ProgressBar";
import { StopButton } from "@/src/ui/parts/StopButton";
import { pictureFailureWords } from "./picture-words";
import type { MarkedFailure, MarkedState } from "./state";

interface CopyOfPictureProps {
  copy: MarkedState;
  /** On the button. */
  save: string;
  onSave: () => void;
  onStop: () => void;
}

/** Makes a copy of the picture, which goes to the browser's downloads, and says how far that is. */
export function CopyOfPicture({ copy, save, onSave, onStop }: CopyOfPictureProps) {
  return (
    <>
      <p class="note">{t("markedWarning")}</p>
      {copy.step === "making" ? (
        <Making done={copy.rowsDone} total={copy.rowsTotal} onStop={onStop} />
      ) : (
        <Button onPress={onSave}>{save}</Button>
      )}
      <div role="status">
        {copy.step === "made" && (
          <p>
            {t("markedMade")} <bdi dir="ltr">{copy.fileName}</bdi>
          </p>
        )}
        {copy.step === "notMade" && <NotMade failure={copy.failure} />}
      </div>
    </>
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
      <p>{pictureFailureWords(failure)}</p>
    </Notice>
  );
}
