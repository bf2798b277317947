/** The browser's own full-page picture, which ours is compared with. */
import type { Page } from "puppeteer-core";
import type { BrowserKind } from "../release-build";
import { columns, type Picture, pngPicture, stacked } from "./png-rows";

/** DevTools repeats pixels past 16,384 device pixels, so long pages are taken in strips that stay well below. */
const STRIP_PX = 8000;
/** Firefox refuses a picture of more than 65,535 device pixels, whatever their number a CSS pixel. */
const FIREFOX_CSS = 20_000;
/** Strips of a multiple of this many CSS pixels end on whole device pixels at every usual ratio. */
const WHOLE_CSS = 20;

export async function ownPicture(kind: BrowserKind, page: Page, zoom: number): Promise<Picture> {
  return kind === "chromium" ? chromiumPicture(page, zoom) : firefoxPicture(page);
}

/**
 * Of a page that extends to the left of its first window (right to left, or in vertical lines), Firefox's picture shows
 * that window alone, and transparent pixels beside it. Only what it shows is given.
 */
async function firefoxPicture(page: Page): Promise<Picture> {
  const picture = await firefoxWhole(page);
  const shownPx = await page.evaluate(() => {
    const { direction, writingMode } = getComputedStyle(document.documentElement);
    const extendsLeft = direction === "rtl" || writingMode.endsWith("-rl");
    return extendsLeft ? Math.round(document.documentElement.clientWidth * devicePixelRatio) : null;
  });
  return shownPx === null || shownPx >= picture.widthPx ? picture : columns(picture, 0, shownPx);
}

async function firefoxWhole(page: Page): Promise<Picture> {
  const { width, height } = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { width: scrollWidth, height: scrollHeight };
  });
  if (height <= FIREFOX_CSS) return pngPicture(Buffer.from(await page.screenshot({ fullPage: true })));
  const strips: Picture[] = [];
  for (let y = 0; y < height; y += STRIP_PX) {
    const clip = { x: 0, y, width, height: Math.min(STRIP_PX, height - y) };
    strips.push(pngPicture(Buffer.from(await page.screenshot({ clip, captureBeyondViewport: true }))));
  }
  return stacked(strips);
}

/** @param zoom The browser's, which DevTools does not know of when it is told what to take. */
async function chromiumPicture(page: Page, zoom: number): Promise<Picture> {
  const devtools = await page.createCDPSession();
  try {
    // In device pixels and exact, though called deprecated; the size in CSS pixels is rounded.
    const { contentSize: sizePx } = await devtools.send("Page.getLayoutMetrics");
    const scale = (await page.evaluate(() => window.devicePixelRatio)) / zoom;
    const stripPx = Math.floor(STRIP_PX / scale / WHOLE_CSS) * WHOLE_CSS * scale;
    const strips: Picture[] = [];
    for (let y = 0; y < sizePx.height; y += stripPx) {
      const { data } = await devtools.send("Page.captureScreenshot", {
        format: "png",
        captureBeyondViewport: true,
        clip: {
          x: sizePx.x / scale,
          y: (sizePx.y + y) / scale,
          width: sizePx.width / scale,
          height: Math.min(stripPx, sizePx.height - y) / scale,
          scale: 1,
        },
      });
      strips.push(pngPicture(Buffer.from(data, "base64")));
    }
    return stacked(strips);
  } finally {
    await devtools.detach();
  }
}
