/**
 * Holds a page still: what runs on and on is paused; what was about to end (a fade, a slide) is brought to its end, so
 * that nothing is photographed half way or not at all; what follows the scroll position stands as where it is fully to
 * be seen.
 */

export class Motion {
  /** And where each stood, where it was brought elsewhere. */
  readonly #paused = new Map<Animation, CSSNumberish | null>();
  readonly #held = new WeakSet<Document | ShadowRoot>();

  get pausedCount(): number {
    return this.#paused.size;
  }

  /**
   * May be called again when something new moves.
   * @param trees The document and its shadow trees: each knows only its own animations.
   * @param isOurs What moves in a tree that was held before began because we moved the page: then what has an end is ended
   * for good.
   */
  hold(trees: readonly (Document | ShadowRoot)[], isOurs: boolean): void {
    for (const tree of trees) {
      this.#holdTree(tree, isOurs && this.#held.has(tree));
      this.#held.add(tree);
    }
  }

  #holdTree(tree: Document | ShadowRoot, isOurs: boolean): void {
    const ending: Animation[] = [];
    for (const animation of tree.getAnimations()) {
      if (animation.playState !== "running" || this.#paused.has(animation)) continue;
      if (followsScroll(animation)) this.#pause(animation, () => showFully(animation));
      else if (!hasEnd(animation)) this.#pause(animation);
      else if (isOurs || isTransition(animation)) animation.finish();
      else {
        this.#pause(animation);
        ending.push(animation);
      }
    }
    this.#end(ending.filter((animation) => this.#paused.has(animation)));
  }

  resume(): void {
    for (const [animation, timeWas] of this.#paused) {
      // What the page ended itself meanwhile would begin anew.
      if (animation.playState !== "paused") continue;
      unlessGone(() => {
        if (timeWas !== null) animation.currentTime = timeWas;
        animation.play();
      });
    }
    this.#paused.clear();
  }

  #pause(animation: Animation, stand: () => void = () => {}): void {
    unlessGone(() => {
      animation.pause();
      this.#paused.set(animation, null);
      stand();
    });
  }

  /** What ran before us stands as at its end, and goes on later. What would be gone by then stands as it was. */
  #end(animations: readonly Animation[]): void {
    const seen = animations.filter(isSeen);
    for (const animation of animations) this.#stand(animation, animation.currentTime, endOf(animation));
    const gone = seen.filter((animation) => !isSeen(animation));
    for (const animation of gone) this.#stand(animation, null, this.#paused.get(animation) ?? null);
  }

  #stand(animation: Animation, timeWas: CSSNumberish | null, time: CSSNumberish | null): void {
    unlessGone(() => {
      this.#paused.set(animation, timeWas);
      animation.currentTime = time;
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

const endOf = ({ effect }: Animation) => effect?.getComputedTiming().endTime ?? null;

export function hasEnd(animation: Animation): boolean {
  const end = endOf(animation);
  return typeof end === "number" && Number.isFinite(end) && animation.playbackRate > 0;
}

function isSeen({ effect }: Animation): boolean {
  const { target, pseudoElement } = effect as KeyframeEffect;
  if (!target) return false;
  const { opacity, visibility } = getComputedStyle(target, pseudoElement);
  return opacity !== "0" && visibility !== "hidden";
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
