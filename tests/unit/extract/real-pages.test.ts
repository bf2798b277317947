/**
 * Real saved pages, where somebody has them beside this project: they hold other people's words and are not part of it.
 * A fact may be missing; a fact that is given must not be wrong.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import type { PageFacts } from "@/src/model/page-facts";
import { extractorExpression } from "@/tools/extractor-script";
import { addressOf, type ExpectedPage, FACTS, factIn, GRAVE, judge } from "@/tools/judge-extract";
import { evaluateInPage, startPageBrowser } from "@/tools/page-dom";

const FOLDER = resolve(import.meta.dirname, "../../../../shared/fixtures");
const LIST = join(FOLDER, "expected.json");
/** A page may have no fact that its reader can find, but most must. */
const MOST_MISSED = 0.05;

async function readAll(pages: readonly ExpectedPage[]): Promise<PageFacts[]> {
  const expressionFor = await extractorExpression();
  const browser = await startPageBrowser();
  try {
    const facts: PageFacts[] = [];
    for (const page of pages) {
      const url = addressOf(page);
      const saved = { file: join(FOLDER, page.file), url };
      facts.push((await evaluateInPage(browser, saved, expressionFor(url))) as PageFacts);
    }
    return facts;
  } finally {
    await browser.close();
  }
}

const isThere = existsSync(LIST);
if (!isThere) console.log(`skipped: no saved pages in ${FOLDER}`);

test.skipIf(!isThere)(
  "gives no wrong fact on any saved page and misses at most one in twenty",
  { timeout: 120_000 },
  async () => {
    const { pages } = JSON.parse(readFileSync(LIST, "utf8")) as { pages: ExpectedPage[] };
    const read = await readAll(pages);
    const wrong: string[] = [];
    const missed: Record<string, number> = {};
    for (const fact of FACTS) {
      const verdicts = pages.map((page, index) => judge(page, read[index]!, fact));
      const count = (verdict: string) => verdicts.filter((one) => one === verdict).length;
      missed[fact] = count("missed") / Math.max(1, count("missed") + count("right"));
      pages.forEach((page, index) => {
        if (verdicts[index] === "wrong") wrong.push(`${fact} of ${page.file}: ${factIn(read[index]!, fact)}`);
      });
    }
    expect(wrong).toEqual([]);
    expect(GRAVE.filter((fact) => (missed[fact] ?? 0) > MOST_MISSED)).toEqual([]);
  },
);
