/** Draws the PNG icons from `public/icon/page.svg`. Run after the drawing was changed: node tools/icons.mjs */
import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { launchOptions } from "./screens/chromium.mjs";

const SIZES = [16, 32, 48, 96, 128];
const drawing = readFileSync("public/icon/page.svg").toString("base64");

const browser = await puppeteer.launch(launchOptions());
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size, deviceScaleFactor: 1 });
  await page.setContent(
    `<style>body{margin:0}img{display:block}</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${drawing}">`,
  );
  await page.screenshot({ path: `public/icon/${size}.png`, omitBackground: true });
}
await browser.close();
