/**
 * `npm run demo`: from a toolbar click to a checked bundle in a real browser with the release build, telling in plain
 * words what it does. Exit code: 0 every page kept and the bundle intact, 1 not so, 2 wrong usage. `--help` prints the
 * options. A page that cannot be kept does not keep the others from it.
 */
import { mkdir } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { Scope } from "@/src/model/scope";
import type { Verdict } from "@/src/verify/finding";
import { type ExhibitContents, readExhibits } from "./bundle-contents";
import { checkBundle } from "./check-bundle";
import { type DemoOptions, readOptions, USAGE, UsageError } from "./demo-options";
import { drive } from "./drive/drive";
import type { Driven } from "./drive/driven";
import { handOver, keepPage, type SaveButton, type ScopeLabel } from "./drive/journey";
import { build } from "./release-build";
import { serveFolder } from "./serve";
import { verdictLines } from "./verify-words";

const SCOPE_LABELS: Record<Scope, ScopeLabel> = {
  page: "Whole page",
  view: "This view",
  conversation: "This conversation",
};

interface Target {
  name: string;
  url: string;
}

interface Tried extends Target {
  /** "EX-001", or `null` where the page was not kept. */
  label: string | null;
  captureMs: number;
  /** Why it was not kept; empty where it was. */
  why: string;
}

interface Outcome {
  exhibits: (ExhibitContents & { bundlePath: string; captureMs: number | null })[];
  notKept: { page: string; why: string }[];
  verify: Verdict | null;
}

process.exit(await main(process.argv.slice(2)));

async function main(args: string[]): Promise<number> {
  let options: DemoOptions | "help";
  try {
    options = await readOptions(args);
    if (options !== "help") await makeFolder(options.out);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n${USAGE}`);
    return 2;
  }
  if (options === "help") {
    console.log(USAGE);
    return 0;
  }
  return demo(options);
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((error: Error) => {
    throw new UsageError(`The folder ${path} could not be made: ${error.message}.`);
  });
}

async function demo(options: DemoOptions): Promise<number> {
  // With --json, standard output holds only the result.
  const say = (line: string) => (options.json ? console.error(line) : console.log(line));
  const outcome: Outcome = { exhibits: [], notKept: [], verify: null };
  const closers: (() => Promise<void>)[] = [];
  let isDone = false;
  try {
    say("1. Building the extension as it is released …");
    await build(options.browser);
    say(`2. Starting ${options.browser === "firefox" ? "Firefox" : "Chromium"} with it …`);
    const driven = await drive(options.browser, { headed: options.headed, downloads: options.out });
    closers.push(() => driven.close());
    await keepAndHandOver(driven, await targetsOf(options, closers), options, outcome, say);
    isDone = true;
    if (options.headed) await untilClosedByHand(driven, say);
  } catch (error) {
    console.error(`The demo ended early: ${(error as Error).message}`);
  }
  for (const close of closers.reverse()) await close().catch(() => {}); // what is gone already needs no closing
  if (options.json) await print(`${JSON.stringify(outcome, null, 2)}\n`);
  const isIntact = outcome.verify?.kind === "checked" && outcome.verify.intact;
  return isDone && isIntact && outcome.notKept.length === 0 ? 0 : 1;
}

async function keepAndHandOver(
  driven: Driven,
  targets: readonly Target[],
  { out, masked, scope }: DemoOptions,
  outcome: Outcome,
  say: (line: string) => void,
): Promise<void> {
  const tried: Tried[] = [];
  const button: SaveButton = masked ? "Save with pictures covered" : "Save this page";
  say(`3. Opening each page, pressing the toolbar button, then “${button}” …`);
  for (const target of targets) {
    const result = { ...target, ...(await tryToKeep(driven, target, button, scope)) };
    tried.push(result);
    if (result.label === null) outcome.notKept.push({ page: target.name, why: result.why });
    say(
      `   ${target.name}: ${result.label ? `kept as ${result.label} in ${result.captureMs} ms` : `not kept: ${result.why}`}`,
    );
  }
  if (tried.every(({ label }) => label === null)) return;
  say("4. Making the package in “Hand over” …");
  const bundlePath = await handOver(driven, out);
  say("5. Checking the package without the extension …");
  outcome.verify = await checkBundle(bundlePath);
  outcome.exhibits = (await readExhibits(bundlePath, out)).map((exhibit) => ({
    ...exhibit,
    bundlePath,
    captureMs: tried.find(({ label }) => label === exhibit.id)?.captureMs ?? null,
  }));
  for (const line of verdictLines(outcome.verify)) say(`   ${line}`);
  say(`\nThe package: ${bundlePath}`);
  for (const { id, screenshotPath, widthPx, heightPx, bytes } of outcome.exhibits) {
    say(`The picture of ${id}: ${screenshotPath} (${widthPx} × ${heightPx} pixels)`);
    say(
      `   ${kilobytes(bytes.total)}: ${kilobytes(bytes.originals)} of photographs, ${kilobytes(bytes.picture)} of picture, ${kilobytes(bytes.page)} of page code`,
    );
  }
  say(`Check it again at any time: npm run verify -- ${bundlePath}`);
}

/** Whatever goes wrong with a page is told of that page. */
async function tryToKeep(
  driven: Driven,
  { url }: Target,
  button: SaveButton,
  scope: Scope | null,
): Promise<Omit<Tried, keyof Target>> {
  try {
    const page = await driven.openPage(url).catch((error: Error) => {
      throw new Error(`The page could not be opened: ${error.message}`);
    });
    const { label, captureMs, said } = await keepPage(driven, page, button, scope ? SCOPE_LABELS[scope] : undefined);
    return { label, captureMs, why: label === null ? said.trim().replace(/\s*\n\s*/g, " ") : "" };
  } catch (error) {
    return { label: null, captureMs: 0, why: (error as Error).message };
  }
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

async function untilClosedByHand({ browser }: Driven, say: (line: string) => void): Promise<void> {
  say("The browser stays open for you to try by hand. Close it to end.");
  if (browser.connected) await new Promise((done) => browser.once("disconnected", done));
}

/** Serves each folder that pages come from. */
async function targetsOf({ pages, urls }: DemoOptions, closers: (() => Promise<void>)[]): Promise<Target[]> {
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
  return [...fromFiles, ...urls.map((url) => ({ name: url, url }))];
}

/** Ends when all of it was handed on: leaving at once would cut off what is piped elsewhere. */
function print(text: string): Promise<void> {
  return new Promise((done) => process.stdout.write(text, () => done()));
}
