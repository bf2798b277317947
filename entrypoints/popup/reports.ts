/** What the popup does about reports of the page in front: their forms, and those that were written down. */
import { send } from "@/src/messaging/send";
import { sha256 } from "@/src/model/digest";
import type { ReportKind } from "@/src/model/note";
import { browser } from "@/src/platform/browser";
import {
  forgetOpened,
  readLook,
  readOpened,
  readReportKind,
  rememberOpened,
  writeReportKind,
} from "@/src/platform/session-reports";
import { formFor } from "@/src/report/match";
import type { ReportOffer } from "@/src/ui/parts/report-offer";
import type { BesideWorld } from "@/src/ui/popup/run-beside";
import type { PopupWorld } from "@/src/ui/popup/world";

export function reportsOf(tabId: number): Pick<PopupWorld, "readReportKind" | "writeReportKind"> & BesideWorld {
  return {
    reportFor,
    readReportKind: async (url) => readReportKind(tabId, await sha256(url)),
    writeReportKind: async (url, kind) => writeReportKind(tabId, await sha256(url), kind),
    // In sight only after it is remembered: the popup goes away then. What cannot be remembered can be written down by hand.
    openForm: async (url, { address, kind, exhibit }) => {
      const form = await browser.tabs.create({ url, active: false });
      const formTab = form.id ?? null;
      await rememberOpened({ pageTab: tabId, formTab, page: await sha256(address), kind, exhibit }).catch(() => {});
      if (formTab !== null) await browser.tabs.update(formTab, { active: true });
    },
    openedForm: async () => {
      const opened = await readOpened(tabId);
      if (opened === null) return null;
      const { url } = await browser.tabs.get(opened.pageTab);
      const isThere = url !== undefined && (await sha256(url)) === opened.page;
      return isThere ? { address: url, kind: opened.kind, exhibit: opened.exhibit } : null;
    },
    logReport: async (sent) => {
      const kept = await send("report.log", sent);
      const opened = kept.ok ? await readOpened(tabId) : null;
      if (opened !== null) await forgetOpened(opened);
      return kept;
    },
    reportedHere: async (url) => {
      const found = await send("report.here", { url, report: await readLook(tabId) });
      return found.ok ? found.value : null; // while locked nothing is told
    },
    noteLook: (look) => send("report.look", { ...look, exhibit: null }),
  };
}

function reportFor(url: string, kind?: ReportKind): ReportOffer | null {
  const form = formFor(url, kind);
  if (form === null) return null;
  return {
    destination: form.platform,
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
