import { defineBackground } from "wxt/utils/define-background";
import { captureTab } from "@/src/capture/capture-tab";
import { uncoverStale } from "@/src/capture/cover";
import { appVersion } from "@/src/capture/environment";
import { Jobs } from "@/src/capture/jobs";
import { PageLink } from "@/src/capture/page-link";
import { type Handlers, serve } from "@/src/messaging/serve";
import { CaptureError, VaultError } from "@/src/model/errors";
import type { Pictures } from "@/src/model/exhibit";
import type { JobState } from "@/src/model/job";
import { fail, ok } from "@/src/model/result";
import { browser } from "@/src/platform/browser";
import { deviceClock } from "@/src/platform/clock";
import { failStaleJobs } from "@/src/platform/session-store";
import { openVault } from "@/src/vault/open";
import { appendAct, ExhibitWriter, sweepDrafts } from "@/src/vault/seal";

const MENU_ID = "keep-page";
/** While a capture runs this wakes the background if it was stopped, so that the capture is not left half-way. */
const WATCH_ALARM = "capture-watch";

/** Firefox photographs any part of a page; Chromium only what is in view. */
const METHOD = import.meta.env.FIREFOX ? "page-parts" : "move-root";

export default defineBackground(() => {
  const jobs = new Jobs();
  // What a stopped background left behind is put right before anything new begins.
  const ready = (async () => {
    await failStaleJobs();
    await uncoverStale();
    const vault = await openVault();
    await sweepDrafts(vault);
    return vault;
  })();
  ready.catch((cause) => console.warn("the notes could not be opened:", cause));

  const act = () => ({
    utc: deviceClock.now(),
    tz: deviceClock.timeZone(),
    actor: "unstated" as const,
    app: appVersion(),
  });

  const capture = async (
    tabId: number,
    pictures: Pictures,
    signal: AbortSignal,
    onProgress: (state: JobState) => void,
  ) => {
    const vault = await ready;
    const writer = await ExhibitWriter.begin(vault);
    try {
      const draft = await captureTab(tabId, {
        sink: writer,
        clock: deviceClock,
        signal,
        method: METHOD,
        pictures,
        onProgress,
      });
      const record = await writer.seal(vault.defaultCase, draft, act());
      const { id: exhibitId, exhibit, missing } = record;
      return { step: "saved", exhibitId, exhibit, missing } as const;
    } catch (error) {
      await writer.abandon();
      throw error;
    } finally {
      await browser.alarms.clear(WATCH_ALARM);
    }
  };

  const start = async (tabId: number, pictures: Pictures) => {
    await jobs.start(tabId, (signal, onProgress) => capture(tabId, pictures, signal, onProgress));
    browser.alarms.create(WATCH_ALARM, { periodInMinutes: 0.5 });
  };

  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({
      id: MENU_ID,
      title: browser.i18n.getMessage("savePage"),
      contexts: ["page", "selection"],
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
        if (error instanceof CaptureError) return fail(error.code);
        throw error;
      }
    },
    "capture.stop": async ({ tabId }) => {
      jobs.stop(tabId);
      return ok(null);
    },
    "custody.append": async ({ caseId, act: what }) => {
      try {
        return ok(await appendAct(await ready, caseId, { ...act(), ...what }));
      } catch (error) {
        if (error instanceof VaultError) return fail(error.code);
        throw error;
      }
    },
  };
  serve(handlers);
});
