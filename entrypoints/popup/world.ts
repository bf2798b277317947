import { send } from "@/src/messaging/send";
import { sha256 } from "@/src/model/digest";
import type { ReportKind } from "@/src/model/note";
import { browser } from "@/src/platform/browser";
import { hasBegun, noteBegun } from "@/src/platform/preferences";
import { clearJob, readJob, readReportKind, watchJob, writeReportKind } from "@/src/platform/session-store";
import { formFor } from "@/src/report/match";
import type { ReportOffer } from "@/src/ui/parts/report-offer";
import type { PopupWorld } from "@/src/ui/popup/run-popup";

/** The tab in front, or the one asked for. @throws when there is no such tab */
export async function popupWorld(askedTab: string | null): Promise<PopupWorld> {
  const tab = askedTab === null ? await tabInFront() : await browser.tabs.get(Number(askedTab));
  const tabId = tab?.id;
  if (tab === undefined || tabId === undefined) throw new Error("no tab to be about");
  return {
    tabUrl: tab.url ?? null,
    isPrivateWindow: tab.incognito,
    inspect: () => send("page.inspect", { tabId }),
    choosePost: (index) => send("page.choose", { tabId, index }),
    startCapture: (wish) => send("capture.start", { tabId, ...wish }),
    stopCapture: () => send("capture.stop", { tabId }),
    readJob: () => readJob(tabId),
    watchJob: (onJob) => watchJob(tabId, onJob),
    wasCutOff: () => send("capture.cutOff", {}),
    clearJob: () => clearJob(tabId),
    offersPassphrase: async () => {
      const state = await send("vault.state", {});
      return state.ok && state.value.offersPassphrase;
    },
    keepAddress: (address) => send("address.keep", address),
    readReportKind: async (url) => readReportKind(tabId, await sha256(url)),
    writeReportKind: async (url, kind) => writeReportKind(tabId, await sha256(url), kind),
    caseNow: async () => {
      const now = await send("case.now", {});
      return now.ok ? now.value : null;
    },
    isFirst: async () => !(await hasBegun()),
    putFirstAway: noteBegun,
    putOfferAway: () => send("vault.putOfferAway", {}),
    reportFor,
  };
}

async function tabInFront() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

function reportFor(url: string, kind?: ReportKind): ReportOffer | null {
  const form = formFor(url, kind);
  if (form === null) return null;
  return {
    platform: form.platformName,
    url: form.url,
    isBestForm: form.isBestForIntimateImage,
    isHowTo: form.isHowTo,
    asks: form.destination.asks,
    asksSeen: form.destination.asksSeen,
    caution: form.destination.caution ?? form.caution,
    checked: form.checked,
  };
}
