/**
 * `npm run bench -- copies`: putting back, making and checking a copy in a real browser, at several sizes: how long it takes
 * and how much memory, and by how much that grows with the copy. Then how long unlocking takes.
 */
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle } from "puppeteer-core";
import { drive } from "../drive/drive";
import type { Driven } from "../drive/driven";
import { lock, setPassphrase } from "../drive/passphrase";
import type { View } from "../drive/view";
import type { BrowserKind } from "../release-build";
import { writeBigCopy } from "./big-copy";
import { MemoryWatch } from "./memory";
import { slopeText } from "./slope";

const PASSPHRASE = "heather anchor plural 62 copper";
const LONGEST_MS = 60 * 60_000;
const USAGE = "npm run bench -- copies [--mb 50,200,800] [--browser firefox] [--json FILE]";

/** `peakMb`: of all processes of the browser, above idle; `null` where the system does not tell. */
interface CopyRow {
  browser: BrowserKind;
  megabytes: number;
  step: "put back" | "make" | "check";
  wallMs: number;
  peakMb: number | null;
}

export async function benchCopies(args: string[]): Promise<number> {
  const options = read(args);
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const rows: CopyRow[] = [];
  for (const megabytes of options.sizes) rows.push(...(await measure(options.browser, megabytes)));
  const unlockMs = await measureUnlock(options.browser);
  for (const step of ["put back", "make", "check"] as const)
    console.log(
      slopeText(
        step,
        "copy",
        rows.filter((row) => row.step === step),
      ),
    );
  console.log(`unlock: ${unlockMs} ms from the press to the open notes (at most 1500 are wanted)`);
  if (options.json) await writeFile(options.json, JSON.stringify({ rows, unlockMs }, null, 2));
  return 0;
}

function read(args: readonly string[]): { sizes: number[]; browser: BrowserKind; json: string | null } | null {
  const given = new Map<string, string>();
  for (let at = 0; at < args.length; at += 2) given.set(args[at]!, args[at + 1] ?? "");
  const sizes = (given.get("--mb") ?? "50,200,800").split(",").map(Number);
  const browser = given.get("--browser") ?? "chromium";
  const known = [...given.keys()].every((flag) => ["--mb", "--browser", "--json"].includes(flag));
  const isBrowser = browser === "chromium" || browser === "firefox";
  if (!known || !isBrowser || !sizes.every((size) => size >= 1)) return null;
  return { sizes, browser, json: given.get("--json") ?? null };
}

/** A clean browser takes in a copy of that size, makes one of its own, and checks that. */
async function measure(browser: BrowserKind, megabytes: number): Promise<CopyRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "notes-bench-copies-"));
  const driven = await drive(browser, { downloads: folder });
  try {
    const given = join(folder, "given.age");
    await writeBigCopy(given, megabytes, PASSPHRASE);
    const library = await driven.openOwnPage("library.html");
    await library.press("Copies");
    const about = { browser, megabytes };
    const rows: CopyRow[] = [];
    const take = async (step: CopyRow["step"], work: () => Promise<void>) => {
      const row: CopyRow = { ...about, step, ...(await timed(driven, work)) };
      console.log(rowText(row));
      rows.push(row);
    };
    await take("put back", () => putBack(driven, library, given));
    await take("make", () => make(library, folder));
    const name = (await readdir(folder)).find((each) => each.endsWith(".zip.age"))!;
    await take("check", () => check(driven, library, join(folder, name)));
    return rows;
  } finally {
    await driven.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function putBack(driven: Driven, library: View, path: string): Promise<void> {
  await library.untilText(/Put back a copy/);
  await open(driven, library, path, "Put everything back");
  await library.untilText(/Everything from the copy is back/, LONGEST_MS);
}

async function make(library: View, folder: string): Promise<void> {
  await library.fill("Passphrase for the copy", PASSPHRASE);
  await library.fill("Passphrase for the copy, once more", PASSPHRASE);
  await library.press("Back up everything");
  await library.untilText(/The copy is in your downloads/, LONGEST_MS);
  const isWhole = async () => {
    const names = await readdir(folder);
    return names.some((name) => name.endsWith(".zip.age")) && !names.some((name) => /\.(part|crdownload)$/.test(name));
  };
  await library.until("the download", isWhole, LONGEST_MS);
}

async function check(driven: Driven, library: View, path: string): Promise<void> {
  await open(driven, library, path, "Open and check");
  await library.untilText(/It counts now/, LONGEST_MS);
}

async function open(driven: Driven, library: View, path: string, button: string): Promise<void> {
  const page = (await driven.browser.pages()).at(-1)!;
  const field = (await page.waitForSelector('input[type="file"]')) as ElementHandle<HTMLInputElement>;
  await field.uploadFile(path);
  await library.fill("Its passphrase, or the secret age key", PASSPHRASE);
  await library.press(button);
}

async function timed(driven: Driven, work: () => Promise<void>): Promise<Pick<CopyRow, "wallMs" | "peakMb">> {
  const watch = new MemoryWatch(driven.browser.process()!.pid!, "all");
  const start = performance.now();
  await work();
  return { wallMs: Math.round(performance.now() - start), peakMb: watch.stop() };
}

/** The middle one of five. */
async function measureUnlock(browser: BrowserKind): Promise<number> {
  const driven = await drive(browser);
  try {
    const library = await driven.openOwnPage("library.html");
    await setPassphrase(library, PASSPHRASE);
    await library.press("Kept items");
    const times: number[] = [];
    while (times.length < 5) {
      await lock(library);
      await library.fill("Passphrase", PASSPHRASE);
      const start = performance.now();
      await library.press("Unlock");
      await library.untilText(/Nothing is kept yet/);
      times.push(Math.round(performance.now() - start));
    }
    return times.sort((one, other) => one - other)[2]!;
  } finally {
    await driven.close();
  }
}

function rowText({ browser, megabytes, step, wallMs, peakMb }: CopyRow): string {
  const memory = peakMb === null ? "memory not told" : `${peakMb.toFixed(0)} MB above idle`;
  return `${browser}, ${megabytes} MB, ${step}: ${(wallMs / 1000).toFixed(1)} s, ${memory}`;
}
