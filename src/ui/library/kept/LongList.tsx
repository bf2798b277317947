import type { ComponentChildren } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { placeAfter } from "./plan-window";
import { useListWindow } from "./use-list-window";

interface LongListProps<Item> {
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** The style sheet says in how many columns; all items of a line are equally high. */
  class: string;
  itemClass: string;
  label: string;
  /** The item that takes the focus when the list appears. */
  arriveAt: string | null;
  /** What stands in an item, with one link or one thing that can take the focus. */
  draw: (item: Item) => ComponentChildren;
}

/**
 * A list of any length, of which only what is in view, a little around it and what has the focus is in the page. Each
 * item says its place among all. Arrow keys go from item to item, Home and End to the first and the last.
 */
export function LongList<Item>({ items, keyOf, class: name, itemClass, label, arriveAt, draw }: LongListProps<Item>) {
  const list = useRef<HTMLUListElement>(null);
  const keys = useMemo(() => items.map(keyOf), [items, keyOf]);
  const { window, focusOn, onFocus } = useListWindow(list, keys, arriveAt);
  const { columns, plan } = window;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const key = getComputedStyle(list.current!).direction === "rtl" ? mirrored(event.key) : event.key;
    const next = placeAfter(key, placeOf(event), keys.length, columns);
    if (next === null) return;
    event.preventDefault();
    focusOn(keys[next]!);
  };
  const itemAt = (place: number, roomBefore: number, roomAfter: number) => (
    <li
      key={keys[place]}
      class={itemClass}
      data-place={place}
      aria-posinset={place + 1}
      aria-setsize={items.length}
      style={{ marginBlockStart: room(roomBefore), marginBlockEnd: room(roomAfter) }}
    >
      {draw(items[place]!)}
    </li>
  );
  return (
    <ul
      class={name}
      ref={list}
      aria-label={label}
      onKeyDown={onKeyDown}
      onFocusIn={(event) => onFocus(keys[placeOf(event)]!)}
    >
      {plan.runs.flatMap(({ first, end, gap }, run) => {
        const isLastRun = run === plan.runs.length - 1;
        const places = range(first * columns, Math.min(end * columns, keys.length));
        return places.map((place) => {
          const line = Math.floor(place / columns);
          return itemAt(place, line === first ? gap : 0, isLastRun && line === end - 1 ? plan.rest : 0);
        });
      })}
    </ul>
  );
}

function placeOf({ target }: Event): number {
  return Number((target as HTMLElement).closest("li")!.dataset["place"]);
}

function room(height: number): string | undefined {
  return height > 0.5 ? `${height}px` : undefined;
}

function range(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, n) => first + n);
}

function mirrored(key: string): string {
  if (key === "ArrowLeft") return "ArrowRight";
  return key === "ArrowRight" ? "ArrowLeft" : key;
}
