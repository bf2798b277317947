/** Text into HTML, so that nothing a page said can become markup in a file of ours. */
import { unusualCharacters } from "@/src/model/unusual";
import { withoutControls } from "./controls";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const MOST_NAMED = 12;

/** Safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

/** Words from a page: escaped, and kept from turning the text around them. */
export function claimHtml(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>${unusualNote(text)}`;
}

/** Names by code point what can make `text` look like another; nothing where there is none. */
function unusualNote(text: string): string {
  const found = unusualCharacters(text).slice(0, MOST_NAMED);
  return found.length === 0 ? "" : ` <small>(holds characters that are easy to mistake: ${found.join(", ")})</small>`;
}
