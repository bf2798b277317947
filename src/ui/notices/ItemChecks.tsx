import { useState } from "preact/hooks";
import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import { ItemName } from "@/src/ui/library/KeptRow";
import { Button } from "@/src/ui/parts/Button";

/** How many are shown at a time. */
const STEP = 20;

interface ItemChecksProps {
  items: readonly ExhibitSummary[];
  chosen: ReadonlySet<ExhibitId>;
  onChoose: (chosen: ReadonlySet<ExhibitId>) => void;
}

/** Which kept items the notice is about; several can be. Their pictures are neither shown nor sent. */
export function ItemChecks({ items, chosen, onChoose }: ItemChecksProps) {
  const [limit, setLimit] = useState(STEP);
  if (items.length === 0) return <p class="secondary">{t("noticeNoItems")}</p>;
  const first = items.filter(({ id }, place) => place < limit || chosen.has(id));
  return (
    <section class="card stack-tight">
      <fieldset class="checks">
        <legend>
          <h2>{t("noticeItems")}</h2>
        </legend>
        {first.map((item) => (
          <label key={item.id} class="choice">
            <input
              type="checkbox"
              checked={chosen.has(item.id)}
              onChange={() => onChoose(chosen.symmetricDifference(new Set([item.id])))}
            />
            <span>
              <ItemName item={item} />
            </span>
          </label>
        ))}
      </fieldset>
      {items.length > limit && (
        <Button onPress={() => setLimit(limit + STEP)}>
          {t("showMore", [formatNumber(Math.min(STEP, items.length - limit))])}
        </Button>
      )}
    </section>
  );
}
