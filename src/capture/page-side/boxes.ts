/** Boxes of things in the window. */
import type { PinnedBox } from "@/src/messaging/page-side";

/** Boxes smaller than this, in CSS pixels, are invisible helpers. */
const SMALLEST_CSS = 2;

export const windowBox = (): PinnedBox => ({
  xCss: 0,
  yCss: 0,
  widthCss: window.innerWidth,
  heightCss: window.innerHeight,
});

export function boxOf({ left, top, width, height }: DOMRect): PinnedBox {
  return { xCss: left, yCss: top, widthCss: width, heightCss: height };
}

/** The part of an element that lies in the window. */
export const inWindow = (element: Element): PinnedBox => met(boxOf(element.getBoundingClientRect()), windowBox());

export const hasSize = ({ widthCss, heightCss }: PinnedBox) => widthCss >= SMALLEST_CSS && heightCss >= SMALLEST_CSS;

/** What both have; one without a size where they lie apart. */
export function met(a: PinnedBox, b: PinnedBox): PinnedBox {
  const xCss = Math.max(a.xCss, b.xCss);
  const yCss = Math.max(a.yCss, b.yCss);
  return {
    xCss,
    yCss,
    widthCss: Math.min(a.xCss + a.widthCss, b.xCss + b.widthCss) - xCss,
    heightCss: Math.min(a.yCss + a.heightCss, b.yCss + b.heightCss) - yCss,
  };
}

/** @param slackCss How far the inner one may reach out. */
export function holds(outer: PinnedBox, inner: PinnedBox, slackCss: number): boolean {
  return (
    inner.xCss >= outer.xCss - slackCss &&
    inner.yCss >= outer.yCss - slackCss &&
    inner.xCss + inner.widthCss <= outer.xCss + outer.widthCss + slackCss &&
    inner.yCss + inner.heightCss <= outer.yCss + outer.heightCss + slackCss
  );
}

/** Those that overlap, or lie no farther apart than the gap, as one. */
export function joined(boxes: readonly PinnedBox[], gapCss = 0): PinnedBox[] {
  return boxes.reduce<PinnedBox[]>((all, box) => withBox(all, box, gapCss), []);
}

function withBox(boxes: readonly PinnedBox[], next: PinnedBox, gapCss: number): PinnedBox[] {
  const apart = boxes.filter((box) => !areNear(box, next, gapCss));
  const near = boxes.filter((box) => areNear(box, next, gapCss));
  if (near.length === 0) return [...apart, next];
  // What was apart from each may not be apart from their union.
  return withBox(apart, near.reduce(union, next), gapCss);
}

function areNear(a: PinnedBox, b: PinnedBox, gapCss: number): boolean {
  return (
    a.xCss < b.xCss + b.widthCss + gapCss &&
    b.xCss < a.xCss + a.widthCss + gapCss &&
    a.yCss < b.yCss + b.heightCss + gapCss &&
    b.yCss < a.yCss + a.heightCss + gapCss
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
