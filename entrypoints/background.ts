import { defineBackground } from "wxt/utils/define-background";
import { asCaptureError } from "@/src/capture/capture-tab";
import { uncoverStale } from "@/src/capture/cover";
import { appVersion } from "@/src/capture/environment";
import { Jobs } from "@/src/capture/jobs";
import { type Draft, keepTab } from "@/src/capture/keep-tab";
import { PageLink } from "@/src/capture/page-link";
import { giveUp, takeUp } from "@/src/capture/take-up";
import { t } from "@/src/i18n/t";
import { type Handlers, serve } from "@/src/messaging/serve";
import { CaptureError, VaultError } from "@/src/model/errors";
import type { ExhibitId, ExhibitRecord, Pictures } from "@/src/model/exhibit";
import type { JobState, Order } from "@/src/model/job";
import { fail, ok } from "@/src/model/result";
import { browser } from "@/src/platform/browser";
import { deviceClock } from "@/src/platform/clock";
import { LEAVE_CHANNEL } from "@/src/ui/parts/leave";
import { type OpenVault, openVault } from "@/src/vault/open";
import { IdbReader } from "@/src/vault/reader";
import { appendAct, ExhibitWriter, sweepDrafts } from "@/src/vault/seal";

const MENU_ID = "keep-page";
/** While a capture runs this wakes the background if it was stopped, so that the capture is not left half-way. */
const WATCH_ALARM = "capture-watch";

/** Firefox photographs any part of a page; Chromium only what is in view. */
const METHOD = import.meta.env.FIREFOX ? "page-parts" : "window";

const savedAs = ({ id, exhibit, missing }: Pick<ExhibitRecord, "id" | "exhibit" | "missing">): JobState => ({
  step: "saved",
  exhibitId: id,
  exhibit,
  missing,
});

/** `null` where there is no such exhibit. */
async function savedState(vault: OpenVault, id: ExhibitId): Promise<JobState | null> {
  const { summaries } = await new IdbReader(vault.db, vault.keys).summaries();
  const found = summaries.find((summary) => summary.id === id);
  return found ? savedAs(found) : null;
}

export default defineBackground(() => {
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
  new BroadcastChannel(LEAVE_CHANNEL).addEventListener("message", () => jobs.stopAny());

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
    const vault = await openVault();
    await sweepDrafts(vault);
    await takeUp({ clock: deviceClock, sealed: (id) => savedState(vault, id), start: (order) => begin(vault, order) });
    return vault;
  };

  const draftIn = async (vault: OpenVault): Promise<Draft> => {
    const writer = await ExhibitWriter.begin(vault);
    return {
      id: writer.id,
      file: (about) => writer.file(about),
      abandon: () => writer.abandon(),
      seal: async (record) => savedAs(await writer.seal(vault.defaultCase, record, act())),
    };
  };

  const begin = async (vault: OpenVault, order: Order) => {
    await jobs.start(order.tabId, async (signal, onProgress) => {
      try {
        return await keepTab(order, {
          signal,
          onProgress,
          clock: deviceClock,
          method: METHOD,
          labels: { picture: t("redrawnNoPicture"), frame: t("redrawnNoFrame") },
          begin: () => draftIn(vault),
        });
      } finally {
        // The page is saved or not; an alarm too many only wakes us once more.
        await browser.alarms.clear(WATCH_ALARM).catch(() => {});
      }
    });
    browser.alarms.create(WATCH_ALARM, { periodInMinutes: 0.5 });
  };

  const start = async (tabId: number, pictures: Pictures) =>
    begin(await openedVault(), { tabId, pictures, documentToken: null, interruptions: [], draft: null });

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

  openedVault().catch(async (cause) => {
    console.warn("the notes could not be opened:", cause);
    await giveUp(asCaptureError(cause).code);
  });
});
