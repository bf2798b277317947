/**
 * How far a fixed thing reaches in the window: its own box, and what hangs out of it (an open menu, or a message in a
 * holder that has no size itself).
 */
import type { PinnedBox } from "@/src/messaging/page-side";
import { boxOf, hasSize, holds, inWindow, joined, met, windowBox } from "./boxes";
import { paints } from "./paints";
import { shadowRootOf } from "./shadow";

/** Of one fixed thing no more of what is in it is looked at. */
const MAX_WITHIN = 2_000;
/** Letters and frames that reach out of their box by so little are no things of their own. */
const SLACK_CSS = 4;
/** What hangs out and lies no farther apart than this is one thing: the lines of a menu. */
const NEAR_CSS = 16;

/** @returns Boxes that do not overlap; none where nothing of it is to be seen. */
export function reachOf(element: Element): PinnedBox[] {
  if (!isRendered(element)) return [];
  const { visibility } = getComputedStyle(element);
  const own = visibility === "visible" ? [inWindow(element)].filter(hasSize) : [];
  const hangingOut = joined(boxesWithin(element, own), NEAR_CSS);
  return joined([...own, ...hangingOut]);
}

/** Not made invisible together with all that is in it. What is in the top layer is seen whatever it lies in. */
function isRendered(element: Element): boolean {
  if (element.closest("dialog, [popover]")) return getComputedStyle(element).opacity !== "0";
  return element.checkVisibility({ opacityProperty: true });
}

interface Inner {
  element: Element;
  /** What it is cut to, and what is that places itself within the nearest positioned element. */
  clip: PinnedBox;
  positionedClip: PinnedBox;
}

/** What is painted within it and not in these boxes. */
function boxesWithin(element: Element, own: readonly PinnedBox[]): PinnedBox[] {
  const found: PinnedBox[] = [];
  const waiting: Inner[] = [within(element, getComputedStyle(element), windowBox(), windowBox())];
  for (let looked = 0; waiting.length > 0 && looked < MAX_WITHIN; ) {
    const { element: parent, clip, positionedClip } = waiting.shift()!;
    for (const child of drawnChildren(parent)) {
      looked += 1;
      const style = getComputedStyle(child);
      if (style.display === "none" || style.opacity === "0") continue;
      const cutTo = style.position === "fixed" ? windowBox() : style.position === "absolute" ? positionedClip : clip;
      if (style.visibility === "visible") {
        const box = met(boxOf(child.getBoundingClientRect()), cutTo);
        const isNew = hasSize(box) && ![...own, ...found].some((known) => holds(known, box, SLACK_CSS));
        if (isNew && paints(child, style)) found.push(box);
      }
      if (!(child instanceof SVGElement)) waiting.push(within(child, style, cutTo, positionedClip));
    }
  }
  return found;
}

function within(element: Element, style: CSSStyleDeclaration, cutTo: PinnedBox, positionedClip: PinnedBox): Inner {
  const isCut = style.overflowX !== "visible" && style.display !== "contents";
  const clip = isCut ? met(cutTo, boxOf(element.getBoundingClientRect())) : cutTo;
  const isPositioned = style.position !== "static" || style.transform !== "none";
  return { element, clip, positionedClip: isPositioned ? clip : positionedClip };
}

/** As they are drawn, through shadow roots. */
function drawnChildren(element: Element): Iterable<Element> {
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedElements();
    if (assigned.length > 0) return assigned;
  }
  return (shadowRootOf(element) ?? element).children;
}
