/** Captures under way. While one runs an alarm wakes the background if it was stopped, so that it is not left half-way. */
import type { Jobs } from "@/src/capture/jobs";
import { browser } from "@/src/platform/browser";
import type { Work } from "./keeping";

const WATCH_ALARM = "capture-watch";

/** @throws {CaptureError} `alreadyCapturing` */
export async function beginWatched(jobs: Jobs, tabId: number, work: Work): Promise<void> {
  await jobs.start(tabId, (signal, onProgress) =>
    // The page is saved or not; an alarm too many only wakes us once more.
    work(signal, onProgress).finally(() => endWatch().catch(() => {})),
  );
  browser.alarms.create(WATCH_ALARM, { periodInMinutes: 0.5 });
}

export async function endWatch(): Promise<void> {
  await browser.alarms.clear(WATCH_ALARM);
}
