/**
 * Spoils the made-up pages of every platform in a real browser: cut, doubled, nested, with values of every size. Whatever
 * comes out must come without an exception, in time and within its limits.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FACT_LIMITS, MAX_MEDIA_COUNT } from "@/src/model/page-facts";
import { extractorExpression } from "@/tools/extractor-script";
import { evaluateInHtml, startPageBrowser } from "@/tools/page-dom";

const FOLDER = resolve(import.meta.dirname, "../../fixtures/extract");
const DOCUMENTS = 5000;
const LIMIT_MS = 200;

const SEEDS = readdirSync(FOLDER).map((file) => {
  const html = readFileSync(join(FOLDER, file), "utf8");
  return { file, html, url: (JSON.parse(/^<!-- (.*) -->$/m.exec(html)?.[1] ?? "{}") as { url: string }).url };
});

let browser: Browser;
let script: string;

beforeAll(async () => {
  browser = await startPageBrowser();
  const expression = (await extractorExpression())("URL");
  script = expression.slice(expression.indexOf("{") + 1, expression.lastIndexOf("return tidemarkExtract"));
}, 60_000);
afterAll(() => browser?.close());

function run<Result>(body: string): Promise<Result> {
  const given = `const SEEDS = ${JSON.stringify(SEEDS)}; const LIMITS = ${JSON.stringify(FACT_LIMITS)};`;
  const code = `(() => { ${script}; ${given} ${HELPERS} ${body} })()`;
  return evaluateInHtml(browser, new TextEncoder().encode("<p>"), "https://x.example/", code) as Promise<Result>;
}

/** Runs in the page. */
const HELPERS = String.raw`
  let state = 20260506;
  const random = (below) => { state = (Math.imul(state, 1103515245) + 12345) >>> 0; return Math.floor((state / 2 ** 32) * below); };
  const part = (text) => { const from = random(text.length); return text.slice(from, from + random(400)); };
  const VALUES = ["", "\uD800", "x".repeat(9000), "@".repeat(50), "javascript:alert(1)", "http://[", "https://a.example/\u202E", "2024-13-45T99:99", "1e999", "-1", "\u200B", "{}", "[[[[", "null"];
  const SPOIL = [
    (html) => { const at = random(html.length); return html.slice(0, at) + html.slice(at + random(200)); },
    (html) => { const at = random(html.length); return html.slice(0, at) + part(html).repeat(random(20)) + html.slice(at); },
    (html) => html.replace(/"[^"]{0,80}"/g, (value) => random(12) ? value : '"' + VALUES[random(VALUES.length)] + '"'),
    (html) => html.replace(/>[^<]{1,80}</g, (text) => random(8) ? text : ">" + VALUES[random(VALUES.length)] + "<"),
    (html) => html.replace("<body>", "<body>" + "<div>".repeat(random(600))),
    (html) => html.replace(/\d/g, (digit) => random(15) ? digit : String(random(10))),
    (html) => part(html) + part(SEEDS[random(SEEDS.length)].html) + html,
    (html) => html.replace(/<(\w+)/g, (tag) => random(25) ? tag : ["<form name=querySelectorAll", "<svg", "<table", "<template", "<noscript"][random(5)]),
  ];
  const read = (html, url) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const before = performance.now();
    const post = tidemarkExtract.extractPost(page, url, null, { capturedAt: "2026-01-01T00:00:00Z" });
    return { post, page, tookMs: performance.now() - before };
  };
  const problemsOf = ({ post }) => Object.entries(post.facts).flatMap(([fact, value]) => {
    if (typeof value !== "string") return [];
    if (value.length > LIMITS[fact]) return [fact + " is too long"];
    return value.isWellFormed() ? [] : [fact + " is not well-formed"];
  }).concat(post.facts.mediaCount > ${MAX_MEDIA_COUNT} ? ["mediaCount"] : []);
`;

test("5,000 spoiled pages of all platforms never throw, hang or exceed a limit", { timeout: 120_000 }, async () => {
  const { problems, slowestMs } = await run<{ problems: string[]; slowestMs: number }>(`
    const problems = []; let slowestMs = 0;
    for (let count = 0; count < ${DOCUMENTS} && problems.length < 20; count++) {
      const seed = SEEDS[count % SEEDS.length];
      let html = seed.html;
      for (let times = 1 + random(4); times > 0; times--) html = SPOIL[random(SPOIL.length)](html).slice(0, 200000);
      const url = random(10) ? seed.url : SEEDS[random(SEEDS.length)].url;
      try {
        let result = read(html, url);
        for (let run = 0; run < 5 && result.tookMs > ${LIMIT_MS}; run++) result = read(html, url);
        slowestMs = Math.max(slowestMs, result.tookMs);
        problems.push(...problemsOf(result).map((problem) => seed.file + ": " + problem));
        if (result.tookMs > ${LIMIT_MS}) problems.push(seed.file + ": " + result.tookMs + " ms");
      } catch (error) { problems.push(seed.file + ": " + error); }
    }
    return { problems, slowestMs };`);
  console.log(`slowest of ${DOCUMENTS}: ${slowestMs.toFixed(1)} ms`);
  expect(problems).toEqual([]);
});

test("a page with very many posts of a platform is read in time", { timeout: 120_000 }, async () => {
  const times = await run<Record<string, number>>(`
    const times = {};
    for (const { file, html, url } of SEEDS) {
      const body = html.replace(/^[^]*<body[^>]*>/, "");
      const long = html + body.repeat(Math.min(1500, Math.ceil(1000000 / body.length)));
      times[file] = Infinity; // the fastest of several runs, as other programs run beside the tests
      for (let run = 0; run < 8 && times[file] > ${LIMIT_MS / 2}; run++) times[file] = Math.min(times[file], read(long, url).tookMs);
    }
    return times;`);
  const slow = Object.entries(times).filter(([, tookMs]) => tookMs > LIMIT_MS);
  console.log(
    `slowest: ${Object.entries(times)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 8)
      .map(([file, ms]) => `${file} ${ms.toFixed(0)} ms`)
      .join(", ")}`,
  );
  expect(slow).toEqual([]);
});
