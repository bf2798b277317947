/**
 * Draws every face of every page with made-up content, in light and dark, English and Traditional Chinese, the main ones
 * in Arabic, into `docs/screens/`, and holds each to the accessibility rules (axe-core), in forced colours and at 320 px
 * too; there the Tab key is tried as well.
 * The pages are built and served under the extension's own content security policy.
 *
 *   npm run screens                all of them
 *   npm run screens -- saved       only those with "saved" in their name
 *   npm run screens -- --check     only the rules, no pictures
 */
import { mkdirSync, rmSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { checkFace } from "./screens/check.mjs";
import { launchOptions } from "./screens/chromium.mjs";
import { drawSamples } from "./screens/draw-samples.mjs";
import { MAIN_FACES, MORE_VARIANTS, ONLY_DRAWN, openFace, rememberRefusals, VARIANTS } from "./screens/face.mjs";
import { serveGallery } from "./screens/serve.mjs";

const OUT = "docs/screens";
/** Each with one page: a page that is not in front is not painted. */
const BROWSERS_AT_ONCE = 2;

const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const draws = !process.argv.includes("--check");

const browser = await puppeteer.launch(launchOptions());
const gallery = await serveGallery(await drawSamples(browser));
const names = await namesOfFaces();
await browser.close();
const jobs = names
  .flatMap((name) => variantsOf(name).map((variant) => ({ name, variant })))
  .filter(({ variant }) => draws || !ONLY_DRAWN.includes(variant.name));
const checks = jobs.length;
const findings = [];
if (draws && wanted.length === 0) rmSync(OUT, { recursive: true, force: true });
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
  for (let job = jobs.shift(); job; job = jobs.shift()) {
    const { name, variant } = job;
    await openFace(page, gallery.url, name, variant);
    for (const finding of await checkFace(page, name, variant)) findings.push(`${name} (${variant.name}): ${finding}`);
    await page.evaluate(() => window.scrollTo(0, 0)); // what takes the focus is scrolled to
    if (draws && isDrawn(name, variant))
      await page.screenshot({ path: `${OUT}/${name}.${variant.name}.png`, fullPage: !name.includes("-many") });
  }
  await browser.close();
}

/** Faces that differ from another in one sentence only are looked at in the two forms in which a sentence can go wrong. */
function variantsOf(name) {
  const few = VARIANTS.filter(({ name }) => name === "en.light" || name === "zh-Hant.dark.320px");
  if (name.includes("-failed-")) return few;
  return MAIN_FACES.includes(name) ? [...VARIANTS, ...MORE_VARIANTS] : VARIANTS;
}

/**
 * Light and dark in two languages, the main faces in Arabic too; faces that differ from another in one sentence only are
 * drawn once.
 */
function isDrawn(name, variant) {
  if (variant.name === "ar.light") return MAIN_FACES.includes(name);
  return name.includes("-failed-") ? variant.name === "en.light" : variant.isDrawn;
}

async function namesOfFaces() {
  const page = await browser.newPage();
  await page.goto(gallery.url);
  const all = JSON.parse(await page.evaluate(() => document.body.textContent));
  await page.close();
  return all.filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
}
