import { formatMoment } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { type ExhibitId, exhibitLabel } from "@/src/model/exhibit";
import { lengthText } from "@/src/model/length";
import type { CutOffRecording } from "@/src/model/recording";
import { Button } from "@/src/ui/parts/Button";
import { Notice } from "@/src/ui/parts/Notice";
import { itemHref } from "./routes";

interface CutOffRecordingsProps {
  recordings: readonly CutOffRecording[];
  onPutAway: (told: readonly ExhibitId[]) => void;
}

/** Above the list: what became of a recording whose page or browser was closed. */
export function CutOffRecordings({ recordings, onPutAway }: CutOffRecordingsProps) {
  if (recordings.length === 0) return null;
  return (
    <div class="above-list">
      <Notice kind="info">
        {recordings.map(({ id, exhibit, endUtc, tz, seconds }) => (
          <p key={id}>
            {t("recordingCutOff", [formatMoment(endUtc, tz), lengthText(seconds)])}{" "}
            <a href={itemHref(id)} onClick={() => onPutAway([id])}>
              {exhibitLabel(exhibit)}
            </a>
          </p>
        ))}
        <Button onPress={() => onPutAway(recordings.map(({ id }) => id))}>{t("caseEmptiedSeen")}</Button>
      </Notice>
    </div>
  );
}
