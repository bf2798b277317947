import { t } from "@/src/i18n/t";
import { RECEIVERS, type Receiver } from "@/src/model/hand-over";

interface ForWhomProps {
  receiver: Receiver;
  onChange: (receiver: Receiver) => void;
}

/** Sets the choices that follow; each of them can be changed. */
export function ForWhom({ receiver, onChange }: ForWhomProps) {
  return (
    <fieldset class="choices" aria-describedby="for-whom-note">
      <legend>{t("handOverFor")}</legend>
      <div class="choice-grid">
        {RECEIVERS.map((each) => (
          <label key={each} class="choice">
            <input type="radio" name="receiver" checked={each === receiver} onChange={() => onChange(each)} />
            {t(`receiver_${each}`)}
          </label>
        ))}
      </div>
      <p id="for-whom-note" class="note">
        {t("handOverForNote")}
      </p>
    </fieldset>
  );
}
