/**
 * Compares the addresses a page names with the address the browser stood at. Metadata that belongs to another address
 * (left over after in-page navigation, or about a whole thread) must not be taken for the post's own.
 */

/** Parts that a reader's own link may carry without naming another post. */
const NOISE = new Set(
  (
    "fbclid gclid dclid msclkid twclid ttclid yclid igsh igshid mibextid mc_cid mc_eid si s t ref ref_src ref_url rdt " +
    "share_id share source feature lang hl locale img_index sid phpsessid __cft__[0] __tn__ _rdr xmt slof smid cmpid"
  ).split(" "),
);
const SITE_PREFIX = /^(?:www|m|mobile|mbasic|touch|amp|old|new)\./;

/** Absolute http(s) address, or `null`. Without a base, `raw` must be absolute itself. */
export function parseWebAddress(raw: unknown, base: URL | null): URL | null {
  if (typeof raw !== "string" || raw.length > 10_000 || raw.trim() === "") return null;
  const address = URL.parse(raw.trim(), base ?? undefined);
  return address !== null && /^https?:$/.test(address.protocol) ? address : null;
}

/** Same host but for prefixes like `www.`, or one a subdomain of the other. */
export function isSameSite(one: URL, other: URL): boolean {
  const [a, b] = [siteHost(one), siteHost(other)];
  return a === b || isBelow(a, b) || isBelow(b, a);
}

/** Whether `claimed` is the page's own address: the same thing, but for scheme, prefix, tracking parts and slash. */
export function isSameAddress(claimed: URL, page: URL): boolean {
  if (!isSameSite(claimed, page) || namedPart(claimed) !== namedPart(page)) return false;
  if (plainPath(claimed) === plainPath(page)) return hasSameQuery(claimed, page);
  const ids = longIds(claimed);
  return ids !== "" && ids === longIds(page);
}

/** The fragment, where it names one part of the page (`#post-42`, a hash route), else "". */
export function namedPart(address: URL): string {
  return /\d|^#[/!]/.test(address.hash) ? address.hash : "";
}

/** Whether two addresses differ only in a page number, or the later one in having one at all. */
export function isEarlierPage(previous: URL, page: URL): boolean {
  const [before, after] = [previous, page].map((one) => `${one.pathname}${one.search}`.replace(/\d+/g, "#"));
  return isSameSite(previous, page) && after !== undefined && before !== undefined && after.startsWith(before);
}

function siteHost(address: URL): string {
  return address.hostname.replace(/\.$/, "").replace(SITE_PREFIX, "");
}

function isBelow(host: string, parent: string): boolean {
  return parent.includes(".") && host.endsWith(`.${parent}`);
}

function plainPath(address: URL): string {
  const path = address.pathname.replace(/\/+$/, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // not valid UTF-8 when decoded: compare as written
  }
}

/** Every part of the claimed query stands in the page's; what the page has beyond that is noise. */
function hasSameQuery(claimed: URL, page: URL): boolean {
  const wanted = new Map(claimed.searchParams);
  const given = new Map(page.searchParams);
  const isNoise = (name: string) => NOISE.has(name.toLowerCase()) || name.startsWith("utm_");
  return (
    [...wanted].every(([name, value]) => given.get(name) === value) &&
    [...given.keys()].every((name) => wanted.has(name) || isNoise(name))
  );
}

/** Numbers long enough to be ids, not dates: the same set means the same post under another form of its address. */
function longIds(address: URL): string {
  const ids = `${address.pathname}${address.search}`.match(/\d{10,}/g) ?? [];
  return [...new Set(ids)].sort().join(" ");
}
