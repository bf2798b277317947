/** What becomes of captures that ran when the browser stopped the background. */
import type { CaptureFailure } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import type { JobState, Order } from "@/src/model/job";
import type { Clock } from "@/src/platform/clock";
import { forgetOrder, rememberCutOff, unfinishedJobs, writeJob } from "@/src/platform/session-store";
import { interrupted, isLastBegin } from "./keep-tab";

export interface TakeUpTools {
  clock: Clock;
  /** Exhibits that were being captured, and of which nothing is left. */
  swept: readonly ExhibitId[];
  /** How an exhibit ended that was sealed after all; `null` where it was not. */
  sealed(id: ExhibitId, order: Order): Promise<JobState | null>;
  /** Begins a capture and returns at once. */
  start(order: Order): Promise<void>;
}

/**
 * Each is told as saved, begun anew on the same document, or told as not saved. One of which the session's memory knows
 * nothing was cut off by a restart of the extension or the browser; that is told, too. Only call while no capture runs.
 */
export async function takeUp(tools: TakeUpTools): Promise<void> {
  const jobs = await unfinishedJobs();
  const known = new Set(jobs.map(({ order }) => order?.draft));
  if (tools.swept.some((id) => !known.has(id))) await rememberCutOff();
  for (const { tabId, order } of jobs) {
    const isSealed = order?.draft ? await tools.sealed(order.draft, order) : null;
    if (isSealed) await end(tabId, isSealed);
    else if (order === null || isLastBegin(order)) await end(tabId, { step: "failed", failure: "interrupted" });
    else await tools.start(interrupted(order, { what: "backgroundStopped", utc: tools.clock.now() }));
  }
}

/** Where not even the vault could be opened, nothing of them can go on. */
export async function giveUp(failure: CaptureFailure): Promise<void> {
  for (const { tabId } of await unfinishedJobs()) await end(tabId, { step: "failed", failure });
}

async function end(tabId: number, state: JobState): Promise<void> {
  await writeJob(tabId, state);
  await forgetOrder(tabId);
}
