/**
 * The browser's own properties of an element. A form answers `form.attributes` with its field of that name, also to an
 * extension, so a page could otherwise keep itself from being read by the names of its fields.
 */

function own<Value>(prototype: object, name: string): (element: Node) => Value {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
  // Where an environment keeps a property elsewhere, there is nothing that could stand in its place.
  return (element) => (get ? get.call(element) : (element as unknown as Record<string, unknown>)[name]) as Value;
}

export const localNameOf = own<string>(Element.prototype, "localName");
export const shadowOf = own<ShadowRoot | null>(Element.prototype, "shadowRoot");

const { getAttribute, setAttribute, removeAttribute, getAttributeNames, prepend, querySelectorAll, replaceChildren } =
  Element.prototype;
const { hasChildNodes } = Node.prototype;

export const attributeOf = (element: Element, name: string): string | null => getAttribute.call(element, name);
export const attributeNamesOf = (element: Element): string[] => getAttributeNames.call(element);
export const putAttribute = (element: Element, name: string, value: string): void =>
  setAttribute.call(element, name, value);
export const dropAttribute = (element: Element, name: string): void => removeAttribute.call(element, name);
export const prependTo = (element: Element, node: Node): void => prepend.call(element, node);
export const elementsIn = (tree: Element | DocumentFragment): Element[] =>
  tree instanceof Element ? [...querySelectorAll.call(tree, "*")] : [...tree.querySelectorAll("*")];
export const hasContent = (element: Element): boolean => hasChildNodes.call(element);
export const putText = (element: Element, text: string): void => replaceChildren.call(element, text);
