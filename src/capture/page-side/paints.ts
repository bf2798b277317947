/** Whether an element draws something in its box itself, not only what is in it. */

const DRAWN = new Set(
  "img svg picture canvas video audio iframe embed object input textarea select button progress meter math".split(" "),
);
const SIDES = ["top", "right", "bottom", "left"];

export function paints(element: Element, style: CSSStyleDeclaration): boolean {
  return DRAWN.has(element.localName) || hasWords(element) || paintsBox(style) || hasParts(element);
}

/** Its box has a colour, a picture, a frame or a shadow. */
export function paintsBox(style: CSSStyleDeclaration): boolean {
  const { backgroundColor, backgroundImage, boxShadow, backdropFilter } = style;
  if (!isClear(backgroundColor) || [backgroundImage, boxShadow, backdropFilter].some(isSet)) return true;
  return SIDES.some((side) => {
    const isDrawn = Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0;
    return isDrawn && !isClear(style.getPropertyValue(`border-${side}-color`));
  });
}

const isSet = (value: string | undefined) => Boolean(value) && value !== "none";

/** Only of a colour that is not opaque browsers write how much it is so: last, after a third comma or a stroke. */
const isClear = (colour: string) =>
  !colour || colour === "transparent" || /^rgba\(.*,\s*0(\.0+)?\)$|\/\s*0(\.0+)?%?\s*\)$/.test(colour);

function hasWords(element: Element): boolean {
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
}

/** An icon that a style sheet draws, for one. */
function hasParts(element: Element): boolean {
  return ["::before", "::after"].some((part) => {
    const { content } = getComputedStyle(element, part);
    return content !== "none" && content !== "normal";
  });
}
