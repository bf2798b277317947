/**
 * `captureVisibleTab` photographs whatever tab is in front. This watches one tab: what is in front, at which address,
 * and whether anything changed between two looks, however briefly.
 */
import { CaptureError } from "@/src/model/errors";
import { browser } from "@/src/platform/browser";

/** Where the tab stood at one look. */
export interface FrontLook {
  inFront: boolean;
  windowId: number;
  url: string;
  /** Counts every change of the front tab and every loading of this one. Equal counts: nothing happened between. */
  changes: number;
}

export class FrontWatch {
  #changes = 0;
  readonly #onActivated = () => {
    this.#changes += 1;
  };
  readonly #onUpdated = (tabId: number, change: { status?: string | undefined }) => {
    if (tabId === this.tabId && change.status === "loading") this.#changes += 1;
  };

  constructor(readonly tabId: number) {
    browser.tabs.onActivated.addListener(this.#onActivated);
    browser.tabs.onUpdated.addListener(this.#onUpdated);
  }

  /** @throws {CaptureError} `tabClosed` */
  async look(): Promise<FrontLook> {
    const tab = await browser.tabs.get(this.tabId).catch((cause) => {
      throw new CaptureError("tabClosed", { cause });
    });
    return {
      inFront: tab.active,
      windowId: tab.windowId ?? browser.windows.WINDOW_ID_NONE,
      url: tab.url ?? "",
      changes: this.#changes,
    };
  }

  stop(): void {
    browser.tabs.onActivated.removeListener(this.#onActivated);
    browser.tabs.onUpdated.removeListener(this.#onUpdated);
  }
}
