/**
 * Things in the box that are followed while it scrolls, to tell how far its content really moved. What the box tells of
 * its own scrolling is not enough where rows above change their height or new ones come.
 */
import { type Edges, isDrawnInside, topmostAt } from "./inner-place";

const ACROSS = [0.2, 0.5, 0.8];
/** Shares of the height. The lower part stays in sight when the box scrolls on. */
const DOWN = [0.5, 0.65, 0.8, 0.9, 0.97];

interface Anchor {
  element: Element;
  words: string | null;
  topCss: number;
}

export class Anchors {
  readonly #anchors: Anchor[];

  constructor(box: Element, { left, top, right, bottom }: Edges) {
    const places = DOWN.flatMap((y) =>
      ACROSS.map((x) => topmostAt(left + (right - left) * x, top + (bottom - top) * y)),
    );
    const found = new Set(places.filter((one) => one !== null && one !== box && isDrawnInside(one, box)));
    this.#anchors = [...found].map((element) => ({
      element: element!,
      words: element!.textContent,
      topCss: element!.getBoundingClientRect().top,
    }));
  }

  /** @returns How far they have moved up, in CSS pixels; `null` where none is left. An element re-used for other words is another. */
  movedUpCss(): number | null {
    const moved = this.#anchors
      .filter(({ element, words }) => element.isConnected && element.textContent === words)
      .map(({ element, topCss }) => topCss - element.getBoundingClientRect().top)
      .sort((a, b) => a - b);
    return moved[moved.length >> 1] ?? null;
  }
}
