/**
 * Holds a page still: what runs on and on is paused; what was about to end (a fade, a slide) is brought to its end, so
 * that nothing is photographed half way; what follows the scroll position stands as where it is fully to be seen.
 */

export class Motion {
  readonly #paused = new Set<Animation>();

  get pausedCount(): number {
    return this.#paused.size;
  }

  /**
   * May be called again when something new moves.
   * @param trees The document and its shadow trees: each knows only its own animations.
   * @param isOurs What moves began because we moved the page: then it is brought to its end where it has one.
   */
  hold(trees: readonly (Document | ShadowRoot)[], isOurs: boolean): void {
    for (const animation of trees.flatMap((tree) => tree.getAnimations())) {
      if (animation.playState !== "running" || this.#paused.has(animation)) continue;
      if (followsScroll(animation)) this.#pause(animation, () => showFully(animation));
      else if (hasEnd(animation) && (isOurs || isTransition(animation))) animation.finish();
      else this.#pause(animation);
    }
  }

  resume(): void {
    for (const animation of this.#paused) unlessGone(() => animation.play());
    this.#paused.clear();
  }

  #pause(animation: Animation, stand: () => void = () => {}): void {
    unlessGone(() => {
      animation.pause();
      this.#paused.add(animation);
      stand();
    });
  }
}

/**
 * An animation whose element or timeline is gone moves nothing that is to be seen, and browsers refuse to hold or resume
 * it: it is left as it is, and the others are gone on with. Any other failure is ours.
 */
function unlessGone(act: () => void): void {
  try {
    act();
  } catch (error) {
    if ((error as Partial<DOMException> | null)?.name !== "InvalidStateError") throw error;
  }
}

const isTransition = (animation: Animation) =>
  typeof CSSTransition !== "undefined" && animation instanceof CSSTransition;

function hasEnd({ effect, playbackRate }: Animation): boolean {
  const end = effect?.getComputedTiming().endTime;
  return typeof end === "number" && Number.isFinite(end) && playbackRate > 0;
}

/** Firefox has no scroll-driven animations (scroll-animations-1). */
function followsScroll({ timeline }: Animation): boolean {
  return typeof ScrollTimeline !== "undefined" && timeline instanceof ScrollTimeline;
}

/** What follows the whole page's scrolling stands as at its top; what follows its own element's passing, as in mid-window. */
function showFully(animation: Animation): void {
  const end = animation.effect?.getComputedTiming().endTime as unknown as CSSUnitValue;
  const share = animation.timeline instanceof ViewTimeline ? shareInMidWindow(animation as ScrollDriven) : 0;
  animation.currentTime = CSS.percent(end.value * share);
}

/** One end of the part of the passing in which an element is animated; the text is "normal". */
type RangeEnd = { rangeName: string; offset: { value: number } } | string | undefined;

interface ScrollDriven {
  rangeStart?: RangeEnd;
  rangeEnd?: RangeEnd;
}

function shareInMidWindow({ rangeStart, rangeEnd }: ScrollDriven): number {
  const [from, to] = [placeOf(rangeStart, 0), placeOf(rangeEnd, 1)];
  return to > from ? Math.min(1, Math.max(0, (0.5 - from) / (to - from))) : 1;
}

/** About where a range's end lies: 0 where the element begins to come into the window, 1 where the last of it has gone. */
function placeOf(end: RangeEnd, normal: 0 | 1): number {
  if (typeof end !== "object") return normal;
  const offset = end.offset.value / 100;
  if (end.rangeName.startsWith("entry")) return offset * 0.3;
  if (end.rangeName.startsWith("exit")) return 0.7 + offset * 0.3;
  return end.rangeName === "contain" ? 0.3 + offset * 0.4 : offset;
}
