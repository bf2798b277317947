import { useEffect, useRef } from "preact/hooks";
import type { HelpState } from "@/src/ui/help/state";
import type { LibraryState } from "./state";

/**
 * On arriving at another place the focus goes to its title, so that a reader starts there. Not on opening the page, nor
 * where the place itself says what takes it.
 */
export function useFocusOnArrival(
  work: { readonly current: HTMLElement | null },
  place: string,
  hasOwn: boolean,
): void {
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    if (hasOwn) return;
    window.scrollTo(0, 0);
    work.current?.querySelector("h1")?.focus({ preventScroll: true });
  }, [work, place, hasOwn]);
}

/** Then the item that was looked at has the focus, where the list was left. */
export function isBackInList(state: LibraryState): boolean {
  return state.section === "kept" && state.list.step === "read" && state.view.cameFrom !== null;
}

/** Two states at one place have the same words here. */
export function placeOf(state: LibraryState, help: HelpState | null): string {
  if (state.section === "help" && help !== null) return placeOfHelp(help);
  return state.section === "item" ? `item ${state.item.step}` : state.section;
}

export function placeOfHelp({ guide }: HelpState): string {
  if (guide === null || typeof guide === "string") return `help ${guide}`;
  return `help ${guide.id}`;
}
