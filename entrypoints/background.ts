import { defineBackground } from "wxt/utils/define-background";
import { asCaptureError } from "@/src/capture/capture-tab";
import { uncoverStale } from "@/src/capture/cover";
import { appVersion } from "@/src/capture/environment";
import { Jobs } from "@/src/capture/jobs";
import { giveUp } from "@/src/capture/take-up";
import { type Handlers, serve } from "@/src/messaging/serve";
import { ok } from "@/src/model/result";
import { browser } from "@/src/platform/browser";
import { deviceClock } from "@/src/platform/clock";
import { removeOwnRows } from "@/src/platform/own-history";
import { LEAVE_CHANNEL } from "@/src/ui/parts/leave";
import { addCorrection } from "@/src/vault/corrections";
import { deleteExhibit } from "@/src/vault/delete";
import type { OpenVault } from "@/src/vault/open";
import { appendAct } from "@/src/vault/seal";
import { wipe } from "@/src/vault/wipe";

import { captureHandlers } from "./background/capture-handlers";
import { offerInMenu } from "./background/menu";
import { noteHandlers } from "./background/note-handlers";
import { openAndPutRight } from "./background/put-right";
import { reportHandlers } from "./background/report-handlers";
import { savedHandlers } from "./background/saved-by-pages";
import { keepLook } from "./background/toolbar";
import { answer, IDLE_ALARM, lockNow, vaultHandlers } from "./background/vault-handlers";

export default defineBackground(() => {
  keepLook();
  const jobs = new Jobs();
  let opening: Promise<OpenVault> | null = null;
  const forgetOpened = () => {
    opening = null; // opened anew when it is next wanted
  };
  // A failed opening is tried again the next time it is wanted.
  const openedVault = () => {
    opening ??= openAndPutRight(jobs, act, forgetOpened).catch((cause) => {
      opening = null;
      throw cause;
    });
    return opening;
  };
  const stopAndLock = () => {
    jobs.stopAny();
    return lockNow();
  };
  const leaving = new BroadcastChannel(LEAVE_CHANNEL);
  leaving.addEventListener("message", () => void stopAndLock());

  const act = () => ({
    utc: deviceClock.now(),
    tz: deviceClock.timeZone(),
    actor: "unstated" as const,
    app: appVersion(),
  });

  /** Also where the notes cannot be opened. What was asked meanwhile waits for it, and finds an empty vault. */
  const wipeAll = async () => {
    jobs.stopAny();
    const before = await opening?.catch(() => null);
    opening = null;
    before?.db.close();
    await uncoverStale();
    await wipe();
    await openedVault();
  };

  offerInMenu(jobs, openedVault, act);
  // Waking is all that is asked of the other alarm: starting up puts right what was left behind.
  browser.alarms.onAlarm.addListener(({ name }) => void (name === IDLE_ALARM && lockNow()));

  const handlers: Handlers = {
    ...captureHandlers(jobs, openedVault, act),
    "exhibit.correct": (correction) => answer(async () => addCorrection(await openedVault(), correction, act())),
    ...noteHandlers(openedVault, act),
    ...reportHandlers(openedVault, act),
    ...savedHandlers(openedVault, act),
    "exhibit.delete": ({ item }) =>
      answer(async () => deleteExhibit(await openedVault(), item, act()).then(() => null)),
    "custody.append": ({ caseId, act: what }) =>
      answer(async () => appendAct(await openedVault(), caseId, { ...act(), ...what })),
    "rows.remove": removeOwnRows,
    "pages.leave": async () => {
      leaving.postMessage(null);
      await stopAndLock();
      await removeOwnRows();
      return ok(null);
    },
    ...vaultHandlers(openedVault, wipeAll, act),
  };
  serve(handlers);

  openedVault().catch(async (cause) => {
    console.warn("the notes could not be opened:", cause);
    await giveUp(asCaptureError(cause).code);
  });
});
