/** Parts that style sheets add to elements (`::before`, `::after`) and fix to the window. */
import type { PinnedBox } from "@/src/messaging/page-side";
import { hasSize, holds, met, windowBox } from "./boxes";
import { drawnParent } from "./inner-place";
import { paintsBox } from "./paints";

const PARTS = ["::before", "::after"] as const;

export interface FixedPart {
  element: Element;
  part: string;
  /** Lies behind the page and is left there. */
  isBehind: boolean;
}

export function fixedPartsOf(element: Element): FixedPart[] {
  return PARTS.flatMap((part) => {
    const { content, position, zIndex } = getComputedStyle(element, part);
    if (content === "none" || content === "normal" || position !== "fixed" || travels(element)) return [];
    return [{ element, part, isBehind: Number(zIndex) < 0 }];
  });
}

/** Where it is to be seen in the window: one box; none where it is not, or is no more than a tint over all of it. */
export function boxesOfPart({ element, part, isBehind }: FixedPart): PinnedBox[] {
  const style = getComputedStyle(element, part);
  if (style.visibility !== "visible" || style.opacity === "0") return [];
  if (!element.checkVisibility({ opacityProperty: true })) return [];
  const isWordless = /^("\s*"|'\s*')?$/.test(style.content ?? "");
  if (isWordless && !paintsBox(style)) return [];
  const box = met(placeOf(style), windowBox());
  const isTint = !isBehind && isWordless && holds(box, windowBox(), 0);
  return hasSize(box) && !isTint ? [box] : [];
}

/** Nothing tells where a part lies but its style. One that is turned or scaled may lie anywhere in the window. */
function placeOf(style: CSSStyleDeclaration): PinnedBox {
  const px = (...names: string[]) =>
    names.reduce((sum, name) => sum + Number.parseFloat(style.getPropertyValue(name) || "0"), 0);
  const isOuter = style.boxSizing === "border-box";
  const around = (a: string, b: string) =>
    isOuter ? 0 : px(`padding-${a}`, `padding-${b}`, `border-${a}-width`, `border-${b}-width`);
  const isMoved = ["transform", "translate", "rotate", "scale"].some((name) => {
    const value = style.getPropertyValue(name);
    return value !== "" && value !== "none";
  });
  const box = {
    xCss: px("left", "margin-left"),
    yCss: px("top", "margin-top"),
    widthCss: px("width") + around("left", "right"),
    heightCss: px("height") + around("top", "bottom"),
  };
  return isMoved || Object.values(box).some(Number.isNaN) ? windowBox() : box;
}

const HOLDS_BY_CHANGE = /transform|translate|rotate|scale|perspective|filter|contain/;
const HOLDS_BY_CONTAINMENT = /paint|layout|strict|content/;

/** Whether something that is fixed within this element is fixed to it or to what it lies in, and so moves with the page. */
export function travels(element: Element | null): boolean {
  for (let at = element; at; at = drawnParent(at)) {
    const style = getComputedStyle(at);
    if (style.display === "contents" || style.display === "inline") continue;
    const { transform, translate, rotate, scale, perspective, filter, backdropFilter } = style;
    const moved = [transform, translate, rotate, scale, perspective];
    // The root's filters are those of the whole window (filter-effects-1, 5).
    const filtered = at === document.documentElement ? [] : [filter, backdropFilter];
    if ([...moved, ...filtered].some((value) => value && value !== "none")) return true;
    if (HOLDS_BY_CHANGE.test(style.willChange) || HOLDS_BY_CONTAINMENT.test(style.contain)) return true;
  }
  return false;
}
