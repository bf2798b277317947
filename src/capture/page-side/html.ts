/**
 * The page's HTML as it stands rendered, with open shadow roots written out and without what is the user's own. The page
 * is not touched.
 */
import { copyOfPage } from "./page-copy";
import { removePrivateValues } from "./private-values";
import { Secrets } from "./secrets";
import { withoutPictures } from "./strip-pictures";

/** Base64 characters in one message; the browser's own limit is 64 MiB. */
const PART_CHARS = 8 << 20;

/** @returns gzip in base64, cut into parts to be joined in order. */
export async function renderedHtmlParts(withPictures: boolean): Promise<string[]> {
  const gzip = new Blob([renderedHtml(withPictures)]).stream().pipeThrough(new CompressionStream("gzip"));
  const base64 = new Uint8Array(await new Response(gzip).arrayBuffer()).toBase64();
  const parts = [];
  for (let at = 0; at < base64.length; at += PART_CHARS) parts.push(base64.slice(at, at + PART_CHARS));
  return parts;
}

function renderedHtml(withPictures: boolean): string {
  const root = document.documentElement;
  const copy = copyOfPage(root, withPictures);
  removePrivateValues(copy, Secrets.ofPage(root));
  return `${doctype()}${withPictures ? copy.outerHTML : withoutPictures(copy)}\n`.toWellFormed();
}

function doctype(): string {
  const { doctype } = document;
  return doctype ? `${new XMLSerializer().serializeToString(doctype)}\n` : "";
}
