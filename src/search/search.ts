/**
 * Finds kept items by words: all of them have to stand somewhere in what the list knows of an item, also within a word,
 * so that it works where words are not set apart. Pure: nothing of it is stored.
 */
import { type ExhibitSummary, exhibitLabel } from "@/src/model/exhibit";
import { platformName } from "@/src/model/platform";
import { type Filters, passes } from "./filters";
import { folded } from "./fold";

/** Longest text that is looked for, in UTF-16 units. */
export const MAX_SEARCH_LENGTH = 200;

interface Entry {
  item: ExhibitSummary;
  /** What is looked through, folded; `null` until it is needed. */
  text: string | null;
}

export class ItemSearch {
  #entries: Entry[] = [];

  /** @param items All that can be found, in the order in which they are found. */
  set(items: readonly ExhibitSummary[]): void {
    const before = new Map(this.#entries.map((entry) => [entry.item.id, entry]));
    this.#entries = items.map((item) => {
      const known = before.get(item.id);
      return { item, text: known && isSameToSearch(known.item, item) ? known.text : null };
    });
  }

  /** Items that fit the filters and hold each of the words. */
  find(words: string, filters: Filters): ExhibitSummary[] {
    const wanted = wordsIn(words);
    const holds = (entry: Entry) => wanted.length === 0 || wanted.every((word) => textOf(entry).includes(word));
    return this.#entries.filter((entry) => passes(entry.item, filters) && holds(entry)).map(({ item }) => item);
  }

  /** Folds a few items before they are searched, so that no search has to wait for it. @returns False once all are */
  prepare(count: number): boolean {
    const next = this.#entries.findIndex(({ text }) => text === null);
    if (next < 0) return false;
    for (const entry of this.#entries.slice(next, next + count)) textOf(entry);
    return true;
  }
}

function wordsIn(text: string): string[] {
  return folded(text.slice(0, MAX_SEARCH_LENGTH)).split(/\s+/).filter(Boolean);
}

function textOf(entry: Entry): string {
  entry.text ??= folded(searched(entry.item).join("\n"));
  return entry.text;
}

function isSameToSearch(one: ExhibitSummary, other: ExhibitSummary): boolean {
  const words = searched(other);
  return searched(one).every((word, place) => word === words[place]);
}

/** Each stands on lines of its own, so that nothing is found that runs from one into the next. */
function searched(item: ExhibitSummary): (string | null | undefined)[] {
  const { url, title, handle, correctedHandle, text, remarks } = item;
  const shown = [exhibitLabel(item.exhibit), platformName(item.platform), handle, correctedHandle, title, text];
  return [...shown, url, readable(url), remarks?.description, remarks?.tags.join("\n"), remarks?.words];
}

/** An address with its letters in place of their codes; `null` where it has none, or no text is behind them. */
function readable(url: string): string | null {
  if (!url.includes("%")) return null;
  try {
    return decodeURI(url);
  } catch {
    return null;
  }
}
