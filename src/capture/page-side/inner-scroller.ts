/** Whether a large part of the page scrolls by itself: a chat, a post in a dialog, a mail pane. */

/** Smaller boxes (menus, code samples) are parts of a page, not the page. */
const LARGE_SHARE = 0.3;
/** Less than this much hidden, in CSS pixels, is not worth a word. */
const HIDDEN_CSS = 40;
/** Where to look, as shares of the viewport. */
const PLACES = [0.25, 0.5, 0.75];

export function scrollsInside(): boolean {
  const area = window.innerWidth * window.innerHeight * LARGE_SHARE;
  return PLACES.some((x) =>
    PLACES.some((y) => {
      let element = document.elementFromPoint(window.innerWidth * x, window.innerHeight * y);
      for (; element && element !== document.scrollingElement; element = element.parentElement) {
        if (element.clientWidth * element.clientHeight >= area && hidesMore(element)) return true;
      }
      return false;
    }),
  );
}

function hidesMore(element: Element): boolean {
  if (element.scrollHeight - element.clientHeight < HIDDEN_CSS) return false;
  const overflow = getComputedStyle(element).overflowY;
  return overflow === "auto" || overflow === "scroll";
}
