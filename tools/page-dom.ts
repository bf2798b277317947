/**
 * Opens saved pages in a real Chromium under their own address: the address is answered with the file's bytes, scripts
 * do not run, and nothing is asked of the network.
 */
import { readFile } from "node:fs/promises";
import puppeteer, { type Browser, type HTTPRequest, type Page } from "puppeteer-core";
import { findBrowser } from "../scripts/browsers.mjs";

/** Longest that one page may take, from opening to answer. */
export const PAGE_TIMEOUT_MS = 30_000;

export interface SavedPage {
  file: string;
  /** http(s) address the page was saved from. */
  url: string;
}

/** A browser without network: even names that a page asks to look up early are not looked up. */
export async function startPageBrowser(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: await findBrowser("chromium"),
    args: [
      "--headless=new",
      "--host-resolver-rules=MAP * ~NOTFOUND",
      "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}

/**
 * Evaluates `expression` in the saved page and returns its value (plain JSON).
 * @throws when the file cannot be read, or the page does not load or answer within PAGE_TIMEOUT_MS.
 */
export async function evaluateInPage(browser: Browser, saved: SavedPage, expression: string): Promise<unknown> {
  return evaluateInHtml(browser, await readFile(saved.file), saved.url, expression);
}

/** The same for bytes that are in memory. */
export async function evaluateInHtml(
  browser: Browser,
  html: Uint8Array,
  url: string,
  expression: string,
): Promise<unknown> {
  const page = await browser.newPage();
  try {
    return await within(PAGE_TIMEOUT_MS, openAndEvaluate(page, html, url, expression));
  } finally {
    await within(5000, page.close()).catch(() => undefined); // a page that hangs must not hold up the next one
  }
}

async function openAndEvaluate(page: Page, html: Uint8Array, url: string, expression: string): Promise<unknown> {
  await page.setRequestInterception(true);
  let isAnswered = false;
  page.on("request", (request) => {
    const isNavigation = request.isNavigationRequest() && request.frame() === page.mainFrame();
    const reply = !isNavigation ? request.abort() : isAnswered ? stay(request) : answer(request, html);
    isAnswered ||= isNavigation;
    void reply.catch(() => undefined); // the page may be gone by now
  });
  await page.goto(url, { waitUntil: "domcontentloaded", timeout: PAGE_TIMEOUT_MS });
  return page.evaluate(expression);
}

/** "No content": the page that wants to lead elsewhere (`meta refresh`) stays as it is. */
function stay(request: HTTPRequest): Promise<void> {
  return request.respond({ status: 204 });
}

function answer(request: HTTPRequest, html: Uint8Array): Promise<void> {
  return request.respond({
    status: 200,
    contentType: saysItsCharset(html) ? "text/html" : "text/html; charset=utf-8",
    headers: { "Content-Security-Policy": "default-src 'none'; script-src 'none'" },
    body: html,
  });
}

/** By a byte order mark or a meta element near the start, which is where a browser looks. */
function saysItsCharset(html: Uint8Array): boolean {
  const start = Buffer.from(html.subarray(0, 4096)).toString("latin1");
  return /^(?:\xEF\xBB\xBF|\xFE\xFF|\xFF\xFE)/.test(start) || /<meta[^>]{1,500}charset\s*=/i.test(start);
}

async function within<Value>(timeoutMs: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs / 1000} s`)), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
