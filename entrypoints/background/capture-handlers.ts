/** The background's part in capturing: answers the popup, which looks at a page, saves it, and may stop that. */
import { asCaptureError } from "@/src/capture/capture-tab";
import type { Jobs } from "@/src/capture/jobs";
import { choosePost, lookAtPage } from "@/src/capture/look";
import type { PageView } from "@/src/messaging/protocol";
import type { Handlers } from "@/src/messaging/serve";
import { CaptureError, type CaptureFailure, VaultError } from "@/src/model/errors";
import { fail, ok, type Result } from "@/src/model/result";
import { isPrivateContext } from "@/src/platform/private-window";
import { takeCutOff } from "@/src/platform/session-store";
import type { CaptureAct } from "@/src/vault/ledger";
import type { OpenVault } from "@/src/vault/open";
import { carryOut, newOrder } from "./keeping";
import { beginWatched } from "./watched";

type CaptureMessage = "page.inspect" | "page.choose" | "capture.start" | "capture.stop" | "capture.cutOff";

export function captureHandlers(
  jobs: Jobs,
  opened: () => Promise<OpenVault>,
  act: () => CaptureAct,
): Pick<Handlers, CaptureMessage> {
  return {
    // Before anything is saved in a browser in which nothing lasts, this is said.
    "page.inspect": async ({ tabId }) => (isPrivateContext() ? fail("nothingLasts") : looked(lookAtPage(tabId))),
    "page.choose": ({ tabId, index }) => looked(choosePost(tabId, index)),
    "capture.start": async ({ tabId, look, ...wish }) => {
      try {
        const vault = await opened(); // what was left behind is put right first, or this job would be taken for it
        const order = { ...(await newOrder(tabId, wish)), ...(look && { look }) };
        await beginWatched(jobs, tabId, carryOut(vault, order, act));
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
      await opened(); // what was left behind is found then
      return takeCutOff();
    },
  };
}

async function looked(view: Promise<PageView>): Promise<Result<PageView, CaptureFailure>> {
  try {
    return ok(await view);
  } catch (error) {
    if (error instanceof CaptureError) return fail(error.code);
    throw error;
  }
}
