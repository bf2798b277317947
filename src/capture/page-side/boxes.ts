/** Boxes of things in the window. */
import type { PinnedBox } from "@/src/messaging/page-side";

/** Boxes smaller than this, in CSS pixels, are invisible helpers. */
const SMALLEST_CSS = 2;

/** The part of an element that lies in the window. */
export function inWindow(element: HTMLElement): PinnedBox {
  const box = element.getBoundingClientRect();
  const left = Math.max(0, box.left);
  const top = Math.max(0, box.top);
  return {
    xCss: left,
    yCss: top,
    widthCss: Math.min(window.innerWidth, box.right) - left,
    heightCss: Math.min(window.innerHeight, box.bottom) - top,
  };
}

export const hasSize = ({ widthCss, heightCss }: PinnedBox) => widthCss >= SMALLEST_CSS && heightCss >= SMALLEST_CSS;

/** Adds a box; those that overlap become one. */
export function joined(boxes: PinnedBox[], next: PinnedBox): PinnedBox[] {
  const apart = boxes.filter((box) => !overlap(box, next));
  const touching = boxes.filter((box) => overlap(box, next));
  if (touching.length === 0) return [...apart, next];
  // What was apart from each may not be apart from their union.
  return joined(apart, touching.reduce(union, next));
}

function overlap(a: PinnedBox, b: PinnedBox): boolean {
  return (
    a.xCss < b.xCss + b.widthCss &&
    b.xCss < a.xCss + a.widthCss &&
    a.yCss < b.yCss + b.heightCss &&
    b.yCss < a.yCss + a.heightCss
  );
}

function union(a: PinnedBox, b: PinnedBox): PinnedBox {
  const xCss = Math.min(a.xCss, b.xCss);
  const yCss = Math.min(a.yCss, b.yCss);
  return {
    xCss,
    yCss,
    widthCss: Math.max(a.xCss + a.widthCss, b.xCss + b.widthCss) - xCss,
    heightCss: Math.max(a.yCss + a.heightCss, b.yCss + b.heightCss) - yCss,
  };
}
