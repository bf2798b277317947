/**
 * The box while it is taken: scrolled step by step, measured, and put back. Three directions: most boxes begin at their
 * top; `column-reverse` counts backwards from its end; some lists are turned upside down and each row turned back.
 */
import type { InnerView } from "@/src/messaging/page-side";
import type { PageAction } from "@/src/model/page-acts";
import { drawn } from "./drawn";
import { Anchors } from "./inner-anchors";
import { type Bands, Overlays } from "./inner-overlays";
import { boxOf, type Edges, visibleEdges } from "./inner-place";
import { atRest, untilGrown } from "./inner-settle";
import { PageState } from "./restore";

/** Nearer to an end than this, in CSS pixels, is at it. */
const AT_END_CSS = 2;
const ROUNDING_CSS = 0.5;

type Direction = "down" | "reverse" | "upside-down";

export class InnerBox {
  readonly #state = new PageState();
  readonly #overlays: Overlays;
  readonly #direction: Direction;
  readonly #before: { scrollTop: number; topCss: number; fromEndCss: number; seen: Anchors };
  readonly #endWasInSight: boolean;
  readonly #halted: Animation[] = [];
  #bands: Bands = { aboveCss: 0, belowCss: 0 };
  #steps = 0;
  #loads = 0;

  constructor(private readonly box: HTMLElement) {
    this.#direction = directionOf(box);
    this.#before = {
      scrollTop: box.scrollTop,
      topCss: this.#topCss,
      fromEndCss: this.#lastCss - this.#topCss,
      seen: new Anchors(box, visibleEdges(box)),
    };
    this.#endWasInSight = this.#before.fromEndCss <= AT_END_CSS;
    this.#overlays = new Overlays(box, this.#state);
  }

  /** Makes the box ready. The page is not scrolled yet. */
  begin(): InnerView {
    this.#state.setStyle(this.box, "scroll-behavior", "auto");
    this.#state.setStyle(this.box, "scroll-snap-type", "none");
    this.#overlays.setAside(this.#inSight);
    this.#bands = this.#overlays.bands(this.#inSight);
    return this.view();
  }

  /** Goes to the start and waits whether more comes there. @returns Whether more came. */
  async toStart(): Promise<{ view: InnerView; grew: boolean }> {
    const lengthCss = this.box.scrollHeight;
    // A list that loads when its start comes into sight has to lose sight of it first.
    if (this.#topCss <= AT_END_CSS) this.#scrollTo(Math.min(this.#lastCss, this.box.clientHeight / 2));
    await drawn();
    this.#scrollTo(0);
    const hasGrown = () => this.box.scrollHeight > lengthCss + AT_END_CSS || this.#topCss > AT_END_CSS;
    const grew = await untilGrown(this.box, hasGrown);
    await atRest(this.box, this.#inSight);
    if (grew) this.#loads += 1;
    return { view: this.view(), grew };
  }

  /** @param topCss How far from the start of the content, as long as it is now. */
  async to(topCss: number): Promise<InnerView> {
    const anchors = new Anchors(this.box, this.#inSight);
    const beforeCss = this.#topCss;
    this.#steps += 1;
    this.#scrollTo(topCss);
    await drawn();
    await atRest(this.box, this.#inSight);
    if (this.#isAtEnd && !this.#endWasInSight) await untilGrown(this.box, () => !this.#isAtEnd);
    this.#haltEndless();
    this.#overlays.setAside(this.#inSight);
    await drawn();
    return this.view(anchors.movedUpCss() ?? this.#topCss - beforeCss);
  }

  /** @param movedUpCss How far the content moved up since the place before. */
  view(movedUpCss = 0): InnerView {
    return {
      box: boxOf(this.#inSight),
      topCss: this.#topCss,
      lengthCss: this.box.scrollHeight,
      viewCss: this.box.clientHeight,
      atStart: this.#topCss <= AT_END_CSS,
      atEnd: this.#isAtEnd,
      movedUpCss,
      ...this.#bands,
    };
  }

  putBack(): PageAction[] {
    const { actions } = this.#state;
    if (this.#steps > 0) actions.push({ act: "scroll-inside", detail: String(this.#steps) });
    if (this.#loads > 0) actions.push({ act: "load-history", detail: String(this.#loads) });
    if (this.#overlays.unstuck > 0) actions.push({ act: "unstick", detail: String(this.#overlays.unstuck) });
    if (this.#overlays.hidden > 0) actions.push({ act: "hide-over-box", detail: String(this.#overlays.hidden) });
    if (this.#halted.length > 0) actions.push({ act: "pause-animations", detail: String(this.#halted.length) });
    // Before the page's own scroll behaviour is back.
    this.#scrollBack();
    this.#state.putBack();
    for (const animation of this.#halted) if (animation.playState === "paused") animation.play();
    return actions;
  }

  /**
   * To the same rows. Those that are still there tell where; where a list has dropped them, its nearer end does: more may
   * have come at the start, and heights that were guessed are known by now.
   */
  #scrollBack(): void {
    const { scrollTop, topCss, fromEndCss, seen } = this.#before;
    const countsFromStart = this.#direction === "down";
    const byEnd = countsFromStart && (this.#loads > 0 || fromEndCss < topCss);
    this.box.scrollTo({ top: byEnd ? this.#lastCss - fromEndCss : scrollTop, behavior: "instant" });
    const movedUpCss = seen.movedUpCss() ?? 0;
    if (Math.abs(movedUpCss) > ROUNDING_CSS) this.#scrollTo(this.#topCss - movedUpCss);
  }

  #haltEndless(): void {
    if (this.#state.isOver) return;
    for (const animation of this.box.getAnimations({ subtree: true })) {
      if (animation.playState !== "running") continue;
      animation.pause();
      this.#halted.push(animation);
    }
  }

  get #inSight(): Edges {
    return visibleEdges(this.box);
  }

  /** Furthest that the box can be scrolled. */
  get #lastCss(): number {
    return this.box.scrollHeight - this.box.clientHeight;
  }

  get #topCss(): number {
    const { scrollTop } = this.box;
    if (this.#direction === "down") return scrollTop;
    return this.#direction === "reverse" ? this.#lastCss + scrollTop : this.#lastCss - scrollTop;
  }

  get #isAtEnd(): boolean {
    return this.#lastCss - this.#topCss <= AT_END_CSS;
  }

  #scrollTo(topCss: number): void {
    if (this.#state.isOver) return;
    const last = this.#lastCss;
    const top = { down: topCss, reverse: topCss - last, "upside-down": last - topCss }[this.#direction];
    this.box.scrollTo({ top, behavior: "instant" });
  }
}

function directionOf(box: HTMLElement): Direction {
  const { transform, scale } = getComputedStyle(box);
  const isTurned = transform.startsWith("matrix(") && new DOMMatrixReadOnly(transform).d < 0;
  if (isTurned || Number(scale.split(" ")[1]) < 0) return "upside-down";
  const { scrollTop } = box;
  if (scrollTop < 0) return "reverse";
  box.scrollTo({ top: -1, behavior: "instant" });
  const isReverse = box.scrollTop < 0;
  box.scrollTo({ top: scrollTop, behavior: "instant" });
  return isReverse ? "reverse" : "down";
}
