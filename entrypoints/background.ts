import { defineBackground } from "wxt/utils/define-background";
import { asCaptureError } from "@/src/capture/capture-tab";
import { uncoverStale } from "@/src/capture/cover";
import { appVersion } from "@/src/capture/environment";
import { Jobs } from "@/src/capture/jobs";
import { choosePost, clickOf, lookAtPage, pointAt } from "@/src/capture/look";
import { giveUp, takeUp } from "@/src/capture/take-up";
import type { PageView } from "@/src/messaging/protocol";
import { type Handlers, serve } from "@/src/messaging/serve";
import { keepsLeast } from "@/src/model/case-line";
import { sha256 } from "@/src/model/digest";
import { CaptureError, type CaptureFailure, VaultError } from "@/src/model/errors";
import type { LookFound } from "@/src/model/look";
import { fail, ok, type Result } from "@/src/model/result";
import type { Wish } from "@/src/model/scope";
import type { Click } from "@/src/model/thread";
import { browser } from "@/src/platform/browser";
import { deviceClock } from "@/src/platform/clock";
import { removeOwnRows } from "@/src/platform/own-history";
import { isPrivateContext } from "@/src/platform/private-window";
import { readReportKind } from "@/src/platform/session-reports";
import { takeCutOff } from "@/src/platform/session-store";
import { LEAVE_CHANNEL } from "@/src/ui/parts/leave";
import { caseNow } from "@/src/vault/case-choice";
import { addCorrection } from "@/src/vault/corrections";
import { deleteExhibit } from "@/src/vault/delete";
import { sweepDrafts } from "@/src/vault/drafts";
import { INCOMING_LOCK } from "@/src/vault/incoming";
import { type OpenVault, openVault } from "@/src/vault/open";
import { settle } from "@/src/vault/pending";
import { appendAct } from "@/src/vault/seal";
import { finishWipe, wipe } from "@/src/vault/wipe";

import { carryOut, newOrder, savedState, type Work } from "./background/keeping";
import { noteHandlers } from "./background/note-handlers";
import { recover } from "./background/recover";
import { reportHandlers } from "./background/report-handlers";
import { savedHandlers } from "./background/saved-by-pages";
import { keepLook } from "./background/toolbar";
import { answer, IDLE_ALARM, lockNow, vaultHandlers } from "./background/vault-handlers";

const MENU_ID = "keep-page";
/** While a capture runs this wakes the background if it was stopped, so that the capture is not left half-way. */
const WATCH_ALARM = "capture-watch";

async function looked(view: Promise<PageView>): Promise<Result<PageView, CaptureFailure>> {
  try {
    return ok(await view);
  } catch (error) {
    if (error instanceof CaptureError) return fail(error.code);
    throw error;
  }
}

/** The user said of this page that someone in it is, or may be, under 18: then no picture of it is kept. */
async function isSaidUnder18(tabId: number, url: string | undefined): Promise<boolean> {
  return url !== undefined && (await readReportKind(tabId, await sha256(url))) === "under-18";
}

const answerNothingLasts = async () => fail("nothingLasts" as const);

