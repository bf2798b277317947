import { t } from "@/src/i18n/t";
import { LOOKS, type Look } from "@/src/model/neutral-look";
import { Icon } from "@/src/ui/parts/Icon";
import { lookIcon, lookName } from "@/src/ui/parts/look";

export interface LookCalls {
  onLookAs: (look: Look) => void;
}

/** The neutral name and drawing; what cannot be changed is said. */
export function LookSetting({ look, calls }: { look: Look; calls: LookCalls }) {
  return (
    <section class="card stack-tight">
      <h2>{t("lookTitle")}</h2>
      <fieldset class="choices">
        <legend>{t("lookLegend")}</legend>
        <div class="choice-grid">
          {LOOKS.map((each) => (
            <label key={each} class="choice">
              <input type="radio" name="look" checked={each === look} onChange={() => calls.onLookAs(each)} />
              <Icon name={lookIcon(each)} />
              {lookName(each)}
            </label>
          ))}
        </div>
      </fieldset>
      <p class="note">{t("lookStays")}</p>
    </section>
  );
}
