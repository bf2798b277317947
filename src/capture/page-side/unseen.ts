/**
 * Makes elements unseen by `visibility`, which moves nothing. An element that says of itself that it is visible stays so
 * within a hidden one, in shadow trees too, so it is hidden by itself.
 */
import type { PageState } from "./restore";
import { treesOf } from "./shadow";

export function hideWhole(state: PageState, element: HTMLElement): void {
  hideVisible(state, element, []);
}

/**
 * @param shown Elements within `root` that stay to be seen.
 * @returns What was hidden, to be unset again.
 */
export function hideAllBut(state: PageState, root: HTMLElement, shown: readonly HTMLElement[]): HTMLElement[] {
  for (const element of shown) state.setStyle(element, "visibility", "visible");
  return hideVisible(state, root, shown);
}

/** From the outermost inwards, so that what is hidden by what it stands in is left alone. */
function hideVisible(state: PageState, root: HTMLElement, shown: readonly HTMLElement[]): HTMLElement[] {
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

function isVisible(element: Element): element is HTMLElement {
  return "style" in element && getComputedStyle(element).visibility === "visible";
}

/** Also through shadow roots. */
function isWithin(element: Element, outer: readonly HTMLElement[]): boolean {
  for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at instanceof HTMLElement && outer.includes(at)) return true;
  }
  return false;
}
