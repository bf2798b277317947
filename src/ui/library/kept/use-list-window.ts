/**
 * Keeps a long list drawn where the page is scrolled to. The room of what is not drawn is left as margins of drawn items,
 * and never as a size of the list, so that the browser's own scroll anchoring holds what is in view in its place.
 */
import { useEffect, useLayoutEffect, useReducer, useState } from "preact/hooks";
import { ListWindow } from "./list-window";

/** How far beyond the screen is drawn, in CSS pixels. */
const BEYOND = 600;

/** An item and where its upper edge was on the screen, in CSS pixels. */
interface Seen {
  key: string;
  top: number;
}

interface Drawn {
  readonly window: ListWindow;
  /** Takes the focus as soon as it is drawn. */
  wanted: string | null;
  /** The first one on the screen at the last look; `null` where the list's start is. */
  seen: Seen | null;
  /** Is put where it was, once it is drawn. */
  held: Seen | null;
}

/**
 * @param arriveAt The item that takes the focus when the list appears.
 * @returns `focusOn` goes to an item, also to one that is not drawn, and gives it the focus; `onFocus` is told who has it.
 */
export function useListWindow(
  list: { readonly current: HTMLElement | null },
  keys: readonly string[],
  arriveAt: string | null,
): { window: ListWindow; focusOn: (key: string) => void; onFocus: (key: string) => void } {
  const [drawn] = useState<Drawn>(() => ({ window: new ListWindow(), wanted: null, seen: null, held: null }));
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const focusOn = (key: string) => {
    drawn.window.pin(key);
    drawn.wanted = key;
    redraw(0);
  };
  drawn.window.setKeys(keys);
  drawn.window.replan();
  useLayoutEffect(() => {
    if (arriveAt !== null) focusOn(arriveAt);
  }, []);
  useLayoutEffect(() => {
    if (look(list.current!, drawn)) return redraw(0);
    putBack(list.current!, drawn);
  });
  useEffect(() => onMove(list.current!, () => look(list.current!, drawn) && redraw(0)), [list, drawn]);
  const onFocus = (key: string) => {
    drawn.window.pin(key);
    if (drawn.window.replan()) redraw(0);
  };
  return { window: drawn.window, focusOn, onFocus };
}

/** Measures what is drawn and where it is. @returns Whether something else is to be drawn. */
function look(list: HTMLElement, drawn: Drawn): boolean {
  const { window } = drawn;
  const tracks = getComputedStyle(list).gridTemplateColumns.split(" ");
  if (window.setShape(list.clientWidth, Math.max(1, tracks.length))) drawn.held ??= drawn.seen;
  window.measured(heightsIn(list, window.columns));
  const top = drawn.held ? drawn.held.top - window.above(drawn.held.key) : list.getBoundingClientRect().top;
  window.setView({ top: -top - BEYOND, bottom: innerHeight - top + BEYOND });
  drawn.seen = top < 0 ? firstSeen(list, window) : null;
  return window.replan();
}

/** Of each line that is drawn. */
function heightsIn(list: HTMLElement, columns: number): Map<number, number> {
  const heights = new Map<number, number>();
  for (const item of list.children) {
    const place = placeIn(item);
    const { height } = item.getBoundingClientRect();
    if (height > 0 && place % columns === 0) heights.set(place / columns, height);
  }
  return heights;
}

function firstSeen(list: HTMLElement, window: ListWindow): Seen | null {
  for (const item of list.children) {
    const { top, bottom } = item.getBoundingClientRect();
    if (bottom > 0) return { key: window.keyAt(placeIn(item)), top };
  }
  return null;
}

/** After the lines were laid out anew, what was in view comes back into it; then what is wanted takes the focus. */
function putBack(list: HTMLElement, drawn: Drawn): void {
  const itemOf = (key: string) => list.querySelector<HTMLElement>(`[data-place="${drawn.window.placeOf(key)}"]`);
  if (drawn.held !== null) {
    const { key, top } = drawn.held;
    drawn.held = null;
    const now = itemOf(key)?.getBoundingClientRect().top;
    if (now !== undefined) scrollBy(0, now - top);
  }
  const wanted = drawn.wanted === null ? null : itemOf(drawn.wanted);
  if (wanted === null) return;
  drawn.wanted = null;
  wanted.querySelector<HTMLElement>("a, [tabindex]")?.focus();
}

const placeIn = (item: Element): number => Number((item as HTMLElement).dataset["place"]);

/** Calls back once a frame while the page is scrolled or the list changes its size. @returns How to end it */
function onMove(list: HTMLElement, callback: () => void): () => void {
  let frame = 0;
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(callback);
  };
  const sizes = new ResizeObserver(soon);
  sizes.observe(list);
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  return () => {
    cancelAnimationFrame(frame);
    sizes.disconnect();
    removeEventListener("scroll", soon);
    removeEventListener("resize", soon);
  };
}
