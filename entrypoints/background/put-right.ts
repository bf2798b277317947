/** Opens the vault. What a stopped background left behind is put right before anything new begins. */
import { uncoverStale } from "@/src/capture/cover";
import type { Jobs } from "@/src/capture/jobs";
import { takeUp } from "@/src/capture/take-up";
import { deviceClock } from "@/src/platform/clock";
import { sweepDrafts } from "@/src/vault/drafts";
import { INCOMING_LOCK } from "@/src/vault/incoming";
import type { CaptureAct } from "@/src/vault/ledger";
import { type OpenVault, openVault } from "@/src/vault/open";
import { settle } from "@/src/vault/pending";
import { finishWipe } from "@/src/vault/wipe";
import { carryOut, savedState } from "./keeping";
import { recover } from "./recover";
import { beginWatched, endWatch } from "./watched";

/** @param onGone Called when the store was closed under us. */
export async function openAndPutRight(jobs: Jobs, act: () => CaptureAct, onGone: () => void): Promise<OpenVault> {
  await endWatch();
  await uncoverStale();
  await finishWipe();
  const vault = await openVault(undefined, onGone);
  // Not while a page of ours writes drafts: then the next start does it.
  const swept = await navigator.locks.request(INCOMING_LOCK, { ifAvailable: true }, async (held) =>
    held ? sweepDrafts(vault) : [],
  );
  // What cannot be settled now goes on waiting; it is no reason not to save.
  await settle(vault, deviceClock.now()).catch((cause) => console.warn("not settled:", cause));
  await recover(vault, act);
  await takeUp({
    clock: deviceClock,
    swept: swept.filter(({ isCapture }) => isCapture).map(({ id }) => id),
    sealed: (id, order) => savedState(vault, id, order, act),
    start: (order) => beginWatched(jobs, order.tabId, carryOut(vault, order, act)),
  });
  return vault;
}
