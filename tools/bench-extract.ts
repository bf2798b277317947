/**
 * Reads a folder of saved pages and says how much was right, missed and wrong, per fact and platform, and how long it took.
 *   npm run bench -- extract --pages DIR --expected FILE [--json FILE]
 * `--pages` is the folder that the list's `file` values start from. Exit: 0 nothing wrong, 1 something wrong or failed,
 * 2 wrong usage. The time is that of the first run on a fresh page, as when a user captures it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { PageFacts } from "@/src/model/page-facts";
import { extractorExpression } from "./extractor-script";
import { addressOf, type ExpectedPage, FACTS, type Fact, factIn, GRAVE, judge, type Verdict } from "./judge-extract";
import { evaluateInPage, startPageBrowser } from "./page-dom";

interface Read {
  page: ExpectedPage;
  facts: PageFacts | null;
  tookMs: number;
}
type Counts = Record<Exclude<Verdict, "none">, number>;
interface Finding {
  file: string;
  fact: Fact;
  verdict: "missed" | "wrong";
  found: string | number | null;
  expected: unknown;
}

/** @returns the exit code. */
export async function benchExtract(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { pages: { type: "string" }, expected: { type: "string" }, json: { type: "string" } },
  });
  if (values.pages === undefined || values.expected === undefined) {
    console.error("Give --pages DIR --expected FILE [--json FILE].");
    return 2;
  }
  const { pages } = JSON.parse(readFileSync(values.expected, "utf8")) as { pages: ExpectedPage[] };
  const reads = await readAll(values.pages, pages);
  const report = reportOf(reads);
  print(report);
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(report, null, 2));
  return report.failed.length === 0 && GRAVE.every((fact) => report.facts[fact].wrong === 0) ? 0 : 1;
}

async function readAll(folder: string, pages: readonly ExpectedPage[]): Promise<Read[]> {
  const expressionFor = await extractorExpression();
  const browser = await startPageBrowser();
  const reads: Read[] = [];
  try {
    for (const page of pages) {
      const url = addressOf(page);
      const timed = `(() => { const before = performance.now(); const facts = ${expressionFor(url)};
        return { facts, tookMs: performance.now() - before }; })()`;
      try {
        const read = await evaluateInPage(browser, { file: join(folder, page.file), url }, timed);
        reads.push({ page, ...(read as { facts: PageFacts; tookMs: number }) });
      } catch (error) {
        console.error(`${page.file}: ${(error as Error).message}`);
        reads.push({ page, facts: null, tookMs: 0 });
      }
    }
  } finally {
    await browser.close();
  }
  return reads;
}

function reportOf(reads: readonly Read[]) {
  const facts = noCounts();
  const platforms: Record<string, Record<Fact, Counts>> = {};
  const findings: Finding[] = [];
  for (const { page, facts: found } of reads) {
    if (found === null) continue;
    const ofPlatform = platforms[page.platform] ?? noCounts();
    platforms[page.platform] = ofPlatform;
    for (const fact of FACTS) {
      const verdict = judge(page, found, fact);
      if (verdict === "none") continue;
      facts[fact][verdict]++;
      ofPlatform[fact][verdict]++;
      if (verdict !== "right")
        findings.push({ file: page.file, fact, verdict, found: factIn(found, fact), expected: expectedOf(page, fact) });
    }
  }
  const times = reads.filter(({ facts }) => facts !== null).map(({ tookMs }) => tookMs);
  const failed = reads.filter(({ facts }) => facts === null).map(({ page }) => page.file);
  const perPage = reads.map(({ page, tookMs }) => ({ file: page.file, ms: Math.round(tookMs * 10) / 10 }));
  return { facts, platforms, findings, failed, ms: { median: rank(times, 0.5), p99: rank(times, 0.99) }, perPage };
}

function noCounts(): Record<Fact, Counts> {
  return Object.fromEntries(FACTS.map((fact) => [fact, { right: 0, missed: 0, wrong: 0 }])) as Record<Fact, Counts>;
}

function expectedOf(page: ExpectedPage, fact: Fact): unknown {
  return fact === "permalink" ? page.url : page[fact];
}

function rank(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
}

function print(report: ReturnType<typeof reportOf>): void {
  const line = (name: string, counts: Record<Fact, Counts>) =>
    `${name.padEnd(18)} ${FACTS.map((fact) => `${fact} ${shown(counts[fact])}`).join("  ")}`;
  console.log("right/missed/wrong");
  for (const [platform, counts] of Object.entries(report.platforms)) console.log(line(platform, counts));
  console.log("");
  for (const fact of FACTS) console.log(`${fact.padEnd(18)} ${shown(report.facts[fact])}`);
  console.log("");
  for (const one of report.findings)
    console.log(`${one.verdict}: ${one.fact} of ${one.file}: ${short(one.found)}, expected ${short(one.expected)}`);
  for (const file of report.failed) console.log(`failed: ${file}`);
  console.log(`\nmilliseconds per page: median ${report.ms.median}, p99 ${report.ms.p99}`);
}

function shown({ right, missed, wrong }: Counts): string {
  return `${right}/${missed}/${wrong}`;
}

function short(value: unknown): string {
  return JSON.stringify(value ?? null).slice(0, 120);
}
