/** One page: opened, photographed by the browser itself, by Tidemark, and by the peers. */
import type { Page } from "puppeteer-core";
import { type Driven, goTo } from "../drive/driven";
import { bareCaptureMs } from "./bare-capture";
import { MemoryWatch } from "./memory";
import { ownPicture } from "./own-picture";
import type { Peer, PeerPicture } from "./peers";
import type { Picture } from "./png-rows";
import { type TimedSave, timedSave } from "./timed-save";

export interface Taken {
  save: TimedSave;
  peakMb: number | null;
  dpr: number;
  /** The browser's own full-page picture right before and right after; `null` for pages with markers. */
  own: { before: Picture; after: Picture } | null;
  markers: string[] | null;
  /** Firefox: one bare photograph of the same area, the middle of three. */
  bareMs: number | null;
  peers: PeerOutcome[];
}

export interface PeerOutcome {
  name: string;
  outcome: PeerPicture | Error;
  peakMb: number | null;
}

/** Longest time for content that loads when it is scrolled to. */
const SETTLE_MS = 300;

/** @param zoom The browser's zoom, 1 is 100 %. */
export async function takeOnePage(driven: Driven, url: string, peers: readonly Peer[], zoom: number): Promise<Taken> {
  const page = await driven.openPage(url);
  try {
    const { markers, dpr } = await page.evaluate(lookAtPage);
    await settle(page, markers === null);
    const before = markers ? null : await ownPicture(driven.kind, page, zoom);
    const popup = await driven.pressToolbarButton(page);
    await popup.untilText(/Save this page|cannot be saved/);
    const memory = new MemoryWatch(driven.browser.process()!.pid!);
    const save = await timedSave(popup).finally(() => memory.stop());
    const peakMb = memory.stop();
    const bareMs = driven.kind === "firefox" ? await bareCaptureMs(popup, await page.evaluate(pageArea)) : null;
    const after = before && (await ownPicture(driven.kind, page, zoom));
    const outcomes: PeerOutcome[] = [];
    for (const peer of peers) {
      // A page with markers must be as it came: what we loaded by scrolling is not there for a peer.
      if (markers) await goTo(page, url).then(() => settle(page, false));
      outcomes.push(await takeByPeer(driven, page, peer));
    }
    return { save, peakMb, dpr, own: before && after && { before, after }, markers, bareMs, peers: outcomes };
  } finally {
    await page.close();
  }
}

async function takeByPeer(driven: Driven, page: Page, { name, take, isInPage }: Peer): Promise<PeerOutcome> {
  const memory = new MemoryWatch(driven.browser.process()!.pid!);
  const outcome = await take(page).catch((error: Error) => error);
  const peakMb = memory.stop();
  return { name, outcome, peakMb: isInPage ? peakMb : null };
}

function lookAtPage() {
  const named = document.querySelector<HTMLMetaElement>("meta[name=markers]")?.content.toLowerCase();
  return { markers: named?.match(/#[0-9a-f]{6}/g) ?? null, dpr: window.devicePixelRatio };
}

function pageArea() {
  const { scrollWidth, scrollHeight } = document.documentElement;
  return { widthCss: scrollWidth, heightCss: scrollHeight, dpr: window.devicePixelRatio };
}

/** A page that never comes to rest is taken as it then is. */
const REST_PATIENCE_MS = 20_000;

/**
 * Brings a page to rest, so that two pictures of it can be compared: what loads on being scrolled to is loaded,
 * animations stand. A page with markers is compared with no other picture and is left as it came.
 */
async function settle(page: Page, isCompared: boolean): Promise<void> {
  const resting = isCompared ? page.evaluate(scrollThrough).catch(() => {}) : Promise.resolve();
  await Promise.race([resting, sleep(REST_PATIENCE_MS)]);
  await sleep(SETTLE_MS);
  if (!isCompared) return;
  await page.evaluate(pauseAnimations);
}

/** Runs in the page. A document does not list the animations within its shadow roots. */
function pauseAnimations(): void {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const animation of root.getAnimations()) animation.pause();
    for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) roots.push(shadowRoot);
  }
}

/** Runs in the page, whose own scripts may have taken any function away. It has no named functions: see `View.run`. */
async function scrollThrough(): Promise<void> {
  await document.fonts.ready;
  const scroller = document.scrollingElement ?? document.documentElement;
  const start = scroller.scrollTop;
  for (let top = 0, rounds = 0, isDone = false; !isDone; top += window.innerHeight, rounds += 1) {
    isDone = top >= scroller.scrollHeight || rounds > 400;
    try {
      window.scrollTo({ top: isDone ? start : top, behavior: "instant" });
    } catch {
      scroller.scrollTop = isDone ? start : top;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
