import { defineBackground } from "wxt/utils/define-background";
import { asCaptureError, type CaptureTools, captureTab } from "@/src/capture/capture-tab";
import { uncoverStale } from "@/src/capture/cover";
import { appVersion } from "@/src/capture/environment";
import { Jobs } from "@/src/capture/jobs";
import { choosePost, clickOf, lookAtPage, pointAt } from "@/src/capture/look";
import { PageShifted } from "@/src/capture/page-tiles";
import { NoPhotograph } from "@/src/capture/redraw-page";
import { t } from "@/src/i18n/t";
import type { PageView } from "@/src/messaging/protocol";
import { type Handlers, serve } from "@/src/messaging/serve";
import { CaptureError, type CaptureFailure, VaultError } from "@/src/model/errors";
import type { JobState } from "@/src/model/job";
import { fail, ok, type Result } from "@/src/model/result";
import type { Wish } from "@/src/model/scope";
import type { Click } from "@/src/model/thread";
import { browser } from "@/src/platform/browser";
import { deviceClock } from "@/src/platform/clock";
import { readScreens } from "@/src/platform/preferences";
import { failStaleJobs } from "@/src/platform/session-store";
import { LEAVE_CHANNEL } from "@/src/ui/parts/leave";
import { addCorrection } from "@/src/vault/corrections";
import { type OpenVault, openVault } from "@/src/vault/open";
import { appendAct, ExhibitWriter, sweepDrafts } from "@/src/vault/seal";

const MENU_ID = "keep-page";
/** While a capture runs this wakes the background if it was stopped, so that the capture is not left half-way. */
const WATCH_ALARM = "capture-watch";

/** Firefox photographs any part of a page; Chromium only what is in view. */
const METHOD = import.meta.env.FIREFOX ? "page-parts" : "window";

/** A page that moves under the camera is begun anew; the last time it is taken as it comes, and that is said. */
const ATTEMPTS = 3;

/** What a stopped background left behind is put right before anything new begins. */
async function putRight(): Promise<OpenVault> {
  await browser.alarms.clear(WATCH_ALARM);
  await failStaleJobs();
  await uncoverStale();
  const vault = await openVault();
  await sweepDrafts(vault);
  return vault;
}

type Work = Parameters<Jobs["start"]>[1];

async function looked(view: Promise<PageView>): Promise<Result<PageView, CaptureFailure>> {
  try {
    return ok(await view);
  } catch (error) {
    if (error instanceof CaptureError) return fail(error.code);
    throw error;
  }
}

function unlessShifted(error: unknown): null {
  if (error instanceof PageShifted) return null;
  throw error;
}

export default defineBackground(() => {
  const jobs = new Jobs();
  let opening: Promise<OpenVault> | null = null;
  // A failed opening is tried again the next time it is wanted.
  const openedVault = () => {
    opening ??= putRight().catch((cause) => {
      opening = null;
      throw cause;
    });
    return opening;
  };
  openedVault().catch((cause) => console.warn("the notes could not be opened:", cause));
  new BroadcastChannel(LEAVE_CHANNEL).addEventListener("message", () => jobs.stopAny());

  const act = () => ({
    utc: deviceClock.now(),
    tz: deviceClock.timeZone(),
    actor: "unstated" as const,
    app: appVersion(),
  });

  const captureOnce = async (tabId: number, tools: Omit<CaptureTools, "sink" | "clock" | "method">) => {
    const vault = await openedVault();
    const writer = await ExhibitWriter.begin(vault);
    try {
      const draft = await captureTab(tabId, { ...tools, sink: writer, clock: deviceClock, method: METHOD });
      const { id: exhibitId, exhibit, missing } = await writer.seal(vault.defaultCase, draft, act());
      return { step: "saved", exhibitId, exhibit, missing } as const;
    } catch (error) {
      await writer.abandon();
      throw error;
    }
  };

  const capture = async (tabId: number, wish: Wish, signal: AbortSignal, onProgress: (state: JobState) => void) => {
    const limitScreens = await readScreens();
    const labels = { picture: t("redrawnNoPicture"), frame: t("redrawnNoFrame") };
    let redraw: { redraw?: NoPhotograph } = {};
    for (let attempt = 1; ; attempt += 1) {
      const acceptsShift = attempt === ATTEMPTS;
      const tools = { signal, onProgress, acceptsShift, wish, limitScreens, labels, ...redraw };
      const ended = await captureOnce(tabId, tools).catch((error) => {
        if (!(error instanceof NoPhotograph)) return unlessShifted(error);
        redraw = { redraw: error };
        return null;
      });
      if (ended) return ended;
    }
  };

  const begin = async (tabId: number, work: Work) => {
    await openedVault(); // what was left behind is put right first, or this job would be taken for it
    await jobs.start(tabId, (signal, onProgress) =>
      // The page is saved or not; an alarm too many only wakes us once more.
      work(signal, onProgress).finally(() => browser.alarms.clear(WATCH_ALARM).catch(() => {})),
    );
    browser.alarms.create(WATCH_ALARM, { periodInMinutes: 0.5 });
  };
  const start = (tabId: number, wish: Wish) =>
    begin(tabId, (signal, onProgress) => capture(tabId, wish, signal, onProgress));

  /** Where it is not clear which post was clicked the popup asks; without a popup the page is kept as it is. */
  const keepClicked = (tabId: number, click: Click, canAsk: Promise<boolean>) =>
    begin(tabId, async (signal, onProgress) => {
      const isClear = await pointAt(tabId, click);
      if (!isClear && (await canAsk)) return { step: "whichOne" };
      return capture(tabId, { pictures: "as shown", scope: null }, signal, onProgress);
    });

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
    keepClicked(tab.id, clickOf(info), isShown).catch((cause) => console.warn("capture not started:", cause));
  });
  // Waking is all that is asked of the alarm: starting up puts right what was left behind.
  browser.alarms.onAlarm.addListener(() => {});

  const handlers: Handlers = {
    "page.inspect": ({ tabId }) => looked(lookAtPage(tabId)),
    "page.choose": ({ tabId, index }) => looked(choosePost(tabId, index)),
    "capture.start": async ({ tabId, ...wish }) => {
      try {
        await start(tabId, wish);
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
    "exhibit.correct": async (correction) => {
      try {
        return ok(await addCorrection(await openedVault(), correction, act()));
      } catch (error) {
        if (error instanceof VaultError) return fail(error.code);
        throw error;
      }
    },
    "custody.append": async ({ caseId, act: what }) => {
      try {
        return ok(await appendAct(await openedVault(), caseId, { ...act(), ...what }));
      } catch (error) {
        if (error instanceof VaultError) return fail(error.code);
        throw error;
      }
    },
  };
  serve(handlers);
});
