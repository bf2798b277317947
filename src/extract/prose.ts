/** The words of an element, with line breaks where a reader sees them. */
import { FACT_LIMITS } from "@/src/model/page-facts";

/** Enough for a name or a date. */
export const SHORT = 1000;

const MAX_STEPS = 20_000;
const BLOCKS = "address blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul";
const LINE_BREAKS: ReadonlySet<string> = new Set(BLOCKS.split(" "));
const UNSEEN: ReadonlySet<string> = new Set(["script", "style", "template", "noscript"]);

const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\uFE0F|\u200D)+$/u;

/**
 * @param limit Longest text to gather, in UTF-16 units. It also bounds the work, however many elements there are.
 * @param skip Selector of parts to leave out, e.g. quotes.
 */
export function proseOf(element: Element, limit: number = FACT_LIMITS.text, skip?: string): string {
  const lines: string[][] = [[]];
  let left = limit;
  let steps = Math.min(limit, MAX_STEPS);
  let node: Node | null = element.firstChild;
  while (node !== null && node !== element && left > 0 && steps-- > 0) {
    if (node.nodeType === 3) {
      const words = (node.nodeValue ?? "").slice(0, left);
      left -= words.length;
      lines.at(-1)?.push(words);
    } else if (LINE_BREAKS.has(nameOf(node))) lines.push([]);
    else if (nameOf(node) === "img") lines.at(-1)?.push(emojiOf(node as Element));
    node = (isUnseen(node, skip) ? null : node.firstChild) ?? following(node, element);
  }
  const plain = lines.map((line) => line.join("").replace(/\s+/g, " ").trim());
  return plain.filter((line) => line !== "").join("\n");
}

function isUnseen(node: Node, skip: string | undefined): boolean {
  return UNSEEN.has(nameOf(node)) || (skip !== undefined && node.nodeType === 1 && (node as Element).matches(skip));
}

function following(node: Node, within: Element): Node | null {
  let at: Node | null = node;
  while (at !== null && at !== within) {
    if (at.nextSibling !== null) return at.nextSibling;
    at = at.parentNode;
  }
  return null;
}

function nameOf(node: Node): string {
  return node.nodeType === 1 ? (node as Element).localName : "";
}

/** Some platforms draw emoji as pictures; the letters are then in `alt`. Other pictures are not words. */
function emojiOf(image: Element): string {
  const alt = image.getAttribute("alt") ?? "";
  return alt.length <= 40 && EMOJI.test(alt) ? alt : "";
}
