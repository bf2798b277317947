/** Looks into the extension's background from outside (Chromium only). */
import type { Page } from "puppeteer-core";
import type { JobState } from "@/src/model/job";
import type { Driven } from "@/tools/drive/driven";

async function worker(driven: Driven) {
  const target = await driven.browser.waitForTarget((candidate) => candidate.type() === "service_worker");
  const found = await target.worker();
  if (!found) throw new Error("the background is not running");
  return found;
}

/** The one job there is. */
async function jobState(driven: Driven): Promise<JobState | null> {
  const stored = await (await worker(driven)).evaluate(async () => {
    const api = (globalThis as unknown as { chrome: { storage: { session: { get(): Promise<object> } } } }).chrome;
    return Object.entries(await api.storage.session.get()).filter(([key]) => key.startsWith("job:"));
  });
  return (stored[0]?.[1] as { state: JobState } | undefined)?.state ?? null;
}

export async function untilJob(
  driven: Driven,
  isSo: (state: JobState) => boolean,
  patienceMs = 60_000,
): Promise<JobState> {
  const startMs = Date.now();
  for (;;) {
    const state = await jobState(driven);
    if (state && isSo(state)) return state;
    if (Date.now() - startMs > patienceMs) throw new Error(`the job stays at ${JSON.stringify(state)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const tilesDone = (count: number) => (state: JobState) =>
  (state.step === "capturing" || state.step === "paused") && state.tilesDone >= count;

export const ended = (state: JobState) => state.step === "saved" || state.step === "failed";

/** How many rows each store of the vault holds, as one of our own pages sees it. */
export async function storedRows(driven: Driven): Promise<Record<string, number>> {
  const own = await driven.openOwnPage("library.html");
  return own.run(async () => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open("notes"));
    const counts: Record<string, number> = {};
    for (const name of db.objectStoreNames) counts[name] = await done(db.transaction(name).objectStore(name).count());
    db.close();
    return counts;
  }, null);
}

/**
 * Stops the background as the browser may do at any moment. Only where the test has not looked into it: the driver holds
 * back the next one then.
 */
export async function stopWorkers(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
}

/**
 * From now on the browser gives no photograph, as under a policy that forbids it. That policy binds every browser of the
 * machine, so the refusal is put in the place of the one call in the background.
 */
export async function refuseToPhotograph(driven: Driven): Promise<void> {
  await driven.openOwnPage("library.html"); // starts the background
  await (await worker(driven)).evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { tabs: { captureVisibleTab: () => Promise<never> } } };
    chrome.tabs.captureVisibleTab = () => Promise.reject(new Error("Taking screenshots has been disabled"));
  });
}

/**
 * From now on whole-page files are allowed, and the browser's file is the one given: the question for the permission is a
 * window of the browser's own, which nothing outside can answer. `Page.captureSnapshot` gives the same file as the API.
 */
export async function allowWholePage(driven: Driven, mhtml: string): Promise<void> {
  await driven.openOwnPage("library.html"); // starts the background
  await (await worker(driven)).evaluate((text) => {
    type Api = { permissions: object; pageCapture?: object };
    const { chrome, browser } = globalThis as unknown as { chrome: Api; browser?: Api };
    for (const api of [chrome, browser ?? chrome]) {
      Object.assign(api.permissions, { contains: async () => true });
      const pageCapture = { saveAsMHTML: async () => new Blob([text]) };
      Object.defineProperty(api, "pageCapture", { value: pageCapture, configurable: true });
    }
  }, mhtml);
}
