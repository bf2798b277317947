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
import { ANSWER_YES, allowInPrivate, VISITED } from "./firefox-grants";
import { type Evaluate, View } from "./view";

/** The part of Puppeteer's BiDi connection that is used; it is not in its public types. */
interface Bidi {
  send(method: string, params: object): Promise<{ result: Record<string, never> }>;
  on(event: "network.beforeRequestSent", heard: (event: BlockedRequest) => void): void;
}

interface BlockedRequest {
  isBlocked: boolean;
  request: { request: string; url: string; method: string; headers: { name: string; value: { value: string } }[] };
}

interface Tab {
  context: string;
  url: string;
}

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

class FirefoxDriven implements Driven {
  readonly kind = "firefox";
  readonly #bidi: Bidi;

  constructor(
    readonly browser: Browser,
    private readonly extensionId: string,
    private readonly options: DriveOptions,
  ) {
    this.#bidi = (browser as unknown as { connection: Bidi }).connection;
  }

  async allowInPrivateWindows(): Promise<void> {
    await this.#inWindow(allowInPrivate(this.extensionId));
  }

  async pressAndAllow(view: View, name: string): Promise<void> {
    await view.click(name);
    await this.#inWindow(ANSWER_YES);
  }

  async standIn(url: string, answer: Uint8Array): Promise<AskedOf[]> {
    const asked: AskedOf[] = [];
    this.#bidi.on("network.beforeRequestSent", ({ isBlocked, request }) => {
      if (!isBlocked || request.url !== url) return;
      const headers = request.headers.map(({ name, value }) => [name.toLowerCase(), value.value]);
      asked.push({ method: request.method, headers: Object.fromEntries(headers) });
      const body = { type: "base64", value: Buffer.from(answer).toString("base64") };
      void this.#bidi.send("network.provideResponse", { request: request.request, statusCode: 200, body });
    });
    await this.#bidi.send("session.subscribe", { events: ["network.beforeRequestSent"] });
    const urlPatterns = [{ type: "string", pattern: url }];
    await this.#bidi.send("network.addIntercept", { phases: ["beforeRequestSent"], urlPatterns });
    return asked;
  }

  async visited(): Promise<string[]> {
    return JSON.parse(String(await this.#inWindow(VISITED))) as string[];
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
    await this.#inWindow(OPEN_PRIVATE_WINDOW);
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
    await page.bringToFront();
    // A popup that is still open would only be closed by the button; a user's own press elsewhere closes it too.
    await this.#inWindow(CLOSE_POPUP);
    await this.#inWindow(`(() => {
      const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(this.extensionId)});
      ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
    })()`);
    const view = new View((expression) => this.#inPopup(expression));
    await view.until("the popup", async () => (await this.#inWindow(POPUP_IS_LOADED)) === true);
    return view;
  }

  async keepFromMenu(page: Page, selector: string): Promise<View> {
    await this.#inWindow(CLOSE_POPUP);
    await rightClick(page, selector);
    await this.#inWindow(TAKE_OUR_MENU_ENTRY);
    const view = new View((expression) => this.#inPopup(expression));
    await view.until("the popup", async () => (await this.#inWindow(POPUP_IS_LOADED)) === true);
    return view;
  }

  async openOwnPage(path: string): Promise<View> {
    const host = await this.#inWindow(
      `WebExtensionPolicy.getByID(${JSON.stringify(this.extensionId)}).mozExtensionHostname`,
    );
    const url = `moz-extension://${host}/${path}`;
    const before = new Set((await this.#tabs()).map(({ context }) => context));
    await this.#inWindow(`(() => {
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
        context ??= (await this.#tabs()).find(isIt)?.context;
        if (!context) throw new Error("there is no such tab");
        return this.#inOwnTab(context, expression);
      },
      { pressKey: (key) => this.#pressKey(context!, key), clickAt: (place) => this.#clickAt(context!, place) },
    );
    const state = () => view.run(() => document.readyState, null).catch(() => "");
    await view.until("a page of ours", async () => (await state()) === "complete");
    return view;
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** Runs an expression in the browser's own window, in the one in front where there are several. */
  async #inWindow(expression: string): Promise<unknown> {
    const tree = await this.#bidi.send("browsingContext.getTree", { "moz:scope": "chrome" });
    const [any] = tree.result["contexts"] as unknown as { context: string }[];
    return this.#evaluate(any!.context, `(${IN_FRONT(expression)})(Services.wm.getMostRecentBrowserWindow())`);
  }

  async #tabs(): Promise<Tab[]> {
    const tree = await this.#bidi.send("browsingContext.getTree", {});
    return tree.result["contexts"] as unknown as Tab[];
  }

  async #pressKey(context: string, key: string): Promise<void> {
    const value = KEYS[key] ?? key;
    const actions = ["keyDown", "keyUp"].map((type) => ({ type, value }));
    await this.#bidi.send("input.performActions", { context, actions: [{ type: "key", id: "keyboard", actions }] });
  }

  async #clickAt(context: string, place: { x: number; y: number }): Promise<void> {
    const pressed = ["pointerDown", "pointerUp"].map((type) => ({ type, button: 0 }));
    const actions = [{ type: "pointerMove", ...place }, ...pressed];
    await this.#bidi.send("input.performActions", { context, actions: [{ type: "pointer", id: "pointer", actions }] });
  }

  async #inOwnTab(context: string, expression: string): Promise<unknown> {
    return this.#evaluate(
      context,
      `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
    ).then((json) => JSON.parse(String(json)));
  }

  #inPopup: Evaluate = async (expression) => {
    const tag = `notes-test-${crypto.randomUUID()}`;
    const script = `
      const { document, window } = content;
      Promise.resolve().then(() => (${expression})).then(
        (value) => sendAsyncMessage(${JSON.stringify(tag)}, { value: value ?? null }),
        (error) => sendAsyncMessage(${JSON.stringify(tag)}, { error: String(error) }));`;
    const json = await this.#inWindow(`new Promise((resolve, reject) => {
      const popup = ${SHOWN_POPUP};
      const manager = popup?.messageManager;
      if (!manager) return reject(new Error("the popup is closed"));
      const watch = setInterval(() => {
        if (popup.isConnected) return;
        clearInterval(watch);
        reject(new Error("the popup was closed before it answered"));
      }, 200);
      manager.addMessageListener(${JSON.stringify(tag)}, function heard({ data }) {
        clearInterval(watch);
        manager.removeMessageListener(${JSON.stringify(tag)}, heard);
        resolve(JSON.stringify(data));
      });
      manager.loadFrameScript("data:application/javascript;charset=utf-8," + encodeURIComponent(${JSON.stringify(`{${script}}`)}), false);
    })`);
    const { value, error } = JSON.parse(String(json)) as { value?: unknown; error?: string };
    if (error) throw new Error(error);
    return value;
  };

  async #evaluate(context: string, expression: string): Promise<unknown> {
    const reply = await this.#bidi.send("script.evaluate", { expression, target: { context }, awaitPromise: true });
    const outcome = reply.result as unknown as
      | { type: "success"; result: { value?: unknown } }
      | { type: "exception"; exceptionDetails: { text: string } };
    if (outcome.type === "exception") throw new Error(outcome.exceptionDetails.text);
    return outcome.result.value;
  }
}

/** Keys that write nothing, as WebDriver names them. */
const KEYS: Record<string, string> = { Enter: "\uE007", Shift: "\uE008", Tab: "\uE004", Escape: "\uE00C" };

const IN_FRONT = (expression: string) => `(window) => {
  const { document, gBrowser } = window;
  return ${expression};
}`;

const OPEN_PRIVATE_WINDOW = `(async () => {
  const { BrowserWindowTracker } = ChromeUtils.importESModule("resource:///modules/BrowserWindowTracker.sys.mjs");
  const opened = await BrowserWindowTracker.promiseOpenWindow({ private: true });
  // Told to come to the front while it does so by itself, the browser never answers.
  while (Services.focus.activeWindow !== opened) await new Promise((resolve) => window.setTimeout(resolve, 50));
})()`;

/** The page's own menu is open; an extension with one entry has it at the top. */
const TAKE_OUR_MENU_ENTRY = `new Promise((resolve, reject) => {
  const menu = document.getElementById("contentAreaContextMenu");
  const take = () => {
    const entry = Array.from(menu.querySelectorAll("menuitem")).find(({ label }) => label === "Keep this");
    if (!entry) return reject(new Error("our entry is not in the menu"));
    menu.activateItem(entry);
    resolve();
  };
  if (menu.state === "open") take();
  else menu.addEventListener("popupshown", take, { once: true });
})`;

/** Firefox loads a popup in a browser of which nothing is seen, and throws that one away when it shows the popup. */
const SHOWN_POPUP = `Array.from(
  document.querySelectorAll("browser.webextension-popup-browser:not(.webextension-preload-browser)"),
).find((popup) => popup.closest("panel")?.state === "open")`;

const POPUP_IS_LOADED = `Boolean((${SHOWN_POPUP})?.currentURI?.spec.endsWith("/popup.html"))`;

const CLOSE_POPUP = `new Promise((resolve) => {
  const panel = (${SHOWN_POPUP})?.closest("panel");
  if (!panel) return resolve();
  panel.addEventListener("popuphidden", () => resolve(), { once: true });
  panel.hidePopup();
})`;
