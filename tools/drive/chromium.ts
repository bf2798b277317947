/**
 * Drives the release build in a real Chromium the way a user does: the toolbar button is pressed by the DevTools command
 * behind Puppeteer's `triggerExtensionAction`, which grants activeTab and opens the real popup.
 */
import puppeteer, { type Browser, type Page, type Target } from "puppeteer-core";
import { findBrowser } from "../../scripts/browsers.mjs";
import { DEFAULT_HEIGHT, DEFAULT_WIDTH, type Driven, type DriveOptions, goTo, rightClick } from "./driven";
import { View, ViewGone } from "./view";

export async function driveChromium(options: DriveOptions): Promise<Driven> {
  const language = options.language ?? "en-US";
  const browser = await puppeteer.launch({
    executablePath: await findBrowser("chromium"),
    headless: !options.headed,
    pipe: true,
    enableExtensions: true,
    ...(options.longestMs ? { protocolTimeout: options.longestMs } : {}),
    ...(options.profile ? { userDataDir: options.profile } : {}),
    ...(options.downloads ? { downloadBehavior: { policy: "allow", downloadPath: options.downloads } } : {}),
    defaultViewport: null,
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      `--force-device-scale-factor=${options.dpr ?? 1}`,
      `--lang=${language}`,
      ...(options.hostRules ? [`--host-resolver-rules=${options.hostRules}`] : []),
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--window-size=1500,1100",
    ],
    env: { ...process.env, LANGUAGE: language.replace("-", "_") },
  });
  options.onLaunched?.(browser);
  const given = { enabledInIncognito: options.allowInPrivate ?? false };
  return new ChromiumDriven(browser, await browser.installExtension(options.extension, given), options);
}

/** The part of the extension API that is used in the background. */
interface MenuApi {
  tabs: { query(what: object): Promise<unknown[]> };
  contextMenus: { onClicked: { dispatch(info: object, tab: unknown): void } };
}

class ChromiumDriven implements Driven {
  readonly kind = "chromium";

  constructor(
    readonly browser: Browser,
    readonly extensionId: string,
    private readonly options: DriveOptions,
  ) {}

  async openPage(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    const { width = DEFAULT_WIDTH, height = DEFAULT_HEIGHT } = this.options;
    if (!this.options.headed) await page.resize({ contentWidth: width, contentHeight: height });
    await goTo(page, url);
    return page;
  }

  /** By the extension itself, because a context that the driver opens is none of the browser's private windows. */
  async openPrivatePage(url: string): Promise<Page> {
    const own = await this.openPage(`chrome-extension://${this.extensionId}/verify.html`);
    const opened = this.browser.waitForTarget((target) => target.url() === url);
    await own.evaluate((address) => {
      const { chrome } = globalThis as never as { chrome: { windows: { create(what: object): Promise<unknown> } } };
      return chrome.windows.create({ url: address, incognito: true }).then(() => null);
    }, url);
    await own.close();
    const page = await (await opened).asPage();
    await page.waitForFunction(() => document.readyState === "complete");
    return page;
  }

  async pressToolbarButton(page: Page): Promise<View> {
    await page.bringToFront();
    const extension = (await this.browser.extensions()).get(this.extensionId)!;
    const opened = this.browser.waitForTarget((target) => target.url().endsWith("/popup.html"));
    opened.catch(() => {}); // where pressing fails, that is the failure to tell
    await page.triggerExtensionAction(extension);
    return viewOf(await popupPage(await opened));
  }

  /**
   * The browser's own menu cannot be reached from outside. So access is granted by the toolbar button, the click is a
   * real one, and the background is told of the menu as the browser tells it.
   */
  async keepFromMenu(page: Page, selector: string): Promise<View> {
    await (await this.pressToolbarButton(page)).closeItself();
    await rightClick(page, selector);
    const click = await page.$eval(selector, (element) => ({
      linkUrl: element.closest<HTMLAnchorElement>("a[href]")?.href,
      srcUrl: (element as HTMLImageElement).currentSrc || undefined,
      selectionText: getSelection()?.toString() || undefined,
    }));
    const target = await this.browser.waitForTarget((one) => one.type() === "service_worker");
    const opened = this.browser.waitForTarget((one) => one.url().endsWith("/popup.html"));
    const background = await target.worker();
    await background?.evaluate(async (info) => {
      const { chrome } = globalThis as never as { chrome: MenuApi };
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.contextMenus.onClicked.dispatch({ menuItemId: "keep-page", frameId: 0, ...info }, tab);
    }, click);
    return viewOf(await popupPage(await opened));
  }

  async openOwnPage(path: string): Promise<View> {
    return viewOf(await this.openPage(`chrome-extension://${this.extensionId}/${path}`));
  }

  async openedOwnPage(path: string): Promise<View> {
    const url = `chrome-extension://${this.extensionId}/${path}`;
    return viewOf(await (await this.browser.waitForTarget((target) => target.url().startsWith(url))).asPage());
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

function popupPage(target: Target): Promise<Page> {
  return target.asPage().catch((cause: Error) => {
    throw new ViewGone(`the popup is gone: ${cause.message}`, { cause });
  });
}

function viewOf(page: Page): View {
  return new View((expression) => page.evaluate(expression), {
    pressKey: (key) => page.keyboard.press(key),
    clickAt: ({ x, y }) => page.mouse.click(x, y),
  });
}
