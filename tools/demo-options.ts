/** What `npm run demo` was asked for, checked before anything starts. */
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { BrowserKind } from "./release-build";
import { ROOT } from "./root";

export const USAGE = `Usage: npm run demo -- [--url URL | --page FILE.html [--page …]] [--browser chromium|firefox] [--headed] [--out DIR] [--json]`;
const SAMPLE = join(ROOT, "tests", "fixtures", "pages", "post.html");

export interface DemoOptions {
  /** Absolute paths of saved pages; a sample where neither page nor address is asked for. */
  pages: string[];
  urls: string[];
  browser: BrowserKind;
  headed: boolean;
  /** Absolute path of a folder, which need not be there yet. */
  out: string;
  json: boolean;
}

/** Its message is one sentence for the user. */
export class UsageError extends Error {}

/** @returns "help" where that is asked for. @throws {UsageError} */
export async function readOptions(args: string[]): Promise<DemoOptions | "help"> {
  const { url, page, browser, out, help, headed, json, masked } = parseArguments(args);
  if (help) return "help";
  if (masked) throw new UsageError("--masked is not there yet: in this version no pictures can be covered.");
  if (browser !== "chromium" && browser !== "firefox") throw new UsageError(`There is no browser “${browser}”.`);
  const notWeb = url.find((address) => !/^https?:$/.test(URL.parse(address)?.protocol ?? ""));
  if (notWeb !== undefined) throw new UsageError(`The --url must be an http or https address, not ${notWeb}.`);
  for (const path of page) if (!(await stat(path).catch(() => null))?.isFile()) throw noFile(path);
  const there = await stat(out).catch(() => null);
  if (there !== null && !there.isDirectory()) throw new UsageError(`The --out must be a folder, and ${out} is a file.`);
  const pages = page.length + url.length === 0 ? [SAMPLE] : page.map((path) => resolve(path));
  return { pages, urls: url, browser, headed, out: resolve(out), json };
}

function parseArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        url: { type: "string", multiple: true, default: [] },
        page: { type: "string", multiple: true, default: [] },
        masked: { type: "boolean", default: false },
        headed: { type: "boolean", default: false },
        browser: { type: "string", default: "chromium" },
        out: { type: "string", default: "out" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(". ")[0]}.`);
  }
}

function noFile(path: string): UsageError {
  return new UsageError(`There is no file ${path}.`);
}
