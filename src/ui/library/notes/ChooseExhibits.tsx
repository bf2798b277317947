import { t } from "@/src/i18n/t";
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import { ItemName } from "@/src/ui/library/KeptRow";
import { Fold } from "@/src/ui/parts/Fold";

interface ChooseExhibitsProps {
  /** Newest first. */
  items: readonly ExhibitSummary[];
  chosen: readonly ExhibitId[];
  onChange: (chosen: readonly ExhibitId[]) => void;
}

/** The items that belong to what is being written. Nothing of a picture is shown. */
export function ChooseExhibits({ items, chosen, onChange }: ChooseExhibitsProps) {
  if (items.length === 0) return null;
  const put = (id: ExhibitId, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <Fold title={t("eventExhibits")} isOpen={chosen.length > 0}>
      <fieldset class="checks">
        <legend class="visually-hidden">{t("eventExhibits")}</legend>
        {items.map(({ id, ...item }) => (
          <label key={id} class="choice">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ currentTarget }) => put(id, currentTarget.checked)}
            />
            <span>
              <ItemName item={item} />
            </span>
          </label>
        ))}
      </fieldset>
    </Fold>
  );
}