export default defineBackground(() => {
  keepLook();
  const jobs = new Jobs();
  let opening: Promise<OpenVault> | null = null;
  // A failed opening is tried again the next time it is wanted.
  const openedVault = () => {
    opening ??= openAndPutRight().catch((cause) => {
      opening = null;
      throw cause;
    });
    return opening;
  };
  new BroadcastChannel(LEAVE_CHANNEL).addEventListener("message", () => {
    jobs.stopAny();
    void lockNow();
  });

  const act = () => ({
    utc: deviceClock.now(),
    tz: deviceClock.timeZone(),
    actor: "unstated" as const,
    app: appVersion(),
  });

  /** What a stopped background left behind is put right before anything new begins. */
  const openAndPutRight = async () => {
    await browser.alarms.clear(WATCH_ALARM);
    await uncoverStale();
    await finishWipe();
    const vault = await openVault(undefined, () => {
      opening = null; // opened anew when it is next wanted
    });
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
      start: (order) => begin(order.tabId, carryOut(vault, order, act)),
    });
    return vault;
  };

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

  const begin = async (tabId: number, work: Work) => {
    await jobs.start(tabId, (signal, onProgress) =>
      // The page is saved or not; an alarm too many only wakes us once more.
      work(signal, onProgress).finally(() => browser.alarms.clear(WATCH_ALARM).catch(() => {})),
    );
    browser.alarms.create(WATCH_ALARM, { periodInMinutes: 0.5 });
  };

  const start = async (tabId: number, wish: Wish, look?: LookFound) => {
    const vault = await openedVault(); // what was left behind is put right first, or this job would be taken for it
    await begin(tabId, carryOut(vault, { ...(await newOrder(tabId, wish)), ...(look && { look }) }, act));
  };

  /** Where it is not clear which post was clicked the popup asks; without a popup the page is kept as it is. */
  const keepClicked = async (tabId: number, click: Click, canAsk: Promise<boolean>, isUnder18: Promise<boolean>) => {
    const vault = await openedVault();
    await begin(tabId, async (signal, onProgress) => {
      if (await isUnder18) return { step: "whichOne" }; // the popup says what can be kept of it
      const isClear = await pointAt(tabId, click);
      if (!isClear && (await canAsk)) return { step: "whichOne" };
      // Where nothing is known of the case, as while locked, it is saved as it usually is.
      const now = await caseNow(vault).catch(() => null);
      const pictures = now && keepsLeast(now.about) ? "covered" : "as shown";
      const order = await newOrder(tabId, { pictures, scope: null });
      return carryOut(vault, order, act)(signal, onProgress);
    });
  };

  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({
      id: MENU_ID,
      title: browser.i18n.getMessage("keepThis"),
      contexts: ["page", "selection", "link", "image", "video", "audio"],
    });
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined) return;
    // The popup shows how it goes; where the browser will not open it, the capture goes on all the same.
    const isShown = browser.action.openPopup().then(
      () => true,
      () => false,
    );
    keepClicked(tab.id, clickOf(info), isShown, isSaidUnder18(tab.id, tab.url)).catch((cause) =>
      console.warn("capture not started:", cause),
    );
  });
  // Waking is all that is asked of the other alarm: starting up puts right what was left behind.
  browser.alarms.onAlarm.addListener(({ name }) => void (name === IDLE_ALARM && lockNow()));

  const handlers: Handlers = {
    // Before anything is saved in a browser in which nothing lasts, this is said.
    "page.inspect": ({ tabId }) => (isPrivateContext() ? answerNothingLasts() : looked(lookAtPage(tabId))),
    "page.choose": ({ tabId, index }) => looked(choosePost(tabId, index)),
    "capture.start": async ({ tabId, look, ...wish }) => {
      try {
        await start(tabId, wish, look);
        return ok(null);
      } catch (error) {
        if (error instanceof CaptureError || error instanceof VaultError) return fail(asCaptureError(error).code);
        throw error;
      }
    },
    "capture.stop": async ({ tabId }) => {
      jobs.stop(tabId);
      return ok(null);
    },
    "capture.cutOff": async () => {
      await openedVault(); // what was left behind is found then
      return takeCutOff();
    },
    "exhibit.correct": (correction) => answer(async () => addCorrection(await openedVault(), correction, act())),
    ...noteHandlers(openedVault, act),
    ...reportHandlers(openedVault, act),
    ...savedHandlers(openedVault, act),
    "exhibit.delete": ({ item }) =>
      answer(async () => deleteExhibit(await openedVault(), item, act()).then(() => null)),
    "custody.append": ({ caseId, act: what }) =>
      answer(async () => appendAct(await openedVault(), caseId, { ...act(), ...what })),
    "rows.remove": removeOwnRows,
    ...vaultHandlers(openedVault, wipeAll, act),
  };
  serve(handlers);

  openedVault().catch(async (cause) => {
    console.warn("the notes could not be opened:", cause);
    await giveUp(asCaptureError(cause).code);
  });
});
