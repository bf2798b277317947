/** A real browser with the release build in it, driven from outside as a user would. */
import type { Browser, Page } from "puppeteer-core";
import type { View } from "./view";

export interface DriveOptions {
  /** Chromium: how long one thing that is done in a page may take, in milliseconds; the driver ends it at 180,000 otherwise. */
  longestMs?: number;
  /** Folder of the unpacked release build. */
  extension: string;
  /** Profile folder to keep; a temporary one where absent. */
  profile?: string;
  headed?: boolean;
  /** Size of the page's viewport in CSS pixels. */
  width?: number;
  height?: number;
  dpr?: number;
  /** Language of the browser's own interface, e.g. "zh-TW". */
  language?: string;
  /** Chromium: names that lead to this machine, e.g. "MAP harbour.example 127.0.0.1". */
  hostRules?: string;
  /** Where downloads go. */
  downloads?: string;
  /** Firefox: it never remembers history, and the extension is allowed in private windows, which then all are. */
  alwaysPrivate?: boolean;
  /** The extension is allowed in private windows, as the user allows it in the browser's list of extensions. */
  allowInPrivate?: boolean;
  /** Chromium: called before the extension is loaded. */
  onLaunched?: (browser: Browser) => void;
}

export interface Driven {
  readonly kind: "chromium" | "firefox";
  readonly browser: Browser;
  /** Opens a web page in a new tab in front. */
  openPage(url: string): Promise<Page>;
  /** Opens a web page in a private window, in front. */
  openPrivatePage(url: string): Promise<Page>;
  /** Presses our toolbar button on a page. @returns The popup it opened. */
  pressToolbarButton(page: Page): Promise<View>;
  /** Right-clicks an element and takes our entry of the page's menu. @returns The popup it opened. */
  keepFromMenu(page: Page, selector: string): Promise<View>;
  /** Opens one of the extension's own pages, e.g. "library.html", in a tab in front. */
  openOwnPage(path: string): Promise<View>;
  /** One of the extension's own pages that it opened itself, in a tab. */
  openedOwnPage(path: string): Promise<View>;
  /** Presses the button of that name, and answers the browser's question about a permission with yes. Firefox only. */
  pressAndAllow?(view: View, name: string): Promise<void>;
  /** Answers what is asked of that address in place of its server. @returns What was asked, as it comes. Firefox only. */
  standIn?(url: string, answer: Uint8Array): Promise<AskedOf[]>;
  /** Every address in the browser's history. Firefox only. */
  visited?(): Promise<string[]>;
  close(): Promise<void>;
}

/** One request. */
export interface AskedOf {
  method: string;
  /** By lower-case name. */
  headers: Record<string, string>;
}

export const DEFAULT_WIDTH = 1280;
export const DEFAULT_HEIGHT = 720;

/** How long a page may load; one that never ends loading is taken as it then stands. */
const LOAD_PATIENCE_MS = 20_000;

/** Presses the right button on an element's middle. */
export async function rightClick(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  const element = await page.waitForSelector(selector);
  const box = await element?.boundingBox();
  if (!box) throw new Error(`nothing to click: ${selector}`);
  await page.mouse.click(box.x + Math.min(40, box.width / 2), box.y + box.height / 2, { button: "right" });
}

/** Goes to an address as a user would: what a page's own scripts do to the navigation is not our failure. */
export async function goTo(page: Page, url: string): Promise<void> {
  const { origin } = new URL(url);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const failure = await page.goto(url, { waitUntil: "load", timeout: LOAD_PATIENCE_MS }).then(
      () => null,
      (error: Error) => error,
    );
    if (failure === null || page.url().startsWith(origin)) return;
    if (attempt === 2) throw failure;
  }
}
