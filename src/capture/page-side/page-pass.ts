/** Shows the page to itself once from top to end, so that it loads what it loads only when it comes near; and later what has come since. */
import { Changes } from "./changes";
import { frame } from "./drawn";
import { type Passed, type Passing, passRest, passThePage, passUpwards, picturesLoaded, until } from "./lazy";
import type { PageMover } from "./move";
import { Probes } from "./probes";
import type { PageState } from "./restore";

/** A page that did something about being passed has done all of it when it has rested so long; and the longest wait for that. */
const REST_MS = 100;
const REST_AT_MOST_MS = 400;
/** What is drawn only when scrolling has rested (lists wait 100 to 150 ms for that) is drawn by then. */
const REDRAWN_MS = 200;
const REDRAWN_AT_MOST_MS = 300;

export class PagePass {
  #passed: Passed | null = null;
  #since: Changes | null = null;
  #dropsUnseen = false;

  /** @param onStep Called at each place: it can take a while. */
  constructor(
    private readonly state: PageState,
    private readonly mover: PageMover,
    private readonly onStep: () => void,
  ) {}

  /**
   * @param settles Wait until the page has done what it does about it: for photographs that show all of it at once.
   * @returns Whether the page shows some of its things only while they are in view, as far as could be seen.
   */
  async whole(limitCss: number, settles: boolean): Promise<boolean> {
    const changes = new Changes();
    const probes = new Probes();
    this.#passed = await passThePage({ ...this.#page(), atStop: () => probes.take() }, limitCss);
    this.state.didOnce("pass-whole-page");
    if (probes.sawBlank) await this.#redraw(changes);
    else if (settles) await changes.rest(REST_MS, REST_AT_MOST_MS);
    const { removed } = changes;
    changes.stop();
    this.state.holdStill([document], true);
    this.#dropsUnseen = removed > 0 || probes.lost;
    await picturesLoaded();
    return this.#dropsUnseen;
  }

  /** Where things are shown only in view: waits until those that have come into view just now are shown. */
  async redrawn(): Promise<void> {
    if (!this.#dropsUnseen) return;
    const changes = new Changes();
    await this.#redraw(changes);
    changes.stop();
  }

  async #redraw(changes: Changes): Promise<void> {
    changes.wake();
    await changes.rest(REDRAWN_MS, REDRAWN_AT_MOST_MS);
  }

  /** Leaves it for later, because nothing in the page seems to listen. What changes from now on is seen. */
  putOff(): void {
    this.#since = new Changes();
  }

  /** @returns Whether the page changed since it was put off: then something did listen. */
  async late(limitCss: number): Promise<boolean> {
    const since = this.#since;
    if (since === null) return false;
    this.#passed = await passUpwards(this.#page(), limitCss);
    this.state.didOnce("pass-whole-page");
    if (this.#passed) await until(() => since.any, REST_MS);
    this.stop();
    return since.any;
  }

  stop(): void {
    this.#since?.stop();
    this.#since = null;
  }

  /** What came below its end since. A page that cannot be scrolled any more is left as it is. */
  async rest(limitCss: number): Promise<void> {
    if (this.#passed === null || this.mover.by === "root" || this.state.isOver) return;
    const passed = await passRest(this.#page(), this.#passed, limitCss);
    if (passed === null) return;
    this.#passed = passed;
    await picturesLoaded();
  }

  /** What is done by us may make the page higher or lower, which is no going on. */
  doing<Value>(act: () => Value): Value {
    const before = heightCss();
    const value = act();
    if (this.#passed) this.#passed.heightCss += heightCss() - before;
    return value;
  }

  #page(): Passing {
    return {
      scrollTo: (yCss) => {
        this.onStep();
        this.mover.to(0, yCss, "scroll");
      },
      frame,
      heightCss,
    };
  }
}

const heightCss = () => (document.scrollingElement ?? document.documentElement).scrollHeight;
