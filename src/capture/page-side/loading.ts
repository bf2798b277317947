/** Whether the page shows at its end that more is on its way. */

/** What pages show meanwhile: by the accessibility standard, by habit, and by elements of platforms that go on and on. */
const SIGNS = [
  '[aria-busy="true"]',
  '[role="progressbar"]:not([aria-valuenow])',
  "progress:not([value])",
  '[data-visualcompletion="loading-state"]',
  "ytd-continuation-item-renderer",
  "tp-yt-paper-spinner",
  "shreddit-async-loader",
  ...["spinner", "loading", "loader", "skeleton"].map((word) => `[class*="${word}" i]`),
].join(",");
/** A class of these is about a picture that loads late. */
const PICTURES = "img, picture, video, source, iframe";

/** Call with the page at its end. */
export function seemsToLoad(): boolean {
  return Array.from(document.querySelectorAll(SIGNS)).some((sign) => !sign.matches(PICTURES) && isInWindow(sign));
}

function isInWindow(element: Element): boolean {
  const { top, bottom, width, height } = element.getBoundingClientRect();
  // What is higher than the window is no sign but all that the page shows.
  const isSign = width > 0 && height > 0 && height < window.innerHeight;
  return isSign && bottom > 0 && top < window.innerHeight && element.checkVisibility({ visibilityProperty: true });
}
