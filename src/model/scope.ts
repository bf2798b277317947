/** How much of what is in front is saved. */
import type { Pictures } from "./picture";

/**
 * "view": the window as it stands. "page": the whole page. "conversation": the whole content of the box in which the
 * page's main content scrolls by itself.
 */
export const SCOPES = ["view", "page", "conversation"] as const;
export type Scope = (typeof SCOPES)[number];

/** What the user asked to be saved. */
export interface Wish {
  pictures: Pictures;
  /** `null`: whichever fits the page. */
  scope: Scope | null;
}

/** How many screens are taken of what has no end. */
export const SCREENS = { least: 5, most: 1000, usual: 60 } as const;

/** @returns A number of screens within bounds; the usual one for what is no number at all. */
export function screensFrom(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) return SCREENS.usual;
  return Math.min(SCREENS.most, Math.max(SCREENS.least, Math.round(value)));
}
