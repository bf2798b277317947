/** Finds the box in which the page's main content scrolls by itself: a chat, a post in a dialog, a mail pane. */
import type { InnerFound } from "@/src/messaging/page-side";
import { areaOf, drawnParent, isDrawnInside, topmostAt, visibleEdges } from "./inner-place";
import { treesOf } from "./shadow";

/** Boxes smaller than this share of the window (menus, code samples) are parts of a page, not the page. */
const LARGE_SHARE = 0.3;
/** In a dialog over the page, words often stand in a narrow column beside a picture. */
const LARGE_IN_DIALOG = 0.08;
/** Less than this much hidden, in CSS pixels, is not worth a word. */
const HIDDEN_CSS = 40;
/** Where a box is looked at for things that cover it, as shares of its size, and how many of these must be free. */
const PLACES = [0.1, 0.3, 0.5, 0.7, 0.9];
const FREE_SHARE = 0.5;
const MAX_ELEMENTS = 300_000;
const DIALOG = 'dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]';
const NOT_CONTENT = "textarea, input, select, pre, code, nav";

export interface FoundInner {
  box: HTMLElement;
  /** It is what the window is about, rather than a part of a page that scrolls as well. */
  isMain: boolean;
}

export function findInner(): FoundInner | null {
  const windowArea = window.innerWidth * window.innerHeight;
  const found = [...scrollableBoxes()].flatMap((box) => {
    const area = areaOf(visibleEdges(box));
    const inDialog = isInDialog(box);
    const least = windowArea * (inDialog ? LARGE_IN_DIALOG : LARGE_SHARE);
    return area >= least ? [{ box, area, inDialog }] : [];
  });
  // A box within a box: the inner one holds the content, unless the outer one hides more.
  const sorted = found.sort((a, b) => Number(b.inDialog) - Number(a.inDialog) || b.area - a.area);
  const best = sorted.find(({ box }) => isUncovered(box) && hasWords(box));
  if (!best) return null;
  return { box: best.box, isMain: best.inDialog || hiddenOf(best.box) > hiddenOfPage() };
}

export function innerFound(): InnerFound {
  const found = findInner();
  return { found: found !== null, isMain: found?.isMain ?? false };
}

function* scrollableBoxes(): Generator<HTMLElement> {
  let seen = 0;
  for (const { elements } of treesOf(document.documentElement)) {
    seen += elements.length;
    if (seen > MAX_ELEMENTS) return;
    for (const element of elements) if (element instanceof HTMLElement && scrolls(element)) yield element;
  }
}

function scrolls(element: HTMLElement): boolean {
  if (hiddenOf(element) < HIDDEN_CSS || element.clientHeight === 0) return false;
  if (element === document.scrollingElement || element.matches(NOT_CONTENT)) return false;
  if (element === document.documentElement || isWindowsOwn(element)) return false;
  const { overflowY } = getComputedStyle(element);
  return overflowY === "auto" || overflowY === "scroll";
}

/** What a body says of scrolling is said of the window, unless the root has said something itself. */
function isWindowsOwn(element: HTMLElement): boolean {
  return element === document.body && getComputedStyle(document.documentElement).overflowY === "visible";
}

const hiddenOf = (element: Element) => element.scrollHeight - element.clientHeight;
const hiddenOfPage = () => hiddenOf(document.scrollingElement ?? document.documentElement);

function isInDialog(box: Element): boolean {
  for (let at: Element | null = box; at; at = drawnParent(at)) if (at.matches(DIALOG)) return true;
  return false;
}

function isUncovered(box: Element): boolean {
  const { left, top, right, bottom } = visibleEdges(box);
  const isFree = (x: number, y: number) =>
    isDrawnInside(topmostAt(left + (right - left) * x, top + (bottom - top) * y), box);
  const points = PLACES.flatMap((x) => PLACES.map((y) => isFree(x, y)));
  return points.filter(Boolean).length >= points.length * FREE_SHARE;
}

/** Words in slots and shadow roots are not looked for: a box that holds such is taken to have some. */
function hasWords(box: Element): boolean {
  if (/\S/.test(box.textContent ?? "")) return true;
  return Array.from(box.querySelectorAll("*")).some((one) => one.localName === "slot" || one.localName.includes("-"));
}
