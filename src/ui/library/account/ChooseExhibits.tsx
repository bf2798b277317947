import { t } from "@/src/i18n/t";
import { type ExhibitId, type ExhibitSummary, exhibitLabel } from "@/src/model/exhibit";
import { Where } from "@/src/ui/library/KeptRow";

interface ChooseExhibitsProps {
  /** Newest first. */
  items: readonly ExhibitSummary[];
  chosen: readonly ExhibitId[];
  onToggle: (id: ExhibitId) => void;
}

/** The items that belong to an event. Nothing of a picture is shown. */
export function ChooseExhibits({ items, chosen, onToggle }: ChooseExhibitsProps) {
  if (items.length === 0) return null;
  return (
    <details class="fold" open={chosen.length > 0}>
      <summary>{t("eventExhibits")}</summary>
      <fieldset class="checks">
        <legend class="visually-hidden">{t("eventExhibits")}</legend>
        {items.map((item) => (
          <label key={item.id} class="choice">
            <input type="checkbox" checked={chosen.includes(item.id)} onChange={() => onToggle(item.id)} />
            <span>
              <strong>{exhibitLabel(item.exhibit)}</strong> <Where item={item} />
            </span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
