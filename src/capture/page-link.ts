/** The background's line to the page side of one tab: puts the script there, asks, checks what comes back. */
import * as v from "valibot";
import { PAGE_ANSWERS } from "@/src/messaging/page-answers";
import { LIFELINE, type PageAnswer, type PageAskName, type PageProtocol } from "@/src/messaging/page-side";
import { CaptureError, type CaptureFailure } from "@/src/model/errors";
import { browser } from "@/src/platform/browser";
import { refusalFor } from "./where-capture-works";

/** A page that is busy with itself may take this long to answer; longer and it is taken not to answer at all. */
const ANSWER_WAIT_MS = 15_000;
/** Passing a long page and waiting for its pictures takes longer, and so does writing out or drawing all that is in it. */
const SLOW_WAIT_MS = 60_000;
const SLOW: ReadonlySet<PageAskName> = new Set([
  "html",
  "passLate",
  "passRest",
  "prepare",
  "redraw",
  "redrawPart",
  "resources",
  "wholePage",
]);
const SCRIPT = "/capture.js";

export class PageLink {
  private constructor(readonly tabId: number) {}

  /**
   * Puts the page side in place, under the access that the user's click gave.
   * @throws {CaptureError} which of the reasons it is that this page cannot be read
   */
  static async open(tabId: number): Promise<PageLink> {
    const tab = await browser.tabs.get(tabId).catch((cause) => {
      throw new CaptureError("tabClosed", { cause });
    });
    const refusal = refusalFor(tab.url);
    if (refusal) throw new CaptureError(refusal);
    const link = new PageLink(tabId);
    let kind = await link.#kind();
    if (kind === null) {
      const put = browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT] });
      await withLimit(put, ANSWER_WAIT_MS, async () => refusalFor(tab.url, "refused") ?? "pageForbidden");
      kind = await link.#kind();
      if (kind === null) throw new CaptureError("pageNotAnswering");
    }
    if (kind === "application/pdf") throw new CaptureError("pdfViewer");
    return link;
  }

  /**
   * From now on the page side puts the page right at once when the background is stopped.
   * @returns To be called when the page is as it was.
   */
  holdLifeline(): () => void {
    const line = browser.tabs.connect(this.tabId, { name: LIFELINE, frameId: 0 });
    return () => {
      try {
        line.postMessage("done");
      } catch {
        return; // the document is gone, and the line with it
      }
      line.disconnect();
    };
  }

  /** Puts one more script of ours there. @throws {CaptureError} */
  async put(script: string): Promise<void> {
    const put = browser.scripting.executeScript({ target: { tabId: this.tabId }, files: [script] });
    await withLimit(put, ANSWER_WAIT_MS, () => this.#whyGone());
  }

  /** @throws {CaptureError} `pageNotAnswering` also when the answer is not of the agreed shape */
  async ask<Name extends PageAskName>(name: Name, ask: PageProtocol[Name]["ask"]): Promise<PageAnswer<Name>> {
    const asked = browser.tabs.sendMessage(this.tabId, { tidemark: name, ...ask }, { frameId: 0 });
    const waitMs = SLOW.has(name) ? SLOW_WAIT_MS : ANSWER_WAIT_MS;
    const answer = await withLimit(asked, waitMs, () => this.#whyGone());
    const checked = v.safeParse(PAGE_ANSWERS[name] as v.GenericSchema<unknown, PageAnswer<Name>>, answer);
    if (!checked.success) throw new CaptureError("pageNotAnswering", { cause: checked.issues[0]?.message });
    return checked.output;
  }

  /** The page side was there once; without it, either its tab or its document is gone. */
  async #whyGone(): Promise<CaptureFailure> {
    const isOpen = await browser.tabs.get(this.tabId).then(
      () => true,
      () => false,
    );
    return isOpen ? "pageChanged" : "tabClosed";
  }

  /** What the browser took the document to be; `null` where the page side is not there. */
  async #kind(): Promise<string | null> {
    try {
      return (await this.ask("kind", {})).contentType;
    } catch {
      return null;
    }
  }
}

/** @param whyGone Asked when there is nobody to answer. */
function withLimit(answer: Promise<unknown>, waitMs: number, whyGone: () => Promise<CaptureFailure>): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const limit = setTimeout(() => reject(new CaptureError("pageNotAnswering")), waitMs);
  answer.then(resolve, async (cause) => reject(new CaptureError(await whyGone(), { cause })));
  return promise.finally(() => clearTimeout(limit));
}
