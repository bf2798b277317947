/**
 * Readers that know one platform's pages. What a reader says counts before the generic sources; what it leaves open
 * they may fill.
 */
import type { Claims } from "./claims";

export interface PlatformReader {
  /** Id from the directory of platforms. */
  platform: string;
  /** True for software that runs on many hosts: then the reader is also asked where the address tells no platform. */
  isAnyHost?: boolean;
  /** `null` when this is not a page the reader knows. A fact set to `null` is one the page does not give. */
  read(document: Document, url: string): Claims | null;
}

/** None yet: they come one platform at a time, each with its pages to test on. */
export const READERS: readonly PlatformReader[] = [];

/** Asks the readers in order; the first that knows the page answers. One that fails is passed over. */
export function askReaders(
  readers: readonly PlatformReader[],
  platform: string,
  document: Document,
  url: string,
): { platform: string; claims: Claims } {
  for (const reader of readers) {
    if (reader.platform !== platform && !(reader.isAnyHost && platform === "web")) continue;
    const claims = attempt(() => reader.read(document, url));
    if (claims !== null) return { platform: reader.platform, claims };
  }
  return { platform, claims: {} };
}

/** A page can be built to make a reader fail; then this source says nothing and the others still count. */
export function attempt<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}
