/** Text into HTML, so that nothing a page said can become markup in a file of ours. */
import { unusualCharacters } from "@/src/model/unusual";
import { withoutControls } from "./controls";
import type { PaperKey, PaperWords } from "./paper-words";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const MOST_NAMED = 12;

/** Safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

/** Words from a page: escaped, and kept from turning the text around them. */
export function claimHtml(words: PaperWords, text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>${unusualNote(words, text)}`;
}

/** Words of ours, with what is HTML already in their places. */
export function sayHtml({ say }: PaperWords, key: PaperKey, values: readonly string[] = []): string {
  const places = values.map((_, at) => String.fromCharCode(FIRST_PLACE + at));
  return escapeHtml(say(key, places)).replace(PLACE, (place) => values[place.charCodeAt(0) - FIRST_PLACE] ?? "");
}

/** Of the private use area: no words of ours hold such a character. */
const FIRST_PLACE = 0xe000;
const PLACE = /[\uE000-\uE00F]/g;

/** Names by code point what can make `text` look like another; nothing where there is none. */
function unusualNote(words: PaperWords, text: string): string {
  const found = unusualCharacters(text).slice(0, MOST_NAMED);
  return found.length === 0 ? "" : ` <small>(${sayHtml(words, "unusualCharacters", [found.join(", ")])})</small>`;
}
