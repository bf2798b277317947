import { send } from "@/src/messaging/send";
import { browser } from "@/src/platform/browser";
import { hasBegun, noteBegun } from "@/src/platform/preferences";
import { clearJob, readJob, watchJob } from "@/src/platform/session-store";
import type { PopupWorld } from "@/src/ui/popup/world";
import { reportsOf } from "./reports";

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
    startCapture: (wish, look) => send("capture.start", { tabId, ...wish, ...(look && { look }) }),
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
    caseNow: async () => {
      const now = await send("case.now", {});
      return now.ok ? now.value : null;
    },
    isFirst: async () => !(await hasBegun()),
    putFirstAway: noteBegun,
    putOfferAway: () => send("vault.putOfferAway", {}),
    ...reportsOf(tabId),
  };
}

async function tabInFront() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}
