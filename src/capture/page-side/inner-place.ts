/** Where an element lies in the window and what lies there, through shadow roots. */
import type { PinnedBox } from "@/src/messaging/page-side";
import { shadowRootOf } from "./shadow";

/** Edges in CSS pixels of the window. */
export interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The element's parent as it is drawn: its slot, or the host of its shadow root. */
export function drawnParent(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const parent = element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : element.parentElement;
}

export function isDrawnInside(element: Element | null, box: Element): boolean {
  for (let at = element; at; at = drawnParent(at)) if (at === box) return true;
  return false;
}

/** What is drawn on top at a point of the window, as deep as shadow roots go. */
export function topmostAt(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (let inside = found && shadowRootOf(found); inside; inside = found && shadowRootOf(found)) {
    const deeper: Element | null = inside.elementFromPoint(x, y);
    if (!deeper || deeper === found) break;
    found = deeper;
  }
  return found;
}

/** The part of an element inside its borders and scroll bars that is in the window and not cut off by what it lies in. */
export function visibleEdges(box: Element): Edges {
  let edges = meet(innerEdges(box), { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight });
  for (let at = drawnParent(box); at && at !== document.documentElement; at = drawnParent(at)) {
    const { overflowX, overflowY, position } = getComputedStyle(at);
    if (overflowX !== "visible" || overflowY !== "visible") edges = meet(edges, innerEdges(at));
    if (position === "fixed") break;
  }
  return edges;
}

/** Client sizes are whole numbers, borders and zoomed boxes need not be. */
function innerEdges(element: Element): Edges {
  const outer = element.getBoundingClientRect();
  const { clientLeft, clientTop, clientWidth, clientHeight } = element;
  const left = outer.left + clientLeft;
  const top = outer.top + clientTop;
  const isInline = clientWidth === 0 && clientHeight === 0;
  return {
    left,
    top,
    right: isInline ? outer.right : Math.min(outer.right, left + clientWidth),
    bottom: isInline ? outer.bottom : Math.min(outer.bottom, top + clientHeight),
  };
}

function meet(a: Edges, b: Edges): Edges {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

export function areaOf({ left, top, right, bottom }: Edges): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}

export function boxOf({ left, top, right, bottom }: Edges): PinnedBox {
  return { xCss: left, yCss: top, widthCss: Math.max(0, right - left), heightCss: Math.max(0, bottom - top) };
}

export const overlap = (a: Edges, b: Edges): boolean => areaOf(meet(a, b)) > 0;
