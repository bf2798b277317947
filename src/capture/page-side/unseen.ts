/**
 * Makes elements unseen by `visibility`, which moves nothing. An element that says of itself that it is visible stays so
 * within a hidden one, in shadow trees too, so it is hidden by itself.
 */
import type { PageState, Styled } from "./restore";
import { treesOf } from "./shadow";

export function hideWhole(state: PageState, element: Styled): void {
  hideVisible(state, element, []);
}

/**
 * @param shown Elements within `root` that stay to be seen.
 * @returns What was hidden, to be unset again.
 */
export function hideAllBut(state: PageState, root: Styled, shown: readonly Styled[]): Styled[] {
  // One that is not to be seen itself, as a holder of what is, stays so.
  for (const element of shown) if (isVisible(element)) state.setStyle(element, "visibility", "visible");
  return hideVisible(state, root, shown);
}

/** From the outermost inwards, so that what is hidden by what it stands in is left alone. */
function hideVisible(state: PageState, root: Styled, shown: readonly Styled[]): Styled[] {
  state.setStyle(root, "visibility", "hidden");
  const hidden = [root];
  for (const { elements } of treesOf(root)) {
    for (const element of elements) {
      if (!isVisible(element) || isWithin(element, shown)) continue;
      state.setStyle(element, "visibility", "hidden");
      hidden.push(element);
    }
  }
  return hidden;
}

/** Whether it, or something that says of itself that it is visible, is to be seen. */
export function isSeen(element: Styled): boolean {
  if (getComputedStyle(element).opacity === "0") return false;
  for (const { elements } of treesOf(element)) if (elements.some(isVisible)) return true;
  return false;
}

function isVisible(element: Element): element is Styled {
  return "style" in element && getComputedStyle(element).visibility === "visible";
}

/** Also through shadow roots. */
export function isWithin(element: Element, outer: readonly Styled[]): boolean {
  for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (outer.some((element) => element === at)) return true;
  }
  return false;
}
