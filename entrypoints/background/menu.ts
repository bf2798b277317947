/** “Save this page” in the page's own menu: the post that was clicked is kept. */
import type { Jobs } from "@/src/capture/jobs";
import { clickOf, pointAt } from "@/src/capture/look";
import { keepsLeast } from "@/src/model/case-line";
import { sha256 } from "@/src/model/digest";
import type { Click } from "@/src/model/thread";
import { browser } from "@/src/platform/browser";
import { readReportKind } from "@/src/platform/session-reports";
import { caseNow } from "@/src/vault/case-choice";
import type { CaptureAct } from "@/src/vault/ledger";
import type { OpenVault } from "@/src/vault/open";
import { carryOut, newOrder, type Work } from "./keeping";
import { beginWatched } from "./watched";

const MENU_ID = "keep-page";

export function offerInMenu(jobs: Jobs, opened: () => Promise<OpenVault>, act: () => CaptureAct): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({
      id: MENU_ID,
      title: browser.i18n.getMessage("keepThis"),
      contexts: ["page", "selection", "link", "image", "video", "audio"],
    });
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined) return;
    const { id, url } = tab;
    // The popup shows how it goes; where the browser will not open it, the capture goes on all the same.
    const canAsk = browser.action.openPopup().then(
      () => true,
      () => false,
    );
    const asked = { tabId: id, click: clickOf(info), canAsk, isUnder18: isSaidUnder18(id, url) };
    opened()
      .then((vault) => beginWatched(jobs, id, keepClicked(vault, act, asked)))
      .catch((cause) => console.warn("capture not started:", cause));
  });
}

interface Clicked {
  tabId: number;
  click: Click;
  /** Whether the popup is there to ask. */
  canAsk: Promise<boolean>;
  isUnder18: Promise<boolean>;
}

/** Where it is not clear which post was clicked the popup asks; without a popup the page is kept as it is. */
const keepClicked =
  (vault: OpenVault, act: () => CaptureAct, { tabId, click, canAsk, isUnder18 }: Clicked): Work =>
  async (signal, onProgress) => {
    if (await isUnder18) return { step: "whichOne" }; // the popup says what can be kept of it
    const isClear = await pointAt(tabId, click);
    if (!isClear && (await canAsk)) return { step: "whichOne" };
    // Where nothing is known of the case, as while locked, it is saved as it usually is.
    const now = await caseNow(vault).catch(() => null);
    const pictures = now && keepsLeast(now.about) ? "covered" : "as shown";
    const order = await newOrder(tabId, { pictures, scope: null });
    return carryOut(vault, order, act)(signal, onProgress);
  };

/** The user said of this page that someone in it is, or may be, under 18: then no picture of it is kept. */
async function isSaidUnder18(tabId: number, url: string | undefined): Promise<boolean> {
  return url !== undefined && (await readReportKind(tabId, await sha256(url))) === "under-18";
}
