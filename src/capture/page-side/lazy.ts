/**
 * Makes the page load what it loads only when it comes near the window: scrolls every part of the page past the window
 * once, then waits for pictures. Bounded in length and in time; what did not load is listed.
 */
import { UNLOADED_LIMITS, type Unloaded } from "@/src/messaging/page-side";
import { seemsToLoad } from "./loading";
import { secretsOfPage } from "./page-secrets";
import { findPictures, pictures } from "./pictures";

/** Longest wait for pictures after the last part was passed. */
const PICTURES_WAIT_MS = 3_000;
const LOOK_EVERY_MS = 40;
/**
 * How long a page may take to go on below its end once that was reached: before it first did so, and after. The first is
 * not waited for at the end, but looked at later (`passRest`): most pages do not go on.
 */
const GROWS_WITHIN_MS = 150;
const GROWS_AGAIN_WITHIN_MS = 800;
/** And where it shows that more is on its way. */
const LOADS_WITHIN_MS = 1_500;
/** All the waiting for a page to go on. */
const GROWING_MS = 12_000;

export interface Passing {
  scrollTo(yCss: number): void;
  frame(): Promise<void>;
  /** The page's height now, in CSS pixels. */
  heightCss(): number;
  /** Called where it stands below its top, and has heard of that. */
  atStop?(): void;
}

/** How far a page was passed. */
export interface Passed {
  /** Its height then, in CSS pixels. */
  heightCss: number;
  /** When its end was reached, by `performance.now()`. */
  atMs: number;
}

/**
 * @param limitCss A page that keeps growing is passed as far as this.
 * @param before It was passed so far already, and goes on.
 * @returns `null` where the window shows all of it.
 */
export async function passThePage(page: Passing, limitCss: number, before?: Passed): Promise<Passed | null> {
  const firstCss = before?.heightCss ?? page.heightCss();
  const stepCss = window.innerHeight;
  const endMs = performance.now() + GROWING_MS;
  if (page.heightCss() <= stepCss) return null;
  let isEnd = false;
  for (let yCss = before ? Math.max(0, firstCss - stepCss) : 0; !isEnd; yCss += stepCss) {
    page.scrollTo(yCss);
    await page.frame();
    if (yCss > 0) page.atStop?.();
    const heightCss = page.heightCss();
    if (yCss + stepCss < Math.min(heightCss, limitCss)) continue;
    const waitMs = heightCss < limitCss ? patienceMs(heightCss > firstCss) : 0;
    isEnd = waitMs === 0 || !(await grows(page, Math.min(waitMs, endMs - performance.now())));
  }
  await page.frame(); // in which the page hears that it stands at its end
  const passed = { heightCss: page.heightCss(), atMs: performance.now() };
  page.scrollTo(0);
  await page.frame();
  return passed;
}

/**
 * From its end upwards: what loads at the end has the longest time for it.
 * @returns `null` where the window shows all of it.
 */
export async function passUpwards(page: Passing, limitCss: number): Promise<Passed | null> {
  const stepCss = window.innerHeight;
  const heightCss = page.heightCss();
  if (heightCss <= stepCss) return null;
  await page.frame(); // each place is come to within a frame, and what is seen there is found at that frame's end
  let atMs = 0;
  for (let yCss = Math.min(heightCss, limitCss) - stepCss; yCss > 0; yCss -= stepCss) {
    page.scrollTo(yCss);
    await page.frame();
    atMs ||= performance.now();
  }
  page.scrollTo(0);
  await page.frame();
  return { heightCss, atMs };
}

/** @returns `null` where nothing has come below its end. */
export async function passRest(page: Passing, passed: Passed, limitCss: number): Promise<Passed | null> {
  const hasGrown = () => page.heightCss() > passed.heightCss;
  const leftMs = passed.atMs + GROWS_WITHIN_MS - performance.now();
  if (passed.heightCss >= limitCss || !(await until(hasGrown, leftMs))) return null;
  return passThePage(page, limitCss, passed);
}

/** How long the page may take to go on from its end. */
function patienceMs(hasGrown: boolean): number {
  if (seemsToLoad()) return LOADS_WITHIN_MS;
  return hasGrown ? GROWS_AGAIN_WITHIN_MS : 0;
}

function grows(page: Passing, waitMs: number): Promise<boolean> {
  const before = page.heightCss();
  return until(() => page.heightCss() > before, waitMs);
}

/** Waits until all pictures of the page have loaded, for a while. */
export async function picturesLoaded(): Promise<void> {
  findPictures();
  await until(() => !pictures().some(isPending), PICTURES_WAIT_MS);
}

/** Waits, for a while, until the pictures in the window can be drawn: large ones are decoded aside, and drawn later. */
export async function picturesInWindowReady(waitMs: number): Promise<void> {
  const inWindow = pictures().filter(isInWindow);
  await Promise.race([Promise.allSettled(inWindow.map((image) => image.decode())), sleep(waitMs)]);
}

/** Pictures that have nothing to show. */
export function unloadedPictures(): Unloaded {
  const found = findPictures();
  const images = [...found.filter(isPending), ...found.filter(isBroken)];
  const secrets = secretsOfPage(document.documentElement);
  const addressOf = ({ currentSrc, src }: HTMLImageElement) => shortAddress(secrets.without(currentSrc || src, true));
  const addresses = new Set(images.map(addressOf).filter(Boolean));
  return { count: images.length, addresses: [...addresses].slice(0, UNLOADED_LIMITS.addresses) };
}

function shortAddress(address: string): string {
  const shown = address.startsWith("data:") ? address.split(",", 1)[0]! : address;
  return shown.slice(0, UNLOADED_LIMITS.characters).toWellFormed();
}

function isInWindow(image: HTMLImageElement): boolean {
  const { top, bottom, left, right } = image.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight && right > 0 && left < window.innerWidth && right > left;
}

/** @returns Whether it holds, in time. */
export async function until(holds: () => boolean, waitMs: number): Promise<boolean> {
  const endMs = performance.now() + waitMs;
  while (!holds()) {
    if (performance.now() >= endMs) return false;
    await sleep(LOOK_EVERY_MS);
  }
  return true;
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const isPending = (image: HTMLImageElement) => !image.complete && image.checkVisibility();

/** Loading ended, with nothing to show. */
const isBroken = (image: HTMLImageElement) =>
  image.complete && image.currentSrc !== "" && image.naturalWidth === 0 && image.checkVisibility();
