/** What `npm run demo` was asked for, checked before anything starts. */
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { SCOPES, type Scope } from "@/src/model/scope";
import type { BrowserKind } from "./release-build";
import { ROOT } from "./root";

export const USAGE = `Usage: npm run demo -- [--url URL | --page FILE.html [--page …]] [--masked] [--scope view|page|conversation] [--browser chromium|firefox] [--headed] [--out DIR] [--json]`;
const SAMPLE = join(ROOT, "tests", "fixtures", "pages", "post.html");

export interface DemoOptions {
  /** Absolute paths of saved pages; a sample where neither page nor address is asked for. */
  pages: string[];
  urls: string[];
  /** Save with pictures covered. */
  masked: boolean;
  /** How much is saved; `null`: what the popup has chosen already. */
  scope: Scope | null;
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
  const { url, page, browser, out, help, headed, json, masked, scope = null } = parseArguments(args);
  if (help) return "help";
  if (browser !== "chromium" && browser !== "firefox") throw new UsageError(`There is no browser “${browser}”.`);
  if (scope !== null && !isScope(scope)) throw new UsageError(`There is no scope “${scope}”.`);
  const notWeb = url.find((address) => !/^https?:$/.test(URL.parse(address)?.protocol ?? ""));
  if (notWeb !== undefined) throw new UsageError(`The --url must be an http or https address, not ${notWeb}.`);
  for (const path of page) if (!(await stat(path).catch(() => null))?.isFile()) throw noFile(path);
  const there = await stat(out).catch(() => null);
  if (there !== null && !there.isDirectory()) throw new UsageError(`The --out must be a folder, and ${out} is a file.`);
  const pages = page.length + url.length === 0 ? [SAMPLE] : page.map((path) => resolve(path));
  return { pages, urls: url, masked, scope, browser, headed, out: resolve(out), json };
}

function parseArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        url: { type: "string", multiple: true, default: [] },
        page: { type: "string", multiple: true, default: [] },
        masked: { type: "boolean", default: false },
        scope: { type: "string" },
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

const isScope = (word: string): word is Scope => (SCOPES as readonly string[]).includes(word);

function noFile(path: string): UsageError {
  return new UsageError(`There is no file ${path}.`);
}
