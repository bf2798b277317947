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
  /** As given, but for a copy, whose links lead to where it was copied from. */
  page: Page;
}

/** The first reader that knows the page, and the platform that the page is then of. */
export function findReader(readers: readonly SiteReader[], platform: string, page: Page): KnownPage {
  for (const reader of readers)
    if (isAsked(reader, platform, page) && attempt(() => reader.knows?.(page) ?? true) === true)
      return {
        reader,
        platform: platformFor(reader, platform),
        page: isCopy(reader, platform) ? atHome(page, reader) : page,
      };
  return { reader: null, platform, page };
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

function platformFor(reader: SiteReader, platform: string): string {
  return platform === "web" && reader.anyHost === "platform" ? (reader.platforms?.[0] ?? platform) : platform;
}

function isCopy(reader: SiteReader, platform: string): boolean {
  return platform === "web" && reader.anyHost === "copy";
}

function atHome(page: Page, { home }: SiteReader): Page {
  const hasBase = page.root.querySelector("base[href]") !== null;
  return home === undefined || hasBase ? page : { ...page, base: new URL(home) };
}

/** A page can be built to make a reader fail; then this source says nothing and the others still count. */
export function attempt<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}
