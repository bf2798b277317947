/**
 * Tells account names from other names. A display name is never a handle; a bare word is one only where the profile's
 * address says the same.
 */
import { isSameSite } from "./addresses";

/** Letters, digits and what platforms allow between them; `name@host` as on the fediverse. */
const HANDLE = /^[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_.·-]*)(?:@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)?$/u;
const PROFILE_PATH = /^\/(?:(?:u|user|users|profile|profiles|member|members)\/)?@?([^/]+)\/?$/;
const HANDLE_PATH = /^\/(?:@|(?:u|user)\/)([^/]+)\/?$/;

/** Letter case kept, one leading `@` removed; `null` for anything that is not an account name by its form. */
export function cleanHandle(raw: string, limit: number): string | null {
  if (raw.length > limit + 20) return null;
  const handle = raw.trim().replace(/^@/, "");
  return handle.length <= limit && HANDLE.test(handle) ? handle : null;
}

/** `Alice` and `alice` are one account, and so are `alice` and `alice@example.org`. */
export function isSameHandle(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a === b || a.startsWith(`${b}@`) || b.startsWith(`${a}@`);
}

/**
 * The handle in a profile's address, where its form carries one: `/@name`, `/u/name`, `/user/name` on the page's own
 * site. A number is an id, not a name.
 */
export function handleInAddress(profile: URL, page: URL | null): string | null {
  if (!isOwnProfile(profile, page)) return null;
  const name = HANDLE_PATH.exec(decoded(profile))?.[1];
  return name === undefined || /^\d+$/.test(name) ? null : name;
}

/** Whether the profile's address ends in this name, so that the name is an account name and not just a word. */
export function isNameInAddress(name: string, profile: URL, page: URL | null): boolean {
  if (!isOwnProfile(profile, page) || /^\d+$/.test(name)) return false;
  return PROFILE_PATH.exec(decoded(profile))?.[1]?.toLowerCase() === name.toLowerCase().replace(/^@/, "");
}

function isOwnProfile(profile: URL, page: URL | null): boolean {
  return page !== null && profile.search === "" && isSameSite(profile, page);
}

function decoded(address: URL): string {
  try {
    return decodeURIComponent(address.pathname);
  } catch {
    return address.pathname;
  }
}
