/**
 * Drives the release build in a real Firefox over WebDriver BiDi. The toolbar button is pressed in the browser's own
 * window ("chrome" scope), which grants activeTab and opens the real popup; the popup is reached through its message
 * manager, because BiDi does not list it.
 */
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { findBrowser } from "../../scripts/browsers.mjs";
import {
  type AskedOf,
  DEFAULT_HEIGHT,
  DEFAULT_WIDTH,
  type Driven,
  type DriveOptions,
  goTo,
  rightClick,
} from "./driven";
import { FirefoxBidi, type Tab } from "./firefox-bidi";
import {
  ANSWER_YES,
  allowInPrivate,
  CLOSE_POPUP,
  OPEN_PRIVATE_WINDOW,
  POPUP_IS_LOADED,
  TAKE_OUR_MENU_ENTRY,
  VISITED,
} from "./firefox-window";
import { View } from "./view";

export async function driveFirefox(options: DriveOptions): Promise<Driven> {
  const language = options.language ?? "en-US";
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: await findBrowser("firefox"),
    headless: !options.headed,
    ...(options.profile ? { userDataDir: options.profile } : {}),
    defaultViewport: null,
    args: ["--remote-allow-system-access", "--width=1500", "--height=1100"],
    extraPrefsFirefox: {
      "intl.locale.requested": language,
      "layout.css.devPixelsPerPx": String(options.dpr ?? -1),
      ...(options.alwaysPrivate ? { "browser.privatebrowsing.autostart": true } : {}),
      "datareporting.policy.dataSubmissionEnabled": false,
      ...(options.downloads
        ? {
            "browser.download.folderList": 2,
            "browser.download.dir": options.downloads,
            "browser.download.useDownloadDir": true,
          }
        : {}),
    },
  });
  const extensionId = await browser.installExtension(options.extension);
  const driven = new FirefoxDriven(browser, extensionId, options);
  if (options.alwaysPrivate || options.allowInPrivate) await driven.allowInPrivateWindows();
  return driven;
}

/** Asked for a page whose window comes to the front by itself meanwhile, Firefox 153 never answers; then it is in front. */
async function comeToFront(page: Page): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, FRONT_PATIENCE_MS));
  await Promise.race([page.bringToFront().catch(() => {}), late]);
}
const FRONT_PATIENCE_MS = 5000;

class FirefoxDriven implements Driven {
  readonly kind = "firefox";
  readonly #bidi: FirefoxBidi;

  constructor(
    readonly browser: Browser,
    private readonly extensionId: string,
    private readonly options: DriveOptions,
  ) {
    this.#bidi = new FirefoxBidi(browser);
  }

  async allowInPrivateWindows(): Promise<void> {
    await this.#bidi.inWindow(allowInPrivate(this.extensionId));
  }

  async pressAndAllow(view: View, name: string): Promise<void> {
    await view.click(name);
    await this.#bidi.inWindow(ANSWER_YES);
  }

  standIn(url: string, answer: Uint8Array): Promise<AskedOf[]> {
    return this.#bidi.standIn(url, answer);
  }

  async visited(): Promise<string[]> {
    return JSON.parse(String(await this.#bidi.inWindow(VISITED))) as string[];
  }

  async openPage(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    const { width = DEFAULT_WIDTH, height = DEFAULT_HEIGHT } = this.options;
    if (!this.options.headed) await page.setViewport({ width, height });
    await goTo(page, url);
    return page;
  }

  async openPrivatePage(url: string): Promise<Page> {
    const before = new Set(await this.browser.pages());
    await this.#bidi.inWindow(OPEN_PRIVATE_WINDOW);
    for (;;) {
      const page = (await this.browser.pages()).find((one) => !before.has(one));
      if (page) {
        await goTo(page, url);
        return page;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async pressToolbarButton(page: Page): Promise<View> {
    await comeToFront(page);
    // A popup that is still open would only be closed by the button; a user's own press elsewhere closes it too.
    await this.#bidi.inWindow(CLOSE_POPUP);
    await this.#bidi.inWindow(`(() => {
      const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(this.extensionId)});
      ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
    })()`);
    const view = new View((expression) => this.#bidi.inPopup(expression));
    await view.until("the popup", async () => (await this.#bidi.inWindow(POPUP_IS_LOADED)) === true);
    return view;
  }

  async keepFromMenu(page: Page, selector: string): Promise<View> {
    await this.#bidi.inWindow(CLOSE_POPUP);
    await rightClick(page, selector);
    await this.#bidi.inWindow(TAKE_OUR_MENU_ENTRY);
    const view = new View((expression) => this.#bidi.inPopup(expression));
    await view.until("the popup", async () => (await this.#bidi.inWindow(POPUP_IS_LOADED)) === true);
    return view;
  }

  async openOwnPage(path: string): Promise<View> {
    const host = await this.#bidi.inWindow(
      `WebExtensionPolicy.getByID(${JSON.stringify(this.extensionId)}).mozExtensionHostname`,
    );
    const url = `moz-extension://${host}/${path}`;
    const before = new Set((await this.#bidi.tabs()).map(({ context }) => context));
    await this.#bidi.inWindow(`(() => {
      const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
      gBrowser.selectedTab = gBrowser.addTab(${JSON.stringify(url)}, { triggeringPrincipal });
    })()`);
    // Another tab may show the same page: only the one that was not there before is meant.
    return this.#ownTab((tab) => !before.has(tab.context) && tab.url.startsWith(url));
  }

  openedOwnPage(path: string): Promise<View> {
    return this.#ownTab(({ url }) => url.startsWith("moz-extension:") && new URL(url).pathname === `/${path}`);
  }

  async #ownTab(isIt: (tab: Tab) => boolean): Promise<View> {
    let context: string | undefined;
    const view = new View(
      async (expression) => {
        context ??= (await this.#bidi.tabs()).find(isIt)?.context;
        if (!context) throw new Error("there is no such tab");
        return this.#bidi.inTab(context, expression);
      },
      {
        pressKey: (key) => this.#bidi.pressKey(context!, key),
        clickAt: (place) => this.#bidi.clickAt(context!, place),
      },
    );
    const state = () => view.run(() => document.readyState, null).catch(() => "");
    await view.until("a page of ours", async () => (await state()) === "complete");
    return view;
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
