/** Every element of the document, shadow trees included: closed ones too, which an extension may look into. */

interface ShadowOpener {
  openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null;
}

/** Chromium's way; Firefox has it as a property of the element. */
const opener = (globalThis as { chrome?: { dom?: ShadowOpener } }).chrome?.dom;

/** A page that has more than this keeps what lies beyond as it is; see `PageAction`. */
const MAX_ELEMENTS = 300_000;

export function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  const own = (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (own) return own;
  // Only custom elements and a few others can have one; asking for each is dear on a large page.
  return opener?.openOrClosedShadowRoot && element.localName.includes("-")
    ? opener.openOrClosedShadowRoot(element)
    : null;
}

/** In document order, at most MAX_ELEMENTS, and the trees they lie in. */
export function everyElement(): { elements: Element[]; trees: (Document | ShadowRoot)[] } {
  const elements: Element[] = [];
  const trees: (Document | ShadowRoot)[] = [];
  const walk = (within: Document | ShadowRoot) => {
    trees.push(within);
    for (const element of within.querySelectorAll("*")) {
      if (elements.length >= MAX_ELEMENTS) return;
      elements.push(element);
      const shadow = shadowOf(element);
      if (shadow) walk(shadow);
    }
  };
  walk(document);
  return { elements, trees };
}
