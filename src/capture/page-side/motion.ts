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
    for (const animation of this.#paused) tolerant(() => animation.play());
    this.#paused.clear();
  }

  #pause(animation: Animation, stand: () => void = () => {}): void {
    animation.pause();
    tolerant(stand);
    this.#paused.add(animation);
  }
}

/** Its element may leave the page meanwhile; then there is nothing left to hold or resume. */
function tolerant(act: () => void): void {
  try {
    act();
  } catch {}
}

const isTransition = (animation: Animation) =>
  typeof CSSTransition !== "undefined" && animation instanceof CSSTransition;

function hasEnd({ effect, playbackRate }: Animation): boolean {
  const end = effect?.getComputedTiming().endTime;
  return typeof end === "number" && Number.isFinite(end) && playbackRate > 0;
}

/** Scroll-driven animations are timed in percent (css-animations-2, web-animations-2); Firefox has none. */
interface ScrollDriven {
  rangeStart?: unknown;
  rangeEnd?: unknown;
}

function followsScroll({ timeline }: Animation): boolean {
  return typeof ScrollTimeline !== "undefined" && timeline instanceof ScrollTimeline;
}

/** What follows the whole page's scrolling stands as at its top; what follows its own element's passing, as in mid-window. */
function showFully(animation: Animation): void {
  if (!(animation.timeline instanceof ViewTimeline)) {
    animation.currentTime = CSS.percent(0);
    return;
  }
  const end = animation.effect?.getComputedTiming().endTime as unknown as CSSUnitValue;
  animation.currentTime = CSS.percent(end.value * shareWhenShown(animation as ScrollDriven));
}

const nameOf = (range: unknown) => (range as { rangeName?: string } | undefined)?.rangeName ?? "";

function shareWhenShown({ rangeStart, rangeEnd }: ScrollDriven): number {
  if (nameOf(rangeEnd).startsWith("entry")) return 1;
  if (nameOf(rangeStart).startsWith("exit")) return 0;
  return 0.5;
}
