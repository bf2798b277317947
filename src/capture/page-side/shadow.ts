/** Every element of the page, through shadow roots open and closed. */
import { browser } from "@/src/platform/browser";

type DomApi = { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
const { dom } = browser as unknown as { dom?: DomApi };

export function* treesOf(root: Element): Generator<{ tree: Element | ShadowRoot; elements: Element[] }> {
  const trees: (Element | ShadowRoot)[] = [root];
  for (let tree = trees.pop(); tree; tree = trees.pop()) {
    const elements = [...(tree === root ? [root] : []), ...tree.querySelectorAll("*")];
    for (const element of elements) {
      const inside = shadowRootOf(element);
      if (inside) trees.push(inside);
    }
    yield { tree, elements };
  }
}

/** Of an element of HTML; `null` where it has none. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null;
  return dom ? dom.openOrClosedShadowRoot(element) : element.shadowRoot;
}
