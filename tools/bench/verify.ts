/**
 * `npm run bench -- verify --mb N`: how long checking a bundle takes and how much memory, by our command and by `check.html`
 * in Chromium, beside `sha256sum` over the same bytes. A bundle an eighth as large stands beside it: memory that does not
 * grow with the bundle shows in both.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { findBrowser } from "../../scripts/browsers.mjs";
import { checkPage } from "../check-page";
import { ROOT } from "../root";
import { writeBigBundle } from "./big-bundle";
import { MemoryWatch } from "./memory";

const DEFAULT_MB = 256;
const LONGEST_CHECK_MS = 20 * 60_000;

interface Measured {
  ms: number;
  /** Most memory of the process, in MB of 2^20 bytes; `null` where the system does not tell. */
  peakMb: number | null;
}

export async function benchVerify(args: string[]): Promise<number> {
  const [flag, given, ...more] = args;
  const megabytes = flag === undefined ? DEFAULT_MB : Number(given);
  if ((flag !== undefined && flag !== "--mb") || more.length > 0 || !(megabytes >= 8)) {
    console.error("npm run bench -- verify [--mb N], N at least 8.");
    return 2;
  }
  const folder = await mkdtemp(join(tmpdir(), "notes-bench-verify-"));
  try {
    for (const size of [Math.ceil(megabytes / 8), megabytes]) await measureOne(folder, size);
    return 0;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measureOne(folder: string, megabytes: number): Promise<void> {
  const path = join(folder, "bundle.zip");
  await writeBigBundle(path, megabytes);
  const floor = await measureCommand("sha256sum", [path]);
  const node = await measureCommand(process.execPath, [
    join(ROOT, "node_modules/tsx/dist/cli.mjs"),
    "tools/verify.ts",
    path,
  ]);
  const page = await measurePage(folder, path);
  console.log(
    [
      `${megabytes} MB:`,
      `npm run verify ${inWords(node)};`,
      `check.html in Chromium ${inWords(page)} above idle;`,
      `sha256sum ${inWords(floor)}`,
    ].join(" "),
  );
}

const inWords = ({ ms, peakMb }: Measured) =>
  `${(ms / 1000).toFixed(1)} s, ${peakMb === null ? "memory not told" : `${peakMb.toFixed(0)} MB`}`;

/** @throws where the command does not end with 0 */
async function measureCommand(command: string, args: string[]): Promise<Measured> {
  const start = performance.now();
  const child = spawn(command, args, { cwd: ROOT, stdio: "ignore" });
  let peakMb: number | null = null;
  const look = () => {
    for (const pid of [child.pid!, ...childrenOf(child.pid!)]) peakMb = Math.max(peakMb ?? 0, highWaterMb(pid) ?? 0);
  };
  const timer = setInterval(look, 20);
  const code = await new Promise((resolve, reject) => child.on("exit", resolve).on("error", reject));
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
  return { ms: performance.now() - start, peakMb };
}

/** The command that runs TypeScript starts another Node. */
function childrenOf(pid: number): number[] {
  return [...(proc(`${pid}/task/${pid}/children`) ?? "").matchAll(/\d+/g)].map(([child]) => Number(child));
}

function highWaterMb(pid: number): number | null {
  const kb = /^VmHWM:\s+(\d+)/m.exec(proc(`${pid}/status`) ?? "")?.[1];
  return kb === undefined ? null : Number(kb) / 1024;
}

/** A process may end while we look; only Linux has these files. */
function proc(path: string): string | null {
  try {
    return readFileSync(`/proc/${path}`, "utf8");
  } catch {
    return null;
  }
}

async function measurePage(folder: string, bundle: string): Promise<Measured> {
  const html = join(folder, "check.html");
  await writeFile(html, await checkPage());
  const executablePath = await findBrowser("chromium");
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await puppeteer.launch({ executablePath, args, protocolTimeout: LONGEST_CHECK_MS });
  try {
    const [page] = await browser.pages();
    await page!.goto(pathToFileURL(html).href);
    const field = await page!.$('input[type="file"]:not([webkitdirectory])');
    const watch = new MemoryWatch(browser.process()!.pid!);
    const start = performance.now();
    await (field as NonNullable<typeof field>).uploadFile(bundle);
    const isUnchanged = () => document.body.innerText.includes("Unchanged since it was made");
    await page!.waitForFunction(isUnchanged, { timeout: LONGEST_CHECK_MS, polling: 200 });
    return { ms: performance.now() - start, peakMb: watch.stop() };
  } finally {
    await browser.close();
  }
}
