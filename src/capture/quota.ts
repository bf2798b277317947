/**
 * Chromium lets an extension photograph the visible tab twice a second: two calls at once, then two more one second
 * after the first (measured; developer.chrome.com MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND). Waiting exactly for that
 * window is twice as quick as a fixed pause.
 */
import type { Clock } from "@/src/platform/clock";

const WINDOW_MS = 1000;
/** The browser counts by its own clock; a few milliseconds keep us on the safe side of it. */
const MARGIN_MS = 8;

export class QuotaWindow {
  #made: number[] = [];

  /** @param calls Calls allowed in one second. */
  constructor(
    private readonly clock: Clock,
    private readonly calls: number,
  ) {}

  /** Waits until one more call is allowed. */
  async turn(): Promise<void> {
    if (this.#made.length < this.calls) return;
    const waitMs = this.#made[0]! + WINDOW_MS + MARGIN_MS - this.clock.monotonicMs();
    if (waitMs > 0) await this.clock.sleep(waitMs);
  }

  /** To be called right before the call itself: what is done between waiting and calling takes a different time each time. */
  count(): void {
    this.#made.push(this.clock.monotonicMs());
    if (this.#made.length > this.calls) this.#made.shift();
  }
}
