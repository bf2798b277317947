/** Whether the page shows at its end that more is on its way. */

/** What pages show meanwhile: by the accessibility standard, and by elements of platforms that go on and on. */
const NAMED = [
  '[aria-busy="true"]',
  '[role="progressbar"]:not([aria-valuenow])',
  "progress:not([value])",
  '[data-visualcompletion="loading-state"]',
  "ytd-continuation-item-renderer",
  "tp-yt-paper-spinner",
  "shreddit-async-loader",
].join(",");
/** By habit: a class of which one word is such a word, and none of these. */
const WORDS = ["spinner", "loading", "loader", "skeleton"];
const NOT_WITH = ["lazy", "not", "no", "pre"];
const SIGNS = `${NAMED},${WORDS.map((word) => `[class*="${word}" i]`).join(",")}`;
/** A class of these is about a picture that loads late. */
const PICTURES = "img, picture, video, source, iframe";

/** Call with the page at its end. */
export function seemsToLoad(): boolean {
  return Array.from(document.querySelectorAll(SIGNS)).some(
    (element) => saysSo(element) && !element.matches(PICTURES) && isAtEnd(element) && !isInFixed(element),
  );
}

function saysSo(element: Element): boolean {
  const classes = element.getAttribute("class")?.split(/\s+/) ?? [];
  return (
    element.matches(NAMED) || classes.map(wordsOf).some((words) => hasOneOf(words, WORDS) && !hasOneOf(words, NOT_WITH))
  );
}

/** `LoadingSpinner-a1` has the words loading, spinner, a. */
const wordsOf = (name: string) =>
  name
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);

const hasOneOf = (words: readonly string[], wanted: readonly string[]) => words.some((word) => wanted.includes(word));

/** In the lower half of the window, and to be seen there. */
function isAtEnd(element: Element): boolean {
  const { top, bottom, width, height } = element.getBoundingClientRect();
  // What is higher than the window is no sign but all that the page shows.
  const isSign = width > 0 && height > 0 && height < window.innerHeight;
  const isLow = bottom > window.innerHeight / 2 && top < window.innerHeight;
  return isSign && isLow && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** What stays in the window stands at no end. */
function isInFixed(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (getComputedStyle(at).position === "fixed") return true;
  }
  return false;
}
