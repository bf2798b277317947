/**
 * The page's HTML as it stands rendered, with open shadow roots written out and without what is the user's own. The page
 * is not touched.
 */
import type { HtmlPart, PageResources } from "@/src/messaging/page-side";
import { RESOURCE_LIMITS } from "@/src/messaging/page-side";
import { copyOfPage } from "./page-copy";
import { secretsOfPage } from "./page-secrets";
import { removePrivateValues } from "./private-values";
import { treesOf } from "./shadow";
import { withoutPictures } from "./strip-pictures";
import { makeWholePageRoot } from "./whole-page-root";

/** Base64 characters in one message; the browser's own limit is 64 MiB. */
const PART_CHARS = 8 << 20;

/** The HTML of one moment, in parts; kept until its last part was handed over. */
export class PageHtml {
  #parts: string[] | null = null;
  /** The cleaned copy, where a whole-page file is to be made of it. */
  #copy: Element | null = null;

  async part(part: number, withPictures: boolean, keepsCopy: boolean): Promise<HtmlPart> {
    if (part === 0 || !this.#parts) {
      const copy = cleanedCopy(withPictures);
      this.#parts = await gzipParts(withPictures ? copy.outerHTML : withoutPictures(copy));
      this.#copy = keepsCopy ? copy : null;
    }
    return this.#handOver(part);
  }

  /** The same HTML as the page of a whole-page file. Before its first part, `resources` is to be asked. */
  async wholePagePart(part: number): Promise<HtmlPart> {
    if (part === 0 || !this.#parts) this.#parts = await gzipParts(this.#copy?.outerHTML ?? "");
    if (part === 0) this.#copy = null;
    return this.#handOver(part);
  }

  /** Makes the copy the page of a whole-page file, and tells what belongs into that file and what must not. */
  resources(): PageResources {
    const root = document.documentElement;
    const addresses = this.#copy ? makeWholePageRoot(this.#copy, document.baseURI, shownPictures(root)) : [];
    const { kept, typed } = secretsOfPage(root);
    return { addresses: fitting(addresses), kept: fitting(kept), typed: fitting(typed) };
  }

  #handOver(part: number): HtmlPart {
    const parts = this.#parts ?? [];
    if (part >= parts.length - 1) this.#parts = null;
    return { parts: parts.length, base64: parts[part] ?? "" };
  }
}

function cleanedCopy(withPictures: boolean): Element {
  const root = document.documentElement;
  const copy = copyOfPage(root, withPictures);
  removePrivateValues(copy, secretsOfPage(root));
  return copy;
}

/** @returns gzip in base64, cut into parts to be joined in order. */
async function gzipParts(html: string): Promise<string[]> {
  const text = `${doctype()}${html}\n`.toWellFormed();
  const gzip = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  const base64 = new Uint8Array(await new Response(gzip).arrayBuffer()).toBase64();
  const parts = [];
  for (let at = 0; at < base64.length; at += PART_CHARS) parts.push(base64.slice(at, at + PART_CHARS));
  return parts;
}

function doctype(): string {
  const { doctype } = document;
  return doctype ? `${new XMLSerializer().serializeToString(doctype)}\n` : "";
}

/** Which picture an element shows, where it has several to choose from. */
function shownPictures(root: Element): Set<string> {
  const images = [...treesOf(root)].flatMap(({ tree }) => [...tree.querySelectorAll("img")]);
  return new Set(images.map(({ currentSrc }) => currentSrc));
}

function fitting(values: readonly string[]): string[] {
  const { count, characters } = RESOURCE_LIMITS;
  return values.filter(({ length }) => length <= characters).slice(0, count);
}
