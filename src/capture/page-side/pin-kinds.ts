/** What is pinned to the window, and how. */
import { inWindow } from "./boxes";
import { travels } from "./fixed-parts";
import { drawnParent } from "./inner-place";
import type { Styled } from "./restore";

/** What has a box of its own to be pinned: of drawings, the whole. */
export function canBePinned(element: Element): element is Styled {
  return element instanceof HTMLElement || (element instanceof SVGSVGElement && element.ownerSVGElement === null);
}

/** A fixed element inside a transformed one travels with it, and then has an offset parent. */
export function isFixedToWindow(element: Styled, position: string): boolean {
  if (position !== "fixed" || element.getClientRects().length === 0) return false;
  return element instanceof HTMLElement ? element.offsetParent === null : !travels(drawnParent(element));
}

/** The page's own background, which `html` or else `body` gives, is drawn in every window anew. */
export function isAttachedToWindow(element: Styled, { backgroundAttachment, backgroundImage }: CSSStyleDeclaration) {
  const isPage = element === document.documentElement || element === document.body;
  return !isPage && backgroundImage !== "none" && backgroundAttachment.includes("fixed");
}

/** Whether it sticks to a box that scrolls by itself, not to the window. */
export function scrollsWithinBox(element: Styled): boolean {
  for (let box = parentOf(element); box && box !== document.documentElement; box = parentOf(box)) {
    if (box === document.body && isScrolledByWindow(box)) return false;
    const { overflowX, overflowY } = getComputedStyle(box);
    if ([overflowX, overflowY].some((overflow) => /auto|scroll|hidden/.test(overflow))) return true;
  }
  return false;
}

/** What `body` says of overflow goes for the window, unless `html` says something itself (css-overflow-3, 3.3). */
function isScrolledByWindow(body: HTMLElement): boolean {
  const { overflowX, overflowY } = getComputedStyle(document.documentElement);
  return body === document.scrollingElement || (overflowX === "visible" && overflowY === "visible");
}

function parentOf(element: Element): HTMLElement | null {
  const parent = element.assignedSlot ?? element.parentNode;
  const up = parent instanceof ShadowRoot ? parent.host : parent;
  return up instanceof HTMLElement ? up : null;
}

/** How much of the window a backdrop fills. */
const FILLS = 0.95;
const PLACES = [0.1, 0.5, 0.9];

/** Stands behind all that the page shows, wordless and as large as the window: what the page is read on. */
export function isBackdrop(element: Styled): boolean {
  const { widthCss, heightCss } = inWindow(element);
  const fills = widthCss >= window.innerWidth * FILLS && heightCss >= window.innerHeight * FILLS;
  if (!fills || element.textContent?.trim()) return false;
  return (
    Number(getComputedStyle(element).zIndex) < 0 || PLACES.every((x) => PLACES.every((y) => isLast(element, x, y)))
  );
}

/** Whether at this place of the window nothing lies behind it but what it is in. */
function isLast(element: Element, x: number, y: number): boolean {
  const stack = document.elementsFromPoint(window.innerWidth * x, window.innerHeight * y);
  const at = stack.indexOf(element);
  return at >= 0 && stack.slice(at + 1).every((below) => below.contains(element));
}
