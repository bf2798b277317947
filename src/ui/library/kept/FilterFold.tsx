import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { countFilters, type FilterChoices, type Filters, NO_FILTERS } from "@/src/search/filters";
import { originName } from "@/src/ui/parts/origin";
import { Chip } from "./Chip";
import { MonthChoice } from "./MonthChoice";

interface FilterProps {
  filters: Filters;
  choices: FilterChoices;
  onChange: (filters: Filters) => void;
}

/** What can be filtered by: only what makes a difference among the items, and what is set. */
export function FilterFold(props: FilterProps) {
  const { filters, choices } = props;
  const count = countFilters({ ...filters, cases: NO_FILTERS.cases }); // chosen above the fold
  const hasAny = choices.platforms.length > 1 || choices.months.length > 1 || choices.tags.length > 0;
  if (count === 0 && !hasAny && !choices.hasIncomplete && !choices.hasCovered) return null;
  return (
    <details class="fold">
      <summary>{count === 0 ? t("filters") : t("filtersSet", [formatNumber(count)])}</summary>
      <div class="filters">
        <Platforms {...props} />
        <Tags {...props} />
        <Completeness {...props} />
        <Pictures {...props} />
        <Months {...props} />
      </div>
    </details>
  );
}

function Platforms({ filters, choices, onChange }: FilterProps) {
  const { platforms } = filters;
  if (choices.platforms.length < 2 && platforms.size === 0) return null;
  return (
    <fieldset class="chips">
      <legend>{t("filterPlatform")}</legend>
      {choices.platforms.map((id) => (
        <Chip
          key={id}
          isSet={platforms.has(id)}
          onPress={() => onChange({ ...filters, platforms: platforms.symmetricDifference(new Set([id])) })}
        >
          {originName(id)}
        </Chip>
      ))}
    </fieldset>
  );
}

function Tags({ filters, choices, onChange }: FilterProps) {
  const { tags } = filters;
  if (choices.tags.length === 0) return null;
  return (
    <fieldset class="chips">
      <legend>{t("filterTags")}</legend>
      {choices.tags.map((tag) => (
        <Chip
          key={tag}
          isSet={tags.has(tag)}
          onPress={() => onChange({ ...filters, tags: tags.symmetricDifference(new Set([tag])) })}
        >
          <bdi>{tag}</bdi>
        </Chip>
      ))}
    </fieldset>
  );
}

function Completeness({ filters, choices, onChange }: FilterProps) {
  if (!choices.hasIncomplete && filters.complete === null) return null;
  const chip = (complete: boolean | null, name: string) => (
    <Chip group="complete" isSet={filters.complete === complete} onPress={() => onChange({ ...filters, complete })}>
      {name}
    </Chip>
  );
  return (
    <fieldset class="chips">
      <legend>{t("filterComplete")}</legend>
      {chip(null, t("filterAny"))}
      {chip(true, t("complete"))}
      {chip(false, t("partsMissing"))}
    </fieldset>
  );
}

function Pictures({ filters, choices, onChange }: FilterProps) {
  const { onlyCovered } = filters;
  if (!choices.hasCovered && !onlyCovered) return null;
  return (
    <fieldset class="chips">
      <legend>{t("filterPictures")}</legend>
      <Chip isSet={onlyCovered} onPress={() => onChange({ ...filters, onlyCovered: !onlyCovered })}>
        {t("picturesCoveredWhenSaved")}
      </Chip>
    </fieldset>
  );
}

function Months({ filters, choices, onChange }: FilterProps) {
  const { from, until } = filters;
  if (choices.months.length < 2 && from === null && until === null) return null;
  return (
    <fieldset class="chips">
      <legend>{t("filterSaved")}</legend>
      <MonthChoice
        label={t("filterFrom")}
        month={from}
        months={choices.months}
        onChange={(month) => onChange({ ...filters, from: month })}
      />
      <MonthChoice
        label={t("filterUntil")}
        month={until}
        months={choices.months}
        onChange={(month) => onChange({ ...filters, until: month })}
      />
    </fieldset>
  );
}
