/** What will come between, decided by a seed: the same seed gives the same runs. */
import type { BrowserKind } from "../release-build";

/** Numbers in [0, 1) that a seed decides (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Each is done by the function of its name in kinds.ts. */
export const KINDS = {
  navigation: ["chromium", "firefox"],
  backAgain: ["chromium", "firefox"],
  rename: ["chromium", "firefox"],
  tabSwitch: ["chromium", "firefox"],
  flipping: ["chromium", "firefox"],
  windowMinimised: ["chromium"],
  resize: ["chromium", "firefox"],
  resizeAndBack: ["chromium", "firefox"],
  zoom: ["chromium"],
  scrolled: ["chromium", "firefox"],
  workerStopped: ["chromium"],
  workerStoppedTwice: ["chromium"],
  quotaEaten: ["chromium"],
  extensionReloaded: ["chromium"],
  storageFull: ["chromium"],
  tabClosed: ["chromium", "firefox"],
  popupClosed: ["chromium", "firefox"],
  stopPressed: ["chromium", "firefox"],
} as const satisfies Record<string, readonly BrowserKind[]>;
export type Kind = keyof typeof KINDS;

export interface Plan {
  seed: number;
  kind: Kind;
  /** From pressing "Save this page" until it comes between. */
  afterMs: number;
  covered: boolean;
  /** Closed at once after saving began. */
  closesPopup: boolean;
  /** Where the page stands scrolled to, as a part of its height. */
  scrolled: number;
}

/** Of the page that is captured: 100 px each, eight windows. */
export const BANDS = 56;
/** How long a capture takes for each of them when nothing comes between, roughly. Firefox is not held to two a second. */
const BAND_MS: Record<BrowserKind, number> = { chromium: 80, firefox: 40 };

/** @param only Where not empty, of these kinds alone. */
export function planOf(seed: number, browser: BrowserKind, only: readonly Kind[] = [], bands = BANDS): Plan {
  const random = randomFrom(seed);
  const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => (KINDS[kind] as readonly string[]).includes(browser));
  const chosen = only.length > 0 ? kinds.filter((kind) => only.includes(kind)) : kinds;
  return {
    seed,
    kind: chosen[Math.floor(random() * chosen.length)]!,
    afterMs: Math.round(random() * bands * BAND_MS[browser]),
    covered: random() < 0.25,
    closesPopup: random() < 0.5,
    scrolled: random() < 0.5 ? 0 : random(),
  };
}
