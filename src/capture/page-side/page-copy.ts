/**
 * A copy of the page in a document that is not shown: nothing in it runs or loads, and it can be changed while the page
 * is left alone. Open shadow roots are written out as templates, and so are style sheets that stand in memory only.
 */

import { elementsIn, localNameOf, prependTo, shadowOf } from "./plain-dom";

/** Longest text of style sheets from memory, in UTF-16 units, over the whole page. */
const MAX_SHEET_CHARS = 8 << 20;

/** @param withAdopted False where style sheets of ours may be among those that the page's trees adopted. */
export function copyOfPage(root: Element, withAdopted = true): Element {
  return new PageCopy(document.implementation.createHTMLDocument(""), withAdopted).of(root, document);
}

class PageCopy {
  #sheetChars = 0;

  constructor(
    private readonly inert: Document,
    private readonly withAdopted: boolean,
  ) {}

  of(root: Element, page: Document): Element {
    const copy = this.#node(root);
    copy.querySelector("head")?.append(...this.#adopted(page));
    return copy;
  }

  #node<Kind extends Node>(original: Kind): Kind {
    const copy = this.inert.importNode(original, true);
    const [originals, copies] = [elementsOf(original), elementsOf(copy)];
    for (const [n, one] of originals.entries()) {
      const shadow = shadowOf(one);
      if (shadow) prependTo(copies[n]!, this.#shadow(shadow));
      if (localNameOf(one) === "style") this.#writeRules(one, copies[n]!);
    }
    return copy;
  }

  #shadow(root: ShadowRoot): HTMLTemplateElement {
    const template = this.inert.createElement("template");
    template.setAttribute("shadowrootmode", "open");
    template.content.append(...Array.from(root.childNodes, (node) => this.#node(node)), ...this.#adopted(root));
    return template;
  }

  /** Rules that a script put into an empty style element. */
  #writeRules(original: Element, copy: Element): void {
    if (original.textContent?.trim()) return;
    const { sheet } = original as Partial<HTMLStyleElement>;
    if (sheet) copy.textContent = this.#textOf(sheet);
  }

  #adopted(tree: DocumentOrShadowRoot): HTMLStyleElement[] {
    if (!this.withAdopted) return [];
    return sheetsAdoptedBy(tree).map((sheet) => {
      const style = this.inert.createElement("style");
      style.textContent = this.#textOf(sheet);
      return style;
    });
  }

  #textOf(sheet: CSSStyleSheet): string {
    let text = "";
    for (const { cssText } of sheet.cssRules) {
      if (this.#sheetChars + cssText.length > MAX_SHEET_CHARS) break;
      this.#sheetChars += cssText.length;
      text += `${cssText}\n`;
    }
    return text.replaceAll(/<(?=\/style)/gi, "\\3c ");
  }
}

const elementsOf = (node: Node): Element[] => (node instanceof Element ? [node, ...elementsIn(node)] : []);

/** Firefox does not let an extension read the list; its sheets are left out there (bugzilla.mozilla.org/1751346). */
function sheetsAdoptedBy(tree: DocumentOrShadowRoot): CSSStyleSheet[] {
  try {
    return [...(tree.adoptedStyleSheets ?? [])];
  } catch {
    return [];
  }
}
