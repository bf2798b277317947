/**
 * Makes the page load what it loads only when it comes near the window: scrolls every part of the page past the window
 * once, then waits for pictures. Bounded in length and in time; what did not load is counted.
 */

/** Longest wait for pictures after the last part was passed. */
const PICTURES_WAIT_MS = 3_000;
const LOOK_EVERY_MS = 40;
/** How long a page may take to go on below its end once that was reached: before it first did so, and after. */
const GROWS_WITHIN_MS = 150;
const GROWS_AGAIN_WITHIN_MS = 800;
/** All the waiting for a page to go on. */
const GROWING_MS = 12_000;

export interface Passing {
  scrollTo(yCss: number): void;
  frame(): Promise<void>;
  /** The page's height now, in CSS pixels. */
  heightCss(): number;
}

/** @param limitCss A page that keeps growing is passed as far as this. */
export async function passThePage(page: Passing, limitCss: number): Promise<void> {
  const firstCss = page.heightCss();
  const stepCss = window.innerHeight;
  const endMs = performance.now() + GROWING_MS;
  if (firstCss <= stepCss) return;
  let isEnd = false;
  for (let yCss = 0; !isEnd; yCss += stepCss) {
    page.scrollTo(yCss);
    await page.frame();
    const heightCss = page.heightCss();
    if (yCss + stepCss < Math.min(heightCss, limitCss)) continue;
    const waitMs = heightCss > firstCss ? GROWS_AGAIN_WITHIN_MS : GROWS_WITHIN_MS;
    isEnd = heightCss >= limitCss || !(await grows(page, Math.min(waitMs, endMs - performance.now())));
  }
  page.scrollTo(0);
  await page.frame();
}

async function grows(page: Passing, waitMs: number): Promise<boolean> {
  const before = page.heightCss();
  const endMs = performance.now() + waitMs;
  while (performance.now() < endMs) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    if (page.heightCss() > before) return true;
  }
  return false;
}

/** @returns How many pictures did not load. */
export async function picturesLoaded(): Promise<number> {
  const endMs = performance.now() + PICTURES_WAIT_MS;
  while (pending().length > 0 && performance.now() < endMs) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return pending().length + Array.from(document.images).filter(isBroken).length;
}

const pending = () => Array.from(document.images).filter((image) => !image.complete && image.checkVisibility());

/** Loading ended, with nothing to show. */
const isBroken = (image: HTMLImageElement) =>
  image.complete && image.currentSrc !== "" && image.naturalWidth === 0 && image.checkVisibility();
