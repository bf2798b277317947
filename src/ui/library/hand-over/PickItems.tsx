import { useMemo, useState } from "preact/hooks";
import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import { NO_FILTERS } from "@/src/search/filters";
import { ItemSearch, MAX_SEARCH_LENGTH } from "@/src/search/search";
import { ItemName } from "@/src/ui/library/KeptRow";
import { Button } from "@/src/ui/parts/Button";

/** How many rows are added at a time; thousands at once would make the page slow. */
const STEP = 100;

interface PickItemsProps {
  items: readonly ExhibitSummary[];
  picked: ReadonlySet<ExhibitId>;
  onPick: (picked: ReadonlySet<ExhibitId>) => void;
}

/** Items to tick, found by words where there are many. What is ticked stays so while something else is looked for. */
export function PickItems({ items, picked, onPick }: PickItemsProps) {
  const [wanted, setWanted] = useState("");
  const [limit, setLimit] = useState(STEP);
  const search = useMemo(() => searchOf(items), [items]);
  const found = useMemo(() => search.find(wanted, NO_FILTERS), [search, wanted]);
  const ids = new Set(found.map(({ id }) => id));
  const toggle = (id: ExhibitId) => onPick(picked.symmetricDifference(new Set([id])));
  return (
    <div class="stack-tight">
      <label class="labelled">
        <span>{t("findItems")}</span>
        <input
          class="input"
          type="search"
          maxLength={MAX_SEARCH_LENGTH}
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      </label>
      <div class="button-line">
        <Button onPress={() => onPick(picked.union(ids))}>{t("tickAll", [formatNumber(found.length)])}</Button>
        <Button onPress={() => onPick(picked.difference(ids))}>{t("tickNone")}</Button>
      </div>
      <p role="status" class="note">
        {t("countTicked", [formatNumber(picked.size), formatNumber(items.length)])}
      </p>
      <fieldset class="checks">
        <legend class="visually-hidden">{t("chooseSome")}</legend>
        {found.slice(0, limit).map((item) => (
          <label key={item.id} class="choice">
            <input type="checkbox" checked={picked.has(item.id)} onChange={() => toggle(item.id)} />
            <span>
              <ItemName item={item} />
            </span>
          </label>
        ))}
      </fieldset>
      {found.length > limit && (
        <Button onPress={() => setLimit(limit + STEP)}>
          {t("showMore", [formatNumber(Math.min(STEP, found.length - limit))])}
        </Button>
      )}
    </div>
  );
}

function searchOf(items: readonly ExhibitSummary[]): ItemSearch {
  const search = new ItemSearch();
  search.set(items);
  return search;
}
