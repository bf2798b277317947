import { defineBackground } from "wxt/utils/define-background";
import { asCaptureError, type CaptureTools, captureTab } from "@/src/capture/capture-tab";
import { uncoverStale } from "@/src/capture/cover";
import { appVersion } from "@/src/capture/environment";
import { Jobs } from "@/src/capture/jobs";
import { PageLink } from "@/src/capture/page-link";
import { PageShifted } from "@/src/capture/page-tiles";
import { NoPhotograph } from "@/src/capture/redraw-page";
import { t } from "@/src/i18n/t";
import { type Handlers, serve } from "@/src/messaging/serve";
import { CaptureError, VaultError } from "@/src/model/errors";
import type { Pictures } from "@/src/model/exhibit";
import type { JobState } from "@/src/model/job";
import { fail, ok } from "@/src/model/result";
import { browser } from "@/src/platform/browser";
import { deviceClock } from "@/src/platform/clock";
import { isPageCaptureAllowed, pageAsMhtml } from "@/src/platform/page-capture";
import { failStaleJobs } from "@/src/platform/session-store";
import { LEAVE_CHANNEL } from "@/src/ui/parts/leave";
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

  const capture = async (
    tabId: number,
    pictures: Pictures,
    signal: AbortSignal,
    onProgress: (state: JobState) => void,
  ) => {
    try {
      const labels = { picture: t("redrawnNoPicture"), frame: t("redrawnNoFrame") };
      const wholePage = (await isPageCaptureAllowed()) ? { giveMhtml: pageAsMhtml } : {};
      let redraw: { redraw?: NoPhotograph } = {};
      for (let attempt = 1; ; attempt += 1) {
        const acceptsShift = attempt === ATTEMPTS;
        const tools = { signal, onProgress, acceptsShift, pictures, labels, ...wholePage, ...redraw };
        const ended = await captureOnce(tabId, tools).catch((error) => {
          if (!(error instanceof NoPhotograph)) return unlessShifted(error);
          redraw = { redraw: error };
          return null;
        });
        if (ended) return ended;
      }
    } finally {
      // The page is saved or not; an alarm too many only wakes us once more.
      await browser.alarms.clear(WATCH_ALARM).catch(() => {});
    }
  };

  const start = async (tabId: number, pictures: Pictures) => {
    await openedVault(); // what was left behind is put right first, or this job would be taken for it
    await jobs.start(tabId, (signal, onProgress) => capture(tabId, pictures, signal, onProgress));
    browser.alarms.create(WATCH_ALARM, { periodInMinutes: 0.5 });
  };

  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({
      id: MENU_ID,
      title: browser.i18n.getMessage("savePage"),
      contexts: ["page", "selection", "link", "image", "video", "audio"],
    });
  });
  browser.contextMenus.onClicked.addListener((_click, tab) => {
    if (tab?.id === undefined) return;
    // The popup shows how it goes; where the browser will not open it, the capture goes on all the same.
    browser.action.openPopup().catch(() => {});
    start(tab.id, "as shown").catch((cause) => console.warn("capture not started:", cause));
  });
  // Waking is all that is asked of the alarm: starting up puts right what was left behind.
  browser.alarms.onAlarm.addListener(() => {});

  const handlers: Handlers = {
    "page.inspect": async ({ tabId }) => {
      try {
        const link = await PageLink.open(tabId);
        const { url = "" } = await browser.tabs.get(tabId);
        return ok({ url, facts: await link.ask("inspect", {}) });
      } catch (error) {
        if (error instanceof CaptureError) return fail(error.code);
        throw error;
      }
    },
    "capture.start": async ({ tabId, pictures }) => {
      try {
        await start(tabId, pictures);
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
