/**
 * `npm run bench -- import`: bringing in one large file, in a real browser: how long it takes and how much memory, and by how much
 * that grows with the file. Beside it the floor: the same file read by the same page, and written as it is into an IndexedDB.
 */
import { randomBytes } from "node:crypto";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle } from "puppeteer-core";
import { drive } from "../drive/drive";
import type { Driven } from "../drive/driven";
import type { View } from "../drive/view";
import type { BrowserKind } from "../release-build";
import { MemoryWatch } from "./memory";
import { slopeText } from "./slope";

const MB = 1 << 20;
const LONGEST_MS = 30 * 60_000;
const USAGE = "npm run bench -- import [--mb 500,1500] [--browser firefox] [--json FILE]";
const STEPS = ["floor", "import"] as const;

/** `peakMb`: of all processes of the browser, above idle; `null` where the system does not tell. */
interface ImportRow {
  browser: BrowserKind;
  megabytes: number;
  step: (typeof STEPS)[number];
  wallMs: number;
  peakMb: number | null;
}

export async function benchImport(args: string[]): Promise<number> {
  const options = read(args);
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const rows: ImportRow[] = [];
  for (const megabytes of options.sizes) {
    for (const step of STEPS) {
      const row = await measure(options.browser, megabytes, step);
      console.log(rowText(row));
      rows.push(row);
    }
  }
  for (const step of STEPS) {
    const same = rows.filter((row) => row.step === step);
    console.log(slopeText(step, "file", same));
  }
  if (options.json) await writeFile(options.json, JSON.stringify(rows, null, 2));
  return 0;
}

function read(args: readonly string[]): { sizes: number[]; browser: BrowserKind; json: string | null } | null {
  const given = new Map<string, string>();
  for (let at = 0; at < args.length; at += 2) given.set(args[at]!, args[at + 1] ?? "");
  const sizes = (given.get("--mb") ?? "500,1500").split(",").map(Number);
  const browser = given.get("--browser") ?? "chromium";
  const known = [...given.keys()].every((flag) => ["--mb", "--browser", "--json"].includes(flag));
  const isBrowser = browser === "chromium" || browser === "firefox";
  if (!known || !isBrowser || !sizes.every((size) => size >= 1)) return null;
  return { sizes, browser, json: given.get("--json") ?? null };
}

/** Each in a clean browser, so that none uses what another left in its memory. */
async function measure(browser: BrowserKind, megabytes: number, step: ImportRow["step"]): Promise<ImportRow> {
  const folder = await mkdtemp(join(tmpdir(), "notes-bench-import-"));
  const driven = await drive(browser);
  try {
    const path = join(folder, "video.bin");
    await writeNoise(path, megabytes);
    const library = await driven.openOwnPage("library.html#/import");
    await library.untilText(/Or drop files here/);
    if (step === "floor") await addField(library);
    const field = await fieldFor(driven, step === "floor" ? "#floor" : "input[multiple]");
    const watch = new MemoryWatch(driven.browser.process()!.pid!, "all");
    const start = performance.now();
    await field.uploadFile(path);
    if (step === "floor") await readAndWrite(library);
    else await library.untilText(/Files brought in: 1 of 1/, LONGEST_MS);
    return { browser, megabytes, step, wallMs: Math.round(performance.now() - start), peakMb: watch.stop() };
  } finally {
    await driven.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Nothing that packs. */
async function writeNoise(path: string, megabytes: number): Promise<void> {
  const file = await open(path, "w");
  for (let written = 0; written < megabytes; written += 1) await file.write(randomBytes(MB));
  await file.close();
}

async function fieldFor(driven: Driven, selector: string): Promise<ElementHandle<HTMLInputElement>> {
  const page = (await driven.browser.pages()).at(-1)!;
  return (await page.waitForSelector(selector)) as ElementHandle<HTMLInputElement>;
}

/** A field of ours that brings nothing in. */
function addField(library: View): Promise<void> {
  return library.run(() => {
    document.body.append(Object.assign(document.createElement("input"), { type: "file", id: "floor" }));
  }, null);
}

/** A megabyte at a time, each in a transaction of its own that waits for the disk, as the vault stores its chunks. */
function readAndWrite(library: View): Promise<void> {
  return library.run(async (size) => {
    const [file] = document.querySelector<HTMLInputElement>("#floor")!.files!;
    const opening = indexedDB.open("floor", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("bytes");
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (let at = 0; at < file!.size; at += size) {
      const bytes = await file!.slice(at, at + size).arrayBuffer();
      const tx = db.transaction("bytes", "readwrite", { durability: "strict" });
      tx.objectStore("bytes").add(bytes, at);
      await new Promise((resolve, reject) => {
        tx.oncomplete = resolve;
        tx.onabort = () => reject(tx.error);
      });
    }
    db.close();
  }, MB);
}

function rowText({ browser, megabytes, step, wallMs, peakMb }: ImportRow): string {
  const memory = peakMb === null ? "memory not told" : `${peakMb.toFixed(0)} MB above idle`;
  const speed = (megabytes / (wallMs / 1000)).toFixed(0);
  return `${browser}, ${megabytes} MB, ${step}: ${(wallMs / 1000).toFixed(1)} s (${speed} MB a second), ${memory}`;
}
