import { useState } from "preact/hooks";
import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { SCREENS } from "@/src/model/scope";
import { useOwnId } from "@/src/ui/parts/use-own-id";

interface LongPagesProps {
  screens: number;
  onChange: (screens: number) => void;
}

/** How much is taken of what has no end. */
export function LongPages({ screens, onChange }: LongPagesProps) {
  const fieldId = useOwnId();
  const boundsId = useOwnId();
  const [isChanged, setChanged] = useState(false);
  const change = (field: HTMLInputElement) => {
    const isValid = field.validity.valid && field.value !== "";
    if (isValid) onChange(field.valueAsNumber);
    setChanged(isValid);
  };
  return (
    <section class="card stack-tight">
      <h2>{t("longTitle")}</h2>
      <p>{t("longMeans")}</p>
      <div class="field-line">
        <label for={fieldId}>{t("longScreens")}</label>
        <input
          id={fieldId}
          class="field"
          type="number"
          required
          min={SCREENS.least}
          max={SCREENS.most}
          defaultValue={String(screens)}
          aria-describedby={boundsId}
          onChange={(event) => change(event.currentTarget)}
        />
      </div>
      <p id={boundsId} class="note">
        {t("longBounds", [formatNumber(SCREENS.least), formatNumber(SCREENS.most)])}
      </p>
      <p class="note" role="status">
        {isChanged && t("longKept")}
      </p>
    </section>
  );
}
