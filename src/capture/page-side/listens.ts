/** Whether scrolling can do anything to a page but move it, as far as its elements tell. */
import { attributeNamesOf, elementsIn, localNameOf } from "./plain-dom";
import { shadowRootOf } from "./shadow";

/** What runs or plays, or holds a document in which something may run. */
const ACTS = new Set("script iframe frame object embed portal audio video canvas".split(" "));
/** Scripts that are data for others. */
const DATA = 'script[type$="json" i]';
/** Pages with more elements are not looked through for this. */
const MAX_ELEMENTS = 20_000;

/** A script that took itself away is not seen. Shadow roots are taken for the work of scripts. */
export function canListen(root: HTMLElement): boolean {
  const elements = [root, ...elementsIn(root)];
  return elements.length > MAX_ELEMENTS || elements.some(acts) || elements.some(isDrawnByWindow);
}

function acts(element: Element): boolean {
  if (ACTS.has(localNameOf(element)) && !element.matches(DATA)) return true;
  return attributeNamesOf(element).some((name) => name.startsWith("on")) || shadowRootOf(element) !== null;
}

/** Its background stands still in the window, so it is drawn elsewhere where the page is scrolled. */
const isDrawnByWindow = (element: Element) => getComputedStyle(element).backgroundAttachment.includes("fixed");
