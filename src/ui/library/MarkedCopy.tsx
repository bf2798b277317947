import { t } from "@/src/i18n/t";
import { CopyOfPicture } from "./CopyOfPicture";
import type { MarkedState } from "./state";

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
      <CopyOfPicture copy={marked} save={t("saveMarked")} onSave={onSave} onStop={onStop} />
    </section>
  );
}
