/** The looks of one element as the page computes them, written out so that they hold without the page's style sheets. */

/** What decides where a box lies and how it is painted. Nothing that moves, and nothing that loads. */
const PROPERTIES = `
  align-content align-items align-self aspect-ratio backdrop-filter background-attachment background-blend-mode
  background-clip background-color background-image background-origin background-position background-repeat
  background-size border-bottom-color border-bottom-left-radius border-bottom-right-radius border-bottom-style
  border-bottom-width border-collapse border-left-color border-left-style border-left-width border-right-color
  border-right-style border-right-width border-spacing border-top-color border-top-left-radius border-top-right-radius
  border-top-style border-top-width bottom box-shadow box-sizing caption-side clear clip clip-path color column-count
  column-gap column-rule-color column-rule-style column-rule-width column-span column-width contain direction display
  empty-cells filter flex-basis flex-direction flex-grow flex-shrink flex-wrap float font-family font-feature-settings
  font-kerning font-size font-stretch font-style font-variant font-weight grid-auto-columns grid-auto-flow grid-auto-rows
  grid-column-end grid-column-start grid-row-end grid-row-start grid-template-areas grid-template-columns
  grid-template-rows height hyphens isolation justify-content justify-items justify-self left letter-spacing line-break
  line-height list-style-position list-style-type margin-bottom margin-left margin-right margin-top max-height max-width
  min-height min-width mix-blend-mode object-fit object-position opacity order overflow-wrap overflow-x overflow-y
  padding-bottom padding-left padding-right padding-top perspective perspective-origin position right rotate row-gap scale
  tab-size table-layout text-align text-align-last text-decoration-color text-decoration-line text-decoration-style
  text-decoration-thickness text-indent text-overflow text-shadow text-transform text-underline-offset top transform
  transform-origin translate unicode-bidi vertical-align visibility white-space width word-break word-spacing
  writing-mode z-index zoom -webkit-box-orient -webkit-line-clamp -webkit-text-fill-color -webkit-text-stroke-color
  -webkit-text-stroke-width`
  .trim()
  .split(/\s+/);
/** Painted from pictures that would have to be loaded again; or, where pictures are covered, from anything but colour. */
const LOADS = /url\(|image-set\(|element\(|-moz-/i;

export interface Looks {
  css: string;
  /** A picture from a style sheet was left out. */
  lacksPicture: boolean;
}

export function looksOf(style: CSSStyleDeclaration, isCovered: boolean): Looks {
  let lacksPicture = false;
  let css = "transition:none;animation:none;";
  for (const name of PROPERTIES) {
    const value = style.getPropertyValue(name);
    if (value === "") continue;
    const isPicture = name === "background-image" && value !== "none";
    if (LOADS.test(value) || (isPicture && isCovered)) lacksPicture ||= isPicture;
    else css += `${name}:${value};`;
  }
  return { css, lacksPicture };
}
