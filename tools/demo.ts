/**
 * `npm run demo`: from a toolbar click to a checked bundle in a real browser with the release build, telling in plain
 * words what it does. Options: docs in README; `--help` prints them.
 */
import { mkdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readExhibits } from "./bundle-contents";
import { checkBundle } from "./check-bundle";
import { drive } from "./drive/drive";
import { handOver, type Kept, keepPage, type SaveButton } from "./drive/journey";
import { type BrowserKind, build } from "./release-build";
import { ROOT } from "./root";
import { serveFolder } from "./serve";
import { verdictLines } from "./verify-words";

const USAGE = `npm run demo -- [--url URL | --page FILE.html [--page …]] [--masked] [--browser chromium|firefox] [--headed] [--out DIR] [--json]`;
const SAMPLE = join(ROOT, "tests", "fixtures", "pages", "post.html");

interface Target {
  name: string;
  url: string;
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        url: { type: "string", multiple: true, default: [] },
        page: { type: "string", multiple: true, default: [] },
        masked: { type: "boolean", default: false },
        headed: { type: "boolean", default: false },
        browser: { type: "string", default: "chromium" },
        out: { type: "string", default: "out" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    if (values.browser !== "chromium" && values.browser !== "firefox")
      return wrongUse(`no browser “${values.browser}”`);
    return { ...values, browser: values.browser as BrowserKind };
  } catch (error) {
    return wrongUse((error as Error).message);
  }
}

function wrongUse(why: string): never {
  console.error(`${why}\n${USAGE}`);
  process.exit(2);
}

const wanted = options();
if (wanted.help) {
  console.log(USAGE);
  process.exit(0);
}
const button: SaveButton = wanted.masked ? "Save with pictures covered" : "Save this page";

/** With --json, standard output holds only the result. */
const say = (line: string) => (wanted.json ? console.error(line) : console.log(line));

const out = resolve(wanted.out);
await mkdir(out, { recursive: true });
say("1. Building the extension as it is released …");
await build(wanted.browser);

const closers: (() => Promise<void>)[] = [];
const targets = await targetsToKeep();
say(`2. Starting ${wanted.browser === "firefox" ? "Firefox" : "Chromium"} with it …`);
const driven = await drive(wanted.browser, { headed: wanted.headed, downloads: out });
closers.push(() => driven.close());

const kept: (Kept & Target)[] = [];
say(`3. Opening each page, pressing the toolbar button, then “${button}” …`);
for (const target of targets) {
  const page = await driven.openPage(target.url);
  const result = await keepPage(driven, page, button);
  kept.push({ ...target, ...result });
  say(
    `   ${target.name}: ${result.label ? `kept as ${result.label} in ${result.captureMs} ms` : `not kept:\n${result.said}`}`,
  );
}

let intact = false;
if (kept.some(({ label }) => label !== null)) {
  say("4. Making the package in “Hand over” …");
  const bundlePath = await handOver(driven, out);
  say("5. Checking the package without the extension …");
  const verdict = await checkBundle(bundlePath);
  intact = verdict.kind === "checked" && verdict.intact;
  const exhibits = (await readExhibits(bundlePath, out)).map((exhibit) => ({
    ...exhibit,
    bundlePath,
    captureMs: kept.find(({ label }) => label === exhibit.id)?.captureMs ?? null,
  }));
  for (const line of verdictLines(verdict)) say(`   ${line}`);
  say("");
  say(`The package: ${bundlePath}`);
  for (const { id, screenshotPath, widthPx, heightPx } of exhibits) {
    say(`The picture of ${id}: ${screenshotPath} (${widthPx} × ${heightPx} pixels)`);
  }
  say(`Check it again at any time: npm run verify -- ${bundlePath}`);
  if (wanted.json) console.log(JSON.stringify({ exhibits, verify: verdict }, null, 2));
} else if (wanted.json) {
  console.log(JSON.stringify({ exhibits: [], verify: null }, null, 2));
}

if (wanted.headed) {
  say("The browser stays open for you to try by hand. Close it to end.");
  await new Promise((done) => driven.browser.once("disconnected", done));
} else {
  for (const close of closers.reverse()) await close();
}
process.exit(intact && kept.every(({ label }) => label !== null) ? 0 : 1);

async function targetsToKeep(): Promise<Target[]> {
  const pages = wanted.page.length + wanted.url.length > 0 ? wanted.page.map((path) => resolve(path)) : [SAMPLE];
  const served = new Map<string, string>();
  const fromFiles: Target[] = [];
  for (const page of pages) {
    const folder = dirname(page);
    if (!served.has(folder)) {
      const server = await serveFolder(folder);
      served.set(folder, server.origin);
      closers.push(server.close);
    }
    fromFiles.push({ name: basename(page), url: `${served.get(folder)}/${encodeURIComponent(basename(page))}` });
  }
  return [...fromFiles, ...wanted.url.map((url) => ({ name: url, url }))];
}
