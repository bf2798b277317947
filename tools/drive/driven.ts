/** A real browser with the release build in it, driven from outside as a user would. */
import type { Browser, Page } from "puppeteer-core";
import type { View } from "./view";

export interface DriveOptions {
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
  /** Where downloads go. */
  downloads?: string;
}

export interface Driven {
  readonly kind: "chromium" | "firefox";
  readonly browser: Browser;
  /** Opens a web page in a new tab in front. */
  openPage(url: string): Promise<Page>;
  /** Presses our toolbar button on a page. @returns The popup it opened. */
  pressToolbarButton(page: Page): Promise<View>;
  /** Opens one of the extension's own pages, e.g. "library.html", in a tab in front. */
  openOwnPage(path: string): Promise<View>;
  close(): Promise<void>;
}

export const DEFAULT_WIDTH = 1280;
export const DEFAULT_HEIGHT = 720;
