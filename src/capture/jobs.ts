/** Captures that run in this background, one at a time: two would photograph each other's tabs. */
import { CaptureError } from "@/src/model/errors";
import type { JobState } from "@/src/model/job";
import { browser } from "@/src/platform/browser";
import { forgetOrder, writeJob } from "@/src/platform/session-store";
import { asCaptureError } from "./capture-tab";

/**
 * Browsers stop a background that has called none of their functions for 30 seconds, be it busy or not; storing a very
 * long page can take that long.
 */
const BEAT_MS = 10_000;

export class Jobs {
  #running: { tabId: number; stop: AbortController } | null = null;

  /**
   * Starts one capture and returns at once.
   * @param work Does it all and says how it ended; gets the signal that Stop was pressed and where to tell progress.
   * @throws {CaptureError} `alreadyCapturing`
   */
  async start(
    tabId: number,
    work: (signal: AbortSignal, onProgress: (state: JobState) => void) => Promise<JobState>,
  ): Promise<void> {
    if (this.#running) throw new CaptureError("alreadyCapturing");
    const stop = new AbortController();
    this.#running = { tabId, stop };
    try {
      await writeJob(tabId, { step: "preparing" });
    } catch (error) {
      this.#running = null;
      throw error;
    }
    void this.#run(tabId, stop, work);
  }

  stop(tabId: number): void {
    if (this.#running?.tabId === tabId) this.stopAny();
  }

  stopAny(): void {
    this.#running?.stop.abort();
  }

  async #run(
    tabId: number,
    stop: AbortController,
    work: (signal: AbortSignal, onProgress: (state: JobState) => void) => Promise<JobState>,
  ): Promise<void> {
    // States are written in the order they were told, and the last one last.
    let writing: Promise<void> = Promise.resolve();
    const tell = (state: JobState) => {
      writing = writing
        .then(() => writeJob(tabId, state))
        .catch((cause) => console.warn("state not told:", state.step, cause));
    };
    const beat = setInterval(() => browser.runtime.getPlatformInfo().catch(() => {}), BEAT_MS);
    try {
      tell(await work(stop.signal, tell));
    } catch (error) {
      const { code, cause } = asCaptureError(error);
      console.warn("capture failed:", code, cause);
      tell({ step: "failed", failure: code });
    }
    clearInterval(beat);
    await writing;
    await forgetOrder(tabId).catch(() => {}); // the end is told; an order without a running job means nothing
    this.#running = null;
  }
}
