/**
 * Prints what saved pages say about the posts they show, as JSON. Nothing of the page runs and nothing is fetched.
 *   npm run extract -- FILE.html --url URL
 *   npm run extract -- --list LIST.json     [{ "file": …, "url": … }, …]; null where a page failed
 * Exit: 0 done, 1 the single page failed, 2 wrong usage.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { PageFacts } from "@/src/model/page-facts";
import { extractorExpression } from "./extractor-script";
import { evaluateInPage, type SavedPage, startPageBrowser } from "./page-dom";

const USAGE = "Usage: npm run extract -- FILE.html --url URL, or npm run extract -- --list LIST.json";

class UsageError extends Error {}

interface Task {
  pages: SavedPage[];
  isList: boolean;
}

function readTask(args: string[]): Task {
  const { values, positionals } = parseArguments(args);
  const [file, ...more] = positionals;
  if (values.list !== undefined && file === undefined && values.url === undefined)
    return { pages: readList(values.list), isList: true };
  if (values.list !== undefined || file === undefined || more.length > 0 || values.url === undefined)
    throw new UsageError("Give either FILE.html --url URL, or --list LIST.json.");
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  if (!isWebAddress(values.url)) throw new UsageError(`The --url must be an http or https address, not ${values.url}.`);
  return { pages: [{ file, url: values.url }], isList: false };
}

function parseArguments(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { url: { type: "string" }, list: { type: "string" } } });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(". ")[0]}. Give FILE.html --url URL, or --list LIST.json.`);
  }
}

function readList(path: string): SavedPage[] {
  const wrong = new UsageError(`The file ${path} is not a readable JSON list of {"file": …, "url": …}.`);
  let list: unknown;
  try {
    list = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw wrong;
  }
  if (!Array.isArray(list) || !list.every(isSavedPage)) throw wrong;
  return list.map(({ file, url }) => ({ url, file: existsSync(file) ? file : resolve(dirname(path), file) }));
}

function isSavedPage(value: unknown): value is SavedPage {
  const { file, url } = (value ?? {}) as Record<string, unknown>;
  return typeof file === "string" && typeof url === "string";
}

function isWebAddress(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? "");
}

async function extractAll(pages: readonly SavedPage[]): Promise<(PageFacts | null)[]> {
  const expressionFor = await extractorExpression();
  const browser = await startPageBrowser();
  const results: (PageFacts | null)[] = [];
  try {
    for (const saved of pages) {
      try {
        results.push((await evaluateInPage(browser, saved, expressionFor(saved.url))) as PageFacts);
      } catch (error) {
        console.error(`${saved.file}: ${(error as Error).message}`);
        results.push(null);
      }
    }
  } finally {
    await browser.close();
  }
  return results;
}

async function main(args: string[]): Promise<void> {
  if (args.includes("--help") || args.includes("-h")) return console.log(USAGE);
  const { pages, isList } = readTask(args);
  const results = await extractAll(pages);
  if (isList || results[0] !== null) console.log(JSON.stringify(isList ? results : results[0], null, 2));
  else process.exitCode = 1;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
