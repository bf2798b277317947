/**
 * HTML without a byte of picture data. Every element and attribute of a copy is looked at, also in templates and
 * written-out shadow roots, and what is left is looked through once more as text.
 * Addresses of pictures on a server stay: they say what was shown where, and hold nothing of the picture.
 */
import { hasPictureData, REMOVED, withoutPictureDataIn } from "@/src/capture/picture-data";
import { attributeNamesOf, attributeOf, dropAttribute, elementsIn, localNameOf, putAttribute } from "./plain-dom";
import { withoutPictureDataInCss } from "./strip-css";

/** Drawings, and what runs or is drawn on: their inside is data, not words that were shown. */
const EMPTIED = "svg, annotation, annotation-xml, canvas, object, embed";
/** Small pictures that some sites write as a few characters. */
const TINY_PICTURE = /(blur|thumb|image)[-_]?hash|lqip/i;

const SHOW_TEXT_AND_COMMENTS = 0x4 | 0x80;
const COMMENT = 8;

/** @param copy Of a page's root; it is changed. @returns Its HTML. */
export function withoutPictures(copy: Element): string {
  for (const name of copy.getAttributeNames()) stripAttribute(copy, name);
  strip(copy);
  return withoutPictureDataIn(copy.outerHTML);
}

function strip(tree: Element | DocumentFragment): void {
  for (const element of tree.querySelectorAll(EMPTIED)) element.textContent = "";
  for (const element of elementsIn(tree)) {
    const { content } = element as Partial<HTMLTemplateElement>;
    if (localNameOf(element) === "template" && content) strip(content);
    for (const name of attributeNamesOf(element)) stripAttribute(element, name);
    if (localNameOf(element) === "style") element.textContent = withoutPictureDataInCss(element.textContent ?? "");
  }
  stripTexts(tree);
}

function stripAttribute(element: Element, name: string): void {
  const value = attributeOf(element, name) ?? "";
  const kept = attributeWithoutPictures(name, value);
  if (hasPictureData(name)) dropAttribute(element, name);
  else if (kept !== value) putAttribute(element, name, kept);
}

function attributeWithoutPictures(name: string, value: string): string {
  if (TINY_PICTURE.test(name) || name === "srcdoc") return "";
  if (name === "style") return withoutPictureDataInCss(value);
  // Whole: inside an attribute nobody can tell where the data ends.
  return hasPictureData(unescaped(value)) ? REMOVED : value;
}

/** As a script or a browser would read it. */
function unescaped(value: string): string {
  return value
    .replace(/\\+(?:u00|x)([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/%([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function stripTexts(tree: Element | DocumentFragment): void {
  const walker = tree.ownerDocument.createTreeWalker(tree, SHOW_TEXT_AND_COMMENTS);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.nodeValue ?? "";
    const holder = node.parentNode as Element | null;
    if (holder?.localName === "script") node.nodeValue = scriptWithoutPictures(holder, words);
    else if (!hasPictureData(unescaped(words))) continue;
    else node.nodeValue = node.nodeType === COMMENT ? REMOVED : withoutPictureDataIn(unescaped(words));
  }
}

/** A script is no words that were shown; what a page says of itself in JSON-LD is kept. */
function scriptWithoutPictures(script: Element, words: string): string {
  if (script.getAttribute("type")?.trim().toLowerCase() !== "application/ld+json") return "";
  if (!hasPictureData(unescaped(words))) return words;
  try {
    const blank = (_name: string, value: unknown) =>
      typeof value === "string" && hasPictureData(unescaped(value)) ? REMOVED : value;
    return JSON.stringify(JSON.parse(words, blank)).replaceAll("<", "\\u003c");
  } catch {
    return "";
  }
}
