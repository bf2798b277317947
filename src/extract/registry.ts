/**
 * Readers that know one platform's pages. What a reader says counts before the generic sources; what it leaves open
 * they may fill.
 */
import type { Page } from "./page";
import type { SiteReader } from "./site-reader";
import { SITES } from "./sites/sites";

export const READERS: readonly SiteReader[] = SITES;

export interface KnownPage {
  reader: SiteReader | null;
  platform: string;
}

/** The first reader that knows the page, and the platform that the page is then of. */
export function findReader(readers: readonly SiteReader[], platform: string, page: Page): KnownPage {
  for (const reader of readers)
    if (isAsked(reader, platform, page) && attempt(() => reader.knows?.(page) ?? true) === true)
      return { reader, platform: platformFor(reader, platform) };
  return { reader: null, platform };
}

function isAsked(reader: SiteReader, platform: string, page: Page): boolean {
  if (reader.platforms?.includes(platform)) return true;
  if (platform !== "web") return false;
  return reader.anyHost !== undefined || isOnHost(reader, page);
}

function isOnHost({ hosts = [] }: SiteReader, { url }: Page): boolean {
  const host = url?.hostname.replace(/\.$/, "") ?? "";
  return hosts.some((one) => host === one || host.endsWith(`.${one}`));
}

/** Software of one platform makes its host part of the platform; a copy somewhere else stays "web". */
function platformFor(reader: SiteReader, platform: string): string {
  return platform === "web" && reader.anyHost === "software" ? (reader.platforms?.[0] ?? platform) : platform;
}

/** A page can be built to make a reader fail; then this source says nothing and the others still count. */
export function attempt<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}
