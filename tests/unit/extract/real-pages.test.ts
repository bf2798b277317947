/**
 * Real saved pages, where somebody has them beside this project: they hold other people's words and are not part of it.
 * A fact may be missing; a fact that is given must not be wrong.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { isSameMoment } from "@/src/extract/moments";
import type { PageFacts } from "@/src/model/page-facts";
import { extractorExpression } from "@/tools/extractor-script";
import { evaluateInPage, startPageBrowser } from "@/tools/page-dom";

const FOLDER = resolve(import.meta.dirname, "../../../../shared/fixtures");
const LIST = join(FOLDER, "expected.json");
const FACTS = ["handle", "postedAt", "permalink", "repostedBy", "displayName", "profileUrl", "postedAtText"] as const;
const MUST_NOT_BE_WRONG = ["handle", "postedAt", "permalink", "repostedBy"] as const;

type Fact = (typeof FACTS)[number];
type Expected = { file: string; url: string | null; urlAlso?: string[]; profileUrlAlso?: string[] } & {
  [Name in Exclude<Fact, "permalink">]?: string | null;
};

/** Every value that is right for a fact; nothing where the list does not say. */
function rightValues(page: Expected, fact: Fact): (string | null)[] | undefined {
  if (fact === "permalink") return [page.url, ...(page.urlAlso ?? [])];
  const value = page[fact];
  return value === undefined ? undefined : [value, ...(fact === "profileUrl" ? (page.profileUrlAlso ?? []) : [])];
}

function isRight(fact: Fact, value: string, right: string): boolean {
  if (fact === "postedAt") return isSameMoment(value, right.replace(/\.(\d{3})\d*/, ".$1"));
  const plain = (text: string) => text.replace(/\/$/, "").replace(/^http:/, "https:");
  return fact === "permalink" || fact === "profileUrl" ? plain(value) === plain(right) : value === right;
}

function judge(page: Expected, facts: PageFacts, fact: Fact): "right" | "missed" | "wrong" | "none" {
  const right = rightValues(page, fact);
  const value = facts[fact];
  if (right === undefined) return "none";
  if (value === null) return right.some((one) => one !== null) ? "missed" : "none";
  return right.some((one) => one !== null && isRight(fact, value, one)) ? "right" : "wrong";
}

async function readAll(pages: readonly Expected[]): Promise<PageFacts[]> {
  const expressionFor = await extractorExpression();
  const browser = await startPageBrowser();
  try {
    const facts: PageFacts[] = [];
    for (const page of pages) {
      const url = page.url ?? "https://page.example/saved";
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
  "gives no wrong handle, time, permalink or reposter on any saved page",
  { timeout: 120_000 },
  async () => {
    const { pages } = JSON.parse(readFileSync(LIST, "utf8")) as { pages: Expected[] };
    const facts = await readAll(pages);
    const wrong: string[] = [];
    for (const fact of FACTS) {
      const verdicts = pages.map((page, index) => judge(page, facts[index]!, fact));
      const count = (verdict: string) => verdicts.filter((one) => one === verdict).length;
      console.log(`${fact}: ${count("right")} right, ${count("missed")} missed, ${count("wrong")} wrong`);
      pages.forEach((page, index) => {
        if (verdicts[index] === "wrong") wrong.push(`${fact} of ${page.file}: ${facts[index]?.[fact]}`);
      });
    }
    console.log(wrong.join("\n"));
    const isGrave = (line: string) => MUST_NOT_BE_WRONG.some((fact) => line.startsWith(`${fact} `));
    expect(wrong.filter(isGrave)).toEqual([]);
  },
);
