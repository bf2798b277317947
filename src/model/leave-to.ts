/** The page that leaving puts in place of ours. */

/** A site anyone may have open, the same for everyone, that says nothing about the person. */
export const USUAL_LEAVE_TO = "https://www.google.com/";

const LONGEST = 500;

/**
 * What was typed, as an address that can be left to: `https`, a named site, nothing of an account in it.
 * @returns `null` for anything else
 */
export function leaveToFrom(typed: unknown): string | null {
  if (typeof typed !== "string") return null;
  const words = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(words) ? words : `//${words}`, USUAL_LEAVE_TO);
  if (url === null || url.protocol !== "https:" || url.username !== "" || url.password !== "") return null;
  const isNamed = /^([^.]+\.)+[a-z][a-z0-9-]*\.?$/i.test(url.hostname);
  return isNamed && url.href.length <= LONGEST ? url.href : null;
}
