/** Draws the PNG icons from the drawings in `public/icon`. Run after one was changed: node tools/icons.mjs */
import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { launchOptions } from "./screens/chromium.mjs";

/** The file's drawing, what its PNG files are called, and in which sizes: the first is the extension's own. */
const DRAWINGS = [
  { svg: "page", name: "", sizes: [16, 32, 48, 96, 128] },
  { svg: "list", name: "lists-", sizes: [16, 32] },
  { svg: "book", name: "reader-", sizes: [16, 32] },
  { svg: "calendar", name: "planner-", sizes: [16, 32] },
];

const browser = await puppeteer.launch(launchOptions());
const page = await browser.newPage();
for (const { svg, name, sizes } of DRAWINGS) {
  const drawing = readFileSync(`public/icon/${svg}.svg`).toString("base64");
  for (const size of sizes) {
    await page.setViewport({ width: size, height: size, deviceScaleFactor: 1 });
    await page.setContent(
      `<style>body{margin:0}img{display:block}</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${drawing}">`,
    );
    await page.screenshot({ path: `public/icon/${name}${size}.png`, omitBackground: true });
  }
}
await browser.close();
