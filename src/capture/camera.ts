/** One photograph of the tab, taken only while everything is as it should be, and thrown away unread otherwise. */
import type { PageGeometry } from "@/src/messaging/page-side";
import { CaptureError } from "@/src/model/errors";
import { browser } from "@/src/platform/browser";
import type { Clock } from "@/src/platform/clock";
import type { FrontWatch } from "./front-watch";
import type { PageLink } from "./page-link";
import type { QuotaWindow } from "./quota";

export type Png = Uint8Array<ArrayBuffer>;

/** What must hold before and after a photograph. */
export interface Scene {
  /** The address the tab had at the click. */
  url: string;
  geometry: PageGeometry;
}

export interface Shooting {
  tabId: number;
  link: PageLink;
  front: FrontWatch;
  quota: QuotaWindow;
  clock: Clock;
  signal: AbortSignal;
  /** Told when the tab goes out of sight and when it is back. */
  onPause: (paused: boolean) => void;
}

/** Firefox takes any part of the page; Chromium only what is in view. Lengths in CSS pixels of the page. */
export interface PagePart {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How long a tab may stay out of sight, or be flipped away from, before the capture is given up. */
const PATIENCE_MS = 120_000;
const LOOK_EVERY_MS = 400;
/** How often the browser may refuse a picture of a tab that stands in front. */
const ATTEMPTS = 6;

/**
 * @param last The picture before this one. One that is the same to the byte may be what the window still showed from
 * before the page was moved, so it is taken once more.
 * @throws {CaptureError} `pageChanged`, `pageResized`, `tabClosed`, `tabHidden`, `stopped`, `pictureRefused`,
 * `pageNotAnswering`
 */
export async function photograph(shooting: Shooting, scene: Scene, part?: PagePart, last?: Png): Promise<Png> {
  const startMs = shooting.clock.monotonicMs();
  let refusals = 0;
  let mustRedraw = false;
  for (;;) {
    await shooting.quota.turn();
    const before = await inSight(shooting, startMs, mustRedraw);
    await checkScene(shooting, scene, before.url);
    shooting.quota.count();
    const { png, refusal } = await shoot(before.windowId, scene, part);
    const after = await shooting.front.look();
    const isSame = after.inFront && after.windowId === before.windowId && after.changes === before.changes;
    if (png && isSame) {
      await checkScene(shooting, scene, after.url);
      if (mustRedraw || !last || !sameBytes(png, last)) return png;
    } else if (isSame || isTooSoon(refusal)) {
      // Where another tab came in front, it was that tab that may not be photographed, and this one is tried again.
      refusals += 1;
      if (refusals === ATTEMPTS) throw new CaptureError("pictureRefused", { cause: refusal });
      await shooting.clock.sleep(1000); // the browser's quota, counted by its own clock
    }
    mustRedraw = true;
  }
}

export function sameBytes(a: Png, b: Png): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** Waits until the tab is in front and drawn. */
async function inSight(shooting: Shooting, startMs: number, mustRedraw: boolean) {
  let wasPaused = false;
  for (;;) {
    if (shooting.signal.aborted) throw new CaptureError("stopped");
    const front = await shooting.front.look();
    // Asked also while out of sight: a page side that hears nothing for long puts the page back.
    const { visible } = await shooting.link.ask("look", { drawn: wasPaused || mustRedraw });
    if (front.inFront && visible) {
      if (wasPaused) shooting.onPause(false);
      return front;
    }
    if (shooting.clock.monotonicMs() - startMs > PATIENCE_MS) throw new CaptureError("tabHidden");
    if (!wasPaused) shooting.onPause(true);
    wasPaused = true;
    await shooting.clock.sleep(LOOK_EVERY_MS);
  }
}

async function checkScene(shooting: Shooting, scene: Scene, url: string): Promise<void> {
  const now = await shooting.link.ask("look", { drawn: false });
  const wanted = scene.geometry;
  if (url !== scene.url || now.documentToken !== wanted.documentToken) throw new CaptureError("pageChanged");
  if (!sameView(now, wanted)) throw new CaptureError("pageResized");
}

/** Less than this part of a CSS pixel is rounding. */
const NOTHING_CSS = 0.02;

function sameView(now: PageGeometry, wanted: PageGeometry): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) < NOTHING_CSS;
  return (
    now.dpr === wanted.dpr &&
    now.windowWidthCss === wanted.windowWidthCss &&
    now.windowHeightCss === wanted.windowHeightCss &&
    now.viewWidthCss === wanted.viewWidthCss &&
    near(now.movedXCss, wanted.movedXCss) &&
    near(now.movedYCss, wanted.movedYCss)
  );
}

/** @returns The picture, or why the browser gave none. */
async function shoot(
  windowId: number,
  scene: Scene,
  part?: PagePart,
): Promise<{ png: Png; refusal?: never } | { png: null; refusal: unknown }> {
  const whole = { format: "png" } as const;
  const details = part ? { ...whole, rect: part, scale: scene.geometry.dpr, resetScrollPosition: true } : whole;
  try {
    const dataUrl = await browser.tabs.captureVisibleTab(windowId, details);
    return { png: Uint8Array.fromBase64(dataUrl.slice(dataUrl.indexOf(",") + 1)) };
  } catch (refusal) {
    return { png: null, refusal };
  }
}

function isTooSoon(refusal: unknown): boolean {
  return refusal instanceof Error && /MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND/.test(refusal.message);
}
