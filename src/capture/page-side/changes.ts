/** Sees whether a page changes: its elements, their attributes, its words, and what comes to load in it or for it. */

const WHAT = { subtree: true, childList: true, attributes: true, characterData: true };
const LOOK_EVERY_MS = 20;

export class Changes {
  #removed = 0;
  #lastMs: number | null = null;
  readonly #watch = new MutationObserver((records) => this.#note(records));
  readonly #onLoad = () => {
    this.#lastMs = performance.now();
  };

  constructor() {
    this.#watch.observe(document, WHAT);
    document.addEventListener("load", this.#onLoad, true);
    document.fonts?.addEventListener("loading", this.#onLoad);
  }

  /** Elements that were taken away. */
  get removed(): number {
    this.#note(this.#watch.takeRecords());
    return this.#removed;
  }

  get any(): boolean {
    this.#note(this.#watch.takeRecords());
    return this.#lastMs !== null;
  }

  /** As if it had changed just now: some pages do something only when they have not been scrolled for a while. */
  wake(): void {
    this.#lastMs = performance.now();
  }

  /** Where it has changed, waits until it has not for a while. */
  async rest(quietMs: number, atMostMs: number): Promise<void> {
    const endMs = performance.now() + atMostMs;
    while (this.any && performance.now() < Math.min(endMs, this.#lastMs! + quietMs)) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  stop(): void {
    this.#note(this.#watch.takeRecords());
    this.#watch.disconnect();
    document.removeEventListener("load", this.#onLoad, true);
    document.fonts?.removeEventListener("loading", this.#onLoad);
  }

  #note(records: MutationRecord[]): void {
    if (records.length > 0) this.#lastMs = performance.now();
    for (const { removedNodes } of records) this.#removed += Array.from(removedNodes).filter(isElement).length;
  }
}

const isElement = (node: Node) => node instanceof Element;
