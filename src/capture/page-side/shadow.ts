/** Every element of the page, through shadow roots open and closed. */
import { browser } from "@/src/platform/browser";
import { localNameOf } from "./plain-dom";

type DomApi = { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
const { dom } = browser as unknown as { dom?: DomApi };
/** Firefox shows extensions a property of its own, which is many times as quick as the call. */
const { get: rootOf } = Object.getOwnPropertyDescriptor(Element.prototype, "openOrClosedShadowRoot") ?? {};

/** Of elements without a name of the page's own, only these can have one (DOM standard, "valid shadow host name"). */
const HOSTS = new Set(
  "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "),
);
const canBeHost = (name: string): boolean => name.includes("-") || HOSTS.has(name);

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
  if (!(element instanceof HTMLElement) || !canBeHost(localNameOf(element))) return null;
  if (rootOf) return rootOf.call(element);
  return dom ? dom.openOrClosedShadowRoot(element) : element.shadowRoot;
}
