/** Which kept items are shown, by what is known of each without its words. */
import type { CaseId, ExhibitSummary } from "@/src/model/exhibit";

/** A month in the device's zone, `YYYY-MM`; they sort as text. */
export type Month = string;

export interface Filters {
  /** None: items of all cases. */
  cases: ReadonlySet<CaseId>;
  /** Ids; none: items of all platforms. */
  platforms: ReadonlySet<string>;
  /** None: items with any tags. */
  tags: ReadonlySet<string>;
  /** Nothing of it is missing, something is; `null`: both. */
  complete: boolean | null;
  /** Only items whose pictures were covered before they were saved. */
  onlyCovered: boolean;
  /** First and last month of saving; `null`: no end on that side. */
  from: Month | null;
  until: Month | null;
}

export const NO_FILTERS: Filters = {
  cases: new Set(),
  platforms: new Set(),
  tags: new Set(),
  complete: null,
  onlyCovered: false,
  from: null,
  until: null,
};

export type FilteredItem = Pick<
  ExhibitSummary,
  "caseId" | "platform" | "missing" | "pictures" | "capturedUtc" | "remarks"
>;

export function passes(item: FilteredItem, filters: Filters): boolean {
  const { cases, platforms, tags, complete, onlyCovered, from, until } = filters;
  if (cases.size > 0 && !cases.has(item.caseId)) return false;
  if (platforms.size > 0 && !platforms.has(item.platform)) return false;
  if (tags.size > 0 && !item.remarks?.tags.some((tag) => tags.has(tag))) return false;
  if (complete !== null && complete !== (item.missing.length === 0)) return false;
  if (onlyCovered && item.pictures !== "covered") return false;
  if (from === null && until === null) return true;
  const month = monthOf(item);
  return (from === null || month >= from) && (until === null || month <= until);
}

/** How many of the filters leave something out. */
export function countFilters({ cases, platforms, tags, complete, onlyCovered, from, until }: Filters): number {
  const others = [cases.size > 0, complete !== null, onlyCovered, from !== null, until !== null];
  return platforms.size + tags.size + others.filter(Boolean).length;
}

/** What there is to choose from among these items. */
export interface FilterChoices {
  /** Ids, the most frequent first. */
  platforms: string[];
  /** The most frequent first. */
  tags: string[];
  /** Newest first. */
  months: Month[];
  hasIncomplete: boolean;
  hasCovered: boolean;
}

export function choicesOf(items: readonly FilteredItem[]): FilterChoices {
  return {
    platforms: byFrequency(items.map(({ platform }) => platform)),
    tags: byFrequency(items.flatMap(({ remarks }) => remarks?.tags ?? [])),
    months: [...new Set(items.map(monthOf))].sort().reverse(),
    hasIncomplete: items.some(({ missing }) => missing.length > 0),
    hasCovered: items.some(({ pictures }) => pictures === "covered"),
  };
}

function byFrequency(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]).map(([value]) => value);
}

function monthOf({ capturedUtc }: Pick<FilteredItem, "capturedUtc">): Month {
  const date = new Date(capturedUtc);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}`;
}
