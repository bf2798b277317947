/** What the list is narrowed to. */
import { countFilters, NO_FILTERS } from "@/src/search/filters";
import type { KeptView } from "@/src/ui/library/state";

/** Nothing is looked for. */
export const FIRST_LOOK = { words: "", filters: NO_FILTERS } satisfies Partial<KeptView>;

export function looksFor({ words, filters }: KeptView): boolean {
  return words.trim() !== "" || countFilters(filters) > 0;
}
