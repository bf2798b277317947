/**
 * A copy of a page without what is the user's own: what was typed or chosen in forms, drafts, passwords, and what proves
 * who is signed in. What is kept and what is not: docs/decisions/0009-what-is-kept-of-the-html.md
 */
import {
  attributeNamesOf,
  attributeOf,
  dropAttribute,
  elementsIn,
  hasContent,
  localNameOf,
  putAttribute,
  putText,
} from "./plain-dom";
import { isSecretName, PRIVATE, type Secrets } from "./secrets";

/** Inputs whose `value` is a label or the name of a choice. */
const LABELLED = /^(button|submit|reset|checkbox|radio)$/i;
/** Where `value` is the page's own word. Anywhere else it is taken to be a field's. */
const OWN_VALUE = new Set(["button", "data", "li", "meter", "option", "param", "progress"]);
const ADDRESSES = new Set(["href", "src", "srcset", "action", "poster", "content", "class", "id"]);
const CHOICES = ["checked", "selected"];

/** Stands where the content of a frame was. */
export const FRAME_CONTENT = "[content of a frame left out]";
const HOLDS_PAGE = new Set(["iframe", "frame", "embed", "object"]);
/** An address that is the content itself. Pictures are no pages. */
const WRITTEN_OUT = /^\s*(data:(?!image\/(?!svg))|javascript:)/i;

const JSON_TYPE = /^(application|text)\/([\w.+-]*\+)?json$/i;
const SCRIPT_TYPE = /^(|module|(text|application)\/(java|ecma)script)$/i;
/** A script that only puts data under a name: `window.__DATA__ = {`. Sites keep the words and times of a post there. */
const HOLDS_DATA =
  /^[\s;]*(?:(?:var|let|const)\s+)?[\w$.]{1,80}(?:\[["'][\w$.-]{1,80}["']\])?\s*=\s*(?:JSON\.parse\(|[[{])/;

export function removePrivateValues(tree: Element | DocumentFragment, secrets: Secrets): void {
  for (const element of [...(tree instanceof Element ? [tree] : []), ...elementsIn(tree)]) {
    const [localName, names] = [localNameOf(element), attributeNamesOf(element)];
    const { content } = element as Partial<HTMLTemplateElement>;
    if (localName === "template" && content) removePrivateValues(content, secrets);
    if (localName === "script") removeFromScript(element, secrets);
    if ((names.length > 0 || localName === "textarea") && isDraft(element) && hasContent(element)) {
      putText(element, PRIVATE);
    }
    for (const name of names) removeFromAttribute(element, name, secrets);
  }
}

/** Being typed. A page that is editable as a whole is still the page. */
function isDraft(element: Element): boolean {
  if (localNameOf(element) === "textarea") return true;
  if (localNameOf(element) === "html" || localNameOf(element) === "body") return false;
  const editable = attributeOf(element, "contenteditable")?.toLowerCase() ?? "false";
  return editable !== "false" || attributeOf(element, "role") === "textbox";
}

function removeFromAttribute(element: Element, name: string, secrets: Secrets): void {
  const value = attributeOf(element, name) ?? "";
  if (CHOICES.includes(name)) dropAttribute(element, name);
  else if (isFramesContent(element, name, value)) putAttribute(element, name, FRAME_CONTENT);
  else if (value === "") return;
  else if (isFieldValue(element, name) || isSecret(element, name)) putAttribute(element, name, PRIVATE);
  else if (value.length >= 6) {
    const kept = secrets.without(value, ADDRESSES.has(name));
    if (kept !== value) putAttribute(element, name, kept);
  }
}

/** A page that is written into its frame: a page of its own, which is shown in the picture and not kept here. */
function isFramesContent(element: Element, name: string, value: string): boolean {
  const localName = localNameOf(element);
  if (localName === "iframe" && name === "srcdoc") return true;
  return HOLDS_PAGE.has(localName) && (name === "src" || name === "data") && WRITTEN_OUT.test(value);
}

function isFieldValue(element: Element, name: string): boolean {
  if (name !== "value") return false;
  if (localNameOf(element) === "input") return !LABELLED.test(attributeOf(element, "type") ?? "");
  return !OWN_VALUE.has(localNameOf(element));
}

function isSecret(element: Element, name: string): boolean {
  // What the page itself says of these is no secret, whatever it is called.
  if (name === "class" || name === "id" || name === "name" || name === "property") return false;
  if (localNameOf(element) !== "meta" || name !== "content") return isSecretName(name);
  return isSecretName(attributeOf(element, "name") ?? attributeOf(element, "property") ?? "");
}

function removeFromScript(script: Element, secrets: Secrets): void {
  const words = script.textContent ?? "";
  const type = script.getAttribute("type")?.trim() ?? "";
  const isData = JSON_TYPE.test(type) || (SCRIPT_TYPE.test(type) && HOLDS_DATA.test(words));
  if (words !== "") script.textContent = isData ? secrets.withoutIn(words) : "";
}
