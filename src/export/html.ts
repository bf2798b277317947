/** Text into HTML, so that nothing a page said can become markup in a file of ours. */
import { withoutControls } from "./controls";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Format controls: bidi marks, zero-width characters and the like. They can make a name look like another. */
const FORMAT_CONTROL = /\p{Cf}/gu;

/** Safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

/** Words from a page: escaped, and kept from turning the text around them. */
export function claimHtml(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>${hiddenNote(text)}`;
}

/** Names the invisible characters in `text` by code point, or nothing where there are none. */
function hiddenNote(text: string): string {
  const found = [...new Set(text.match(FORMAT_CONTROL) ?? [])];
  if (found.length === 0) return "";
  const names = found.map((character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`);
  return ` <small>(holds invisible characters: ${names.join(", ")})</small>`;
}
