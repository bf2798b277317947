/** One photograph of the tab, taken only while everything is as it should be, and thrown away unread otherwise. */
import type { PageGeometry } from "@/src/messaging/page-side";
import { CaptureError } from "@/src/model/errors";
import { isSameSubject, type WhyPaused } from "@/src/model/job";
import { browser } from "@/src/platform/browser";
import type { Clock } from "@/src/platform/clock";
import type { Cover } from "./cover";
import type { FrontWatch } from "./front-watch";
import type { PageLink } from "./page-link";
import type { QuotaWindow } from "./quota";
import { requireSamePage } from "./subject";

export type Png = Uint8Array<ArrayBuffer>;

/** What must hold before and after a photograph. */
export interface Scene {
  /** The address the tab had at the click; the page may rename it since. */
  url: string;
  geometry: PageGeometry;
  /** Given how the page stands right before and after. May throw, and nothing is kept then. */
  onLook?: (now: PageGeometry) => void;
}

export interface Shooting {
  tabId: number;
  link: PageLink;
  front: FrontWatch;
  quota: QuotaWindow;
  clock: Clock;
  signal: AbortSignal;
  /** Present where pictures are to be covered: no photograph is kept unless it held before and after. */
  cover: Cover | null;
  /** Told when nothing can be taken for now, and with `null` when it goes on. */
  onPause: (why: WhyPaused | null) => void;
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
/** How long the window or the zoom may be another before the capture no longer waits for the size it began with. */
const RESIZED_PATIENCE_MS = 4_000;
const LOOK_EVERY_MS = 400;
/** How often the browser may refuse a picture of a tab that stands in front. */
const ATTEMPTS = 6;
/** The browser counts its quota by its own clock, from when it hears of a call: on a busy machine a little later than we. */
const TOO_SOON_MS = 60;
const ATTEMPTS_TOO_SOON = 60;

/** The page does not stand where it was moved to: it, or its reader, scrolled. */
export class PageMoved extends Error {
  override readonly name = "PageMoved";
}

/**
 * @param last The picture before this one. One that is the same to the byte may be what the window still showed from
 * before the page was moved, so it is taken once more.
 * @param meanwhile Begun while the browser makes the picture, and ended before the page is looked at again.
 * @throws {CaptureError} `pageChanged`, `pageResized`, `tabClosed`, `tabHidden`, `stopped`, `pictureRefused`,
 * `picturesNotCovered`, `pageNotAnswering`
 * @throws {PageMoved}
 */
export async function photograph(
  shooting: Shooting,
  scene: Scene,
  part?: PagePart,
  last?: Png,
  meanwhile: () => Promise<void> | void = () => {},
): Promise<Png> {
  const startMs = shooting.clock.monotonicMs();
  let refusals = 0;
  let tooSoon = 0;
  let uncovered = 0;
  let mustRedraw = false;
  for (;;) {
    await shooting.quota.turn();
    const { front: before, page } = await inSight(shooting, scene, startMs, mustRedraw);
    await shooting.cover?.hold();
    scene.onLook?.(page);
    // Covering takes a while, so the page is looked at again then.
    if (!isScene(scene, before.url, shooting.cover ? await lookAt(shooting) : page)) continue;
    shooting.quota.count();
    const [{ png, refusal }] = await Promise.all([shoot(before.windowId, scene, part), meanwhile()]);
    const [after, isCovered, now] = await Promise.all([
      shooting.front.look(),
      shooting.cover?.isHolding() ?? true,
      png && lookAt(shooting),
    ]);
    const isSame = after.inFront && after.windowId === before.windowId && after.changes === before.changes;
    if (png && now && isSame && isCovered) {
      scene.onLook?.(now);
      const isStillScene = isScene(scene, after.url, now);
      if (isStillScene && (mustRedraw || !last || !sameBytes(png, last))) return png;
    } else if (png && isSame) {
      uncovered += 1;
      if (uncovered === ATTEMPTS) throw new CaptureError("picturesNotCovered");
    } else if (isTooSoon(refusal)) {
      tooSoon += 1;
      if (tooSoon === ATTEMPTS_TOO_SOON) throw new CaptureError("pictureRefused", { cause: refusal });
      await shooting.clock.sleep(TOO_SOON_MS);
    } else if (isSame) {
      // Where another tab came in front, it was that tab that may not be photographed, and this one is tried again.
      refusals += 1;
      if (refusals === ATTEMPTS) throw new CaptureError("pictureRefused", { cause: refusal });
      await shooting.clock.sleep(1000);
    }
    mustRedraw = true;
  }
}

export function sameBytes(a: Png, b: Png): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** Waits until the tab is in front and drawn, in a window of the size that the scene has. */
async function inSight(shooting: Shooting, scene: Scene, startMs: number, mustRedraw: boolean) {
  let paused: WhyPaused | null = null;
  let resizedMs: number | null = null;
  for (;;) {
    if (shooting.signal.aborted) throw new CaptureError("stopped");
    // The page is asked also while out of sight: a page side that hears nothing for long puts the page back.
    const [front, page] = await Promise.all([
      shooting.front.look(),
      shooting.link.ask("look", { drawn: paused !== null || mustRedraw, setsAside: true }),
    ]);
    const why = whyWait(front.inFront && page.visible, page, scene.geometry);
    if (why !== paused) shooting.onPause(why);
    if (why === null) return { front, page };
    const nowMs = shooting.clock.monotonicMs();
    resizedMs = why === "resized" ? (resizedMs ?? nowMs) : null;
    if (resizedMs !== null && nowMs - resizedMs > RESIZED_PATIENCE_MS) throw new CaptureError("pageResized");
    if (nowMs - startMs > PATIENCE_MS) throw new CaptureError("tabHidden");
    paused = why;
    await shooting.clock.sleep(LOOK_EVERY_MS);
  }
}

function whyWait(isInSight: boolean, now: PageGeometry, wanted: PageGeometry): WhyPaused | null {
  if (!isInSight) return "outOfSight";
  // Of another page the size means nothing.
  return !isSameSubject(now, wanted) || sameSize(now, wanted) ? null : "resized";
}

const lookAt = (shooting: Shooting) => shooting.link.ask("look", { drawn: false });

/**
 * @returns False where its window is of another size, which may pass.
 * @throws {CaptureError} `pageChanged` @throws {PageMoved}
 */
function isScene(scene: Scene, url: string, now: PageGeometry): boolean {
  const wanted = scene.geometry;
  requireSamePage(wanted, now);
  // The browser's own word, whatever the page says: no document renames itself beyond its origin.
  if (originOf(url) !== originOf(scene.url)) throw new CaptureError("pageChanged");
  if (!sameSize(now, wanted)) return false;
  if (!samePlace(now, wanted)) throw new PageMoved();
  return true;
}

const originOf = (url: string) => URL.parse(url)?.origin;

const sameSize = (now: PageGeometry, wanted: PageGeometry) =>
  sameWindow(now, wanted) && now.viewWidthCss === wanted.viewWidthCss;

/** Size, pixel ratio and magnification of the window; a scroll bar may have come or gone. */
export function sameWindow(now: PageGeometry, wanted: PageGeometry): boolean {
  return (
    now.dpr === wanted.dpr &&
    now.magnifiedBy === wanted.magnifiedBy &&
    now.windowWidthCss === wanted.windowWidthCss &&
    now.windowHeightCss === wanted.windowHeightCss
  );
}

/** Less than this part of a CSS pixel is rounding. */
const NOTHING_CSS = 0.02;

function samePlace(now: PageGeometry, wanted: PageGeometry): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) < NOTHING_CSS;
  return near(now.movedXCss, wanted.movedXCss) && near(now.movedYCss, wanted.movedYCss);
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
