import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { CaseLine } from "@/src/model/case-line";
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import { CaseChoice } from "@/src/ui/library/cases/CaseChoice";
import { DamagedRow, KeptRow } from "@/src/ui/library/KeptRow";
import type { KeptRun } from "@/src/ui/library/run-kept";
import type { KeptView, ListState } from "@/src/ui/library/state";
import { Button } from "@/src/ui/parts/Button";
import { Notice } from "@/src/ui/parts/Notice";
import { FilterFold } from "./FilterFold";
import { Layout } from "./Layout";
import { LongList } from "./LongList";
import { SearchField } from "./SearchField";
import { DamagedTile, Tile } from "./Tile";
import { FIRST_LOOK, looksFor } from "./view";

interface FoundItemsProps {
  list: Extract<ListState, { step: "read" }>;
  view: KeptView;
  cases: readonly CaseLine[];
  onLook: KeptRun["look"];
}

/** The search, the filters, and what they find. */
export function FoundItems({ list, view, cases, onLook }: FoundItemsProps) {
  const { items, found, choices, damaged, waiting } = list;
  const shown = looksFor(view) ? found : [...damaged, ...found];
  return (
    <>
      {waiting > 0 && (
        <Notice kind="attention">
          <p>{t("itemsWaiting", [formatNumber(waiting)])}</p>
        </Notice>
      )}
      {items.length > 0 && (
        <div class="find stack-tight">
          <SearchField words={view.words} onChange={(words) => onLook({ words })} />
          <CaseChoice
            cases={cases}
            chosen={view.filters.cases}
            onChoose={(chosen) => onLook({ filters: { ...view.filters, cases: chosen } })}
          />
          <FilterFold filters={view.filters} choices={choices} onChange={(filters) => onLook({ filters })} />
        </div>
      )}
      <div class="found-line">
        <p role="status" class="secondary">
          {said(list, view)}
        </p>
        {looksFor(view) && <Button onPress={() => onLook(FIRST_LOOK)}>{t("clearSearch")}</Button>}
        <Layout layout={view.layout} onChange={(layout) => onLook({ layout })} />
      </div>
      {shown.length > 0 && <List key={view.layout} shown={shown} view={view} cases={cases} />}
    </>
  );
}

function said({ items, found, isWhole }: FoundItemsProps["list"], view: KeptView): string {
  if (!isWhole) return t("readingRest");
  if (!looksFor(view)) return t("itemsAll", [formatNumber(items.length)]);
  return found.length === 0
    ? t("itemsNone")
    : t("itemsFound", [formatNumber(found.length), formatNumber(items.length)]);
}

/** Of an item that cannot be read there is only its id. */
type Shown = ExhibitSummary | ExhibitId;
const keyOf = (item: Shown): string => (typeof item === "string" ? item : item.id);
const drawTile = (item: Shown) => (typeof item === "string" ? <DamagedTile /> : <Tile item={item} />);

interface ListProps {
  shown: readonly Shown[];
  view: KeptView;
  cases: readonly CaseLine[];
}

/** Where there is more than one case, each row says of which it is: two cases have the same numbers. */
function List({ shown, view: { layout, cameFrom }, cases }: ListProps) {
  const isRows = layout === "rows";
  const abouts = new Map(cases.length > 1 ? cases.map(({ id, about }) => [id, about]) : []);
  const drawRow = (item: Shown) =>
    typeof item === "string" ? <DamagedRow /> : <KeptRow item={item} inCase={abouts.get(item.caseId)} />;
  return (
    <LongList
      items={shown}
      keyOf={keyOf}
      class={isRows ? "kept" : "tiles"}
      itemClass={isRows ? "kept-row" : "tile-cell"}
      label={t("sectionKept")}
      arriveAt={cameFrom}
      draw={isRows ? drawRow : drawTile}
    />
  );
}
