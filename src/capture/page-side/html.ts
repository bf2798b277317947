/** The page's HTML as it stands rendered, with open shadow roots written out. */
import { withoutPictures } from "./strip-pictures";

/** Base64 characters in one message; the browser's own limit is 64 MiB. */
const PART_CHARS = 8 << 20;

/** @returns gzip in base64, cut into parts to be joined in order. */
export async function renderedHtmlParts(withPictures: boolean): Promise<string[]> {
  const html = withPictures ? renderedHtml() : `${doctype()}${withoutPictures(document.documentElement)}\n`;
  const gzip = new Blob([html]).stream().pipeThrough(new CompressionStream("gzip"));
  const base64 = new Uint8Array(await new Response(gzip).arrayBuffer()).toBase64();
  const parts = [];
  for (let at = 0; at < base64.length; at += PART_CHARS) parts.push(base64.slice(at, at + PART_CHARS));
  return parts;
}

function renderedHtml(): string {
  const root = document.documentElement;
  const shell = (root.cloneNode(false) as Element).outerHTML;
  const end = shell.lastIndexOf("</");
  const inner = root.getHTML({ shadowRoots: openShadowRoots(document) });
  return `${doctype()}${shell.slice(0, end)}${inner}${shell.slice(end)}\n`.toWellFormed();
}

function doctype(): string {
  const { doctype } = document;
  return doctype ? `${new XMLSerializer().serializeToString(doctype)}\n` : "";
}

function openShadowRoots(within: Document | ShadowRoot): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (const element of within.querySelectorAll("*")) {
    const { shadowRoot } = element;
    if (shadowRoot) roots.push(shadowRoot, ...openShadowRoots(shadowRoot));
  }
  return roots;
}
