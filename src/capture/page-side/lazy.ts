/**
 * Makes the page load what it loads only when it comes near the window: moves every part of the page past the window
 * once, then waits for pictures. Bounded in length and in time; what did not load is counted.
 */

/** Longest wait for pictures after the last part was passed. */
const PICTURES_WAIT_MS = 3_000;
const LOOK_EVERY_MS = 50;

export interface Passing {
  move(yCss: number): void;
  frame(): Promise<void>;
  /** The page's height now, in CSS pixels. */
  heightCss(): number;
}

/** @param limitCss A page that keeps growing is passed as far as this. */
export async function passThePage(page: Passing, limitCss: number): Promise<void> {
  const stepCss = window.innerHeight;
  for (let yCss = 0; yCss < Math.min(page.heightCss(), limitCss); yCss += stepCss) {
    page.move(yCss);
    // Pages made before intersection observers load in a scroll handler.
    window.dispatchEvent(new Event("scroll"));
    await page.frame();
  }
  page.move(0);
  await page.frame();
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
