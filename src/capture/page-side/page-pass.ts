/** Shows the page to itself once from top to end, so that it loads what it loads only when it comes near; and later what has come since. */
import { frame } from "./drawn";
import { type Passed, type Passing, passRest, passThePage, picturesLoaded } from "./lazy";
import type { PageMover } from "./move";
import type { PageState } from "./restore";

export class PagePass {
  #passed: Passed | null = null;

  /** @param onStep Called at each place: it can take a while. */
  constructor(
    private readonly state: PageState,
    private readonly mover: PageMover,
    private readonly onStep: () => void,
  ) {}

  /** @returns Whether the page took things away meanwhile. */
  async whole(limitCss: number): Promise<boolean> {
    let dropped = 0;
    const count = (records: MutationRecord[]) => {
      for (const { removedNodes } of records) dropped += Array.from(removedNodes).filter(isElement).length;
    };
    const watch = new MutationObserver(count);
    watch.observe(document, { subtree: true, childList: true });
    this.#passed = await passThePage(this.#page(), limitCss);
    this.state.didOnce("pass-whole-page");
    count(watch.takeRecords());
    watch.disconnect();
    await picturesLoaded();
    return dropped > 0;
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
const isElement = (node: Node) => node instanceof Element;
