/** The pictures of a page, those in shadow trees too. */
import { treesOf } from "./shadow";

let shadows: WeakRef<ShadowRoot>[] = [];

/** Looks through all elements for shadow trees, which takes a while on a large page. */
export function findPictures(): HTMLImageElement[] {
  shadows = [];
  for (const { tree } of treesOf(document.documentElement)) {
    if (tree instanceof ShadowRoot) shadows.push(new WeakRef(tree));
  }
  return pictures();
}

/** In the document as it is now, and the shadow trees that were found last: quick enough for every step. */
export function pictures(): HTMLImageElement[] {
  const inside = shadows.flatMap((shadow) => [...(shadow.deref()?.querySelectorAll("img") ?? [])]);
  return [...document.images, ...inside.filter((image) => image.isConnected)];
}
