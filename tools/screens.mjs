/**
 * Draws every face of every page with made-up content into `docs/screens/`: in light and dark, English and Traditional
 * Chinese, the main ones in Arabic. And holds each to the accessibility rules (axe-core) in English, Traditional Chinese and
 * Arabic, in light, dark and forced colours, at 320 px and as small as at 400 % zoom, where the Tab key is tried as well.
 * The pages are built and served under the extension's own content security policy.
 *
 *   npm run screens                all of them
 *   npm run screens -- saved       only those with "saved" in their name
 *   npm run screens -- --check     only the rules, no pictures
 *   npm run screens -- --check --all    every face in every language, size and colouring: before a release
 */
import { mkdirSync, rmSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { checkFace, walkFace } from "./screens/check.mjs";
import { launchOptions } from "./screens/chromium.mjs";
import { drawSamples } from "./screens/draw-samples.mjs";
import { colourFace, openFace, rememberRefusals } from "./screens/face.mjs";
import { serveGallery } from "./screens/serve.mjs";
import { isDrawn, viewName, viewsOf } from "./screens/views.mjs";

const OUT = "docs/screens";
/** Each with one page: a page that is not in front is not painted. */
const BROWSERS_AT_ONCE = 2;

const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const isDrawing = !process.argv.includes("--check");
const isWhole = process.argv.includes("--all");

const browser = await puppeteer.launch(launchOptions());
const gallery = await serveGallery(await drawSamples(browser));
const names = await namesOfFaces();
await browser.close();
const jobs = names.flatMap((name) => viewsOf(name, { isDrawing, isWhole }).map((view) => ({ name, view })));
let checks = 0;
const findings = [];
if (isDrawing && wanted.length === 0) rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });

await Promise.all(Array.from({ length: BROWSERS_AT_ONCE }, work));
gallery.close();
console.log(`${names.length} faces, ${checks} checked, ${findings.length} findings`);
for (const finding of findings) console.log(finding);
process.exitCode = findings.length === 0 ? 0 : 1;

async function work() {
  const browser = await puppeteer.launch(launchOptions());
  const [page] = await browser.pages();
  await rememberRefusals(page);
  for (let job = jobs.shift(); job; job = jobs.shift()) await lookAt(page, job.name, job.view);
  await browser.close();
}

async function lookAt(page, name, view) {
  await openFace(page, gallery.url, name, view);
  for (const colour of view.colours) {
    const isFirst = colour === view.colours[0];
    if (!isFirst) await colourFace(page, colour);
    note(name, view, colour, await checkFace(page, name, { ...view, isFirst }));
    checks += 1;
    if (isDrawing && isDrawn(name, view, colour)) await draw(page, name, viewName(view, colour));
  }
  if (view.walksByKeyboard) note(name, view, view.colours[0], await walkFace(page, name));
}

function note(name, view, colour, found) {
  for (const finding of found) findings.push(`${name} (${viewName(view, colour)}): ${finding}`);
}

async function draw(page, name, variant) {
  await page.evaluate(() => window.scrollTo(0, 0)); // a face may open where something of it has the focus
  await page.screenshot({ path: `${OUT}/${name}.${variant}.png`, fullPage: !name.includes("-many") });
}

async function namesOfFaces() {
  const page = await browser.newPage();
  await page.goto(gallery.url);
  const all = JSON.parse(await page.evaluate(() => document.body.textContent));
  await page.close();
  return all.filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
}
