/**
 * Which post was right-clicked, and which one fills the middle of the window. No script of ours was there when the
 * button went down, so the click is found again by what it left: the link or picture that the browser names, the
 * selected words, and where the press put focus and caret. Measured in both browsers: a press on text moves the caret
 * there, one on anything that takes focus moves the focus; on a link, a picture or text that cannot be selected the
 * caret stays where it was. What contradicts itself tells nothing.
 */
import type { Click } from "@/src/model/thread";
import { innermost } from "./choose";
import type { PostBlock } from "./site-reader";

const MAX_LOOKED_AT = 5000;
/** The post in the middle shows more than this many times as much of itself as any other. */
const CLEARLY_MORE = 2;

/** The block that was right-clicked, or `null` where that cannot be told. */
export function pointedBlock(document: Document, blocks: readonly PostBlock[], click: Click): PostBlock | null {
  const focused = innermost(blocks, document.activeElement);
  if (click.linkUrl !== null || click.srcUrl !== null) {
    const named = blocksOf(blocks, clickedThings(document, click));
    return onlyOne(named) ?? (named.length === 0 ? inView(focused) : (named.find((one) => one === focused) ?? null));
  }
  if (click.selectionText?.trim()) return innermost(blocks, selectedElement(document));
  return inView(focused === null ? caretBlock(document, blocks) : insideOf(focused, document, blocks));
}

/** What the browser says was under the pointer: the picture, the link, or the picture in the link. */
function clickedThings(document: Document, { linkUrl, srcUrl }: Click): Element[] {
  const links = linkUrl === null ? null : withAddress(document, "a[href], area[href]", ["href"], linkUrl);
  if (srcUrl === null) return links ?? [];
  const pictures = withAddress(document, "img, video, audio", ["currentSrc", "src"], srcUrl);
  const inLinks = pictures.filter((picture) => links?.some((link) => link.contains(picture)));
  if (inLinks.length > 0) return inLinks;
  return pictures.length > 0 ? pictures : (links ?? []);
}

function withAddress(document: Document, selector: string, names: readonly string[], address: string): Element[] {
  const found = [...document.querySelectorAll(selector)].slice(0, MAX_LOOKED_AT);
  return found.filter((one) =>
    names.some((name) => String((one as never as Record<string, unknown>)[name]) === address),
  );
}

function blocksOf(blocks: readonly PostBlock[], elements: readonly Element[]): PostBlock[] {
  const around = elements.map((element) => innermost(blocks, element)).filter((block) => block !== null);
  return [...new Set(around)];
}

function onlyOne(blocks: readonly PostBlock[]): PostBlock | null {
  return blocks.length === 1 ? (blocks[0] ?? null) : null;
}

/** A post that takes the focus may hold a comment, and the caret tells which. */
function insideOf(focused: PostBlock, document: Document, blocks: readonly PostBlock[]): PostBlock {
  const caret = innermost(blocks, caretElement(document));
  return caret !== null && focused.element.contains(caret.element) ? caret : focused;
}

/** The caret alone may be left from an earlier press; then the pointer is over another post. */
function caretBlock(document: Document, blocks: readonly PostBlock[]): PostBlock | null {
  const caret = innermost(blocks, caretElement(document));
  const hovered = innermost(blocks, [...document.querySelectorAll(":hover")].at(-1));
  return hovered === null || hovered === caret ? caret : null;
}

function caretElement(document: Document): Element | null {
  return elementOf(document.getSelection()?.anchorNode);
}

function selectedElement(document: Document): Element | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  return elementOf(selection.getRangeAt(0).commonAncestorContainer);
}

function elementOf(node: Node | null | undefined): Element | null {
  return (node?.nodeType === 1 ? (node as Element) : node?.parentElement) ?? null;
}

/** The block in the middle of the window, where it shows clearly more of itself than any other does. */
export function middleBlock(document: Document, blocks: readonly PostBlock[]): PostBlock | null {
  const view = document.defaultView;
  if (!view) return null;
  const middle = innermost(blocks, document.elementFromPoint(view.innerWidth / 2, view.innerHeight / 2));
  if (middle === null) return null;
  const shown = visibleHeight(middle.element, view.innerHeight);
  const isClear = blocks.every(
    (block) => block === middle || visibleHeight(block.element, view.innerHeight) * CLEARLY_MORE < shown,
  );
  return isClear ? middle : null;
}

function inView(block: PostBlock | null): PostBlock | null {
  const height = block?.element.ownerDocument.defaultView?.innerHeight ?? 0;
  return block !== null && visibleHeight(block.element, height) > 0 ? block : null;
}

/** In CSS pixels. */
function visibleHeight(element: Element, windowHeight: number): number {
  const { top, bottom } = element.getBoundingClientRect();
  return Math.max(0, Math.min(bottom, windowHeight) - Math.max(top, 0));
}
