/** How each kind of interruption is brought about, from outside, as the browser or its user would. */
import type { Page } from "puppeteer-core";
import type { Driven } from "../drive/driven";
import { type View, ViewGone } from "../drive/view";
import { BUILD_FOLDER } from "../release-build";
import type { Kind, Random } from "./plan";

export interface Scene {
  driven: Driven;
  page: Page;
  /** Another tab, all of one colour. */
  decoy: Page;
  /** One of our own pages, out of sight, that sees the job's state and the vault. */
  observer: View;
  popup: View;
  random: Random;
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const short = ({ random }: Scene) => wait(random() * 1500);

/** @returns What is to be undone when the run is over. */
export type Undo = () => Promise<unknown>;
type Act = (scene: Scene) => Promise<Undo | undefined> | Promise<void>;

const stopWorker = async ({ decoy }: Scene) => {
  const session = await decoy.createCDPSession();
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
};

const bounds = async ({ page }: Scene, windowState: "minimized" | "normal") => {
  const session = await page.createCDPSession();
  const { windowId } = await session.send("Browser.getWindowForTarget");
  await session.send("Browser.setWindowBounds", { windowId, bounds: { windowState } });
  await session.detach();
};

const resize = (page: Page, width: number, height: number) => page.setViewport({ width, height });

const press = ({ popup }: Scene, name: string) =>
  popup.run((wanted) => {
    const buttons = Array.from(document.querySelectorAll("button"));
    buttons.find((button) => button.textContent?.trim().startsWith(wanted))?.click();
  }, name);

interface Tabs {
  query(what: object): Promise<{ id: number }[]>;
  setZoom(tabId: number, factor: number): Promise<void>;
}

/** Runs in the background. */
function refuseToStore(): void {
  const refuse = () => {
    throw new DOMException("There is no more room.", "QuotaExceededError");
  };
  Object.assign(IDBObjectStore.prototype, { add: refuse, put: refuse });
}

const unlessGone = (error: unknown) => {
  if (!(error instanceof ViewGone)) throw error;
};

export const ACTS: Record<Kind, Act> = {
  navigation: async ({ page, decoy }) => void (await page.goto(decoy.url())),
  backAgain: async ({ page, decoy }) => {
    const before = page.url();
    await page.goto(decoy.url());
    // The driver waits in vain for a page that the browser has kept and only shows again.
    await page.evaluate(() => void setTimeout(() => history.back()));
    for (let looks = 0; looks < 60; looks += 1) {
      if ((await page.evaluate(() => location.href).catch(() => "")) === before) return;
      await wait(50);
    }
  },
  rename: async ({ page, random }) =>
    page.evaluate((adds) => history[adds ? "pushState" : "replaceState"](null, "", "?renamed"), random() < 0.5),
  tabSwitch: async (scene) => {
    await scene.decoy.bringToFront();
    await short(scene);
    await scene.page.bringToFront();
  },
  flipping: async (scene) => {
    for (let flip = 0; flip < 12; flip += 1) {
      await (flip % 2 === 0 ? scene.decoy : scene.page).bringToFront();
      await wait(scene.random() * 140);
    }
    await scene.page.bringToFront();
  },
  windowMinimised: async (scene) => {
    await bounds(scene, "minimized");
    await short(scene);
    await bounds(scene, "normal");
  },
  resize: async ({ page, random }) => {
    await resize(page, 700 + Math.round(random() * 500), 400 + Math.round(random() * 400));
  },
  resizeAndBack: async (scene) => {
    const before = await scene.page.evaluate(() => [innerWidth, innerHeight] as const);
    await resize(scene.page, 900, 600);
    await short(scene);
    await resize(scene.page, ...before);
  },
  zoom: async ({ observer, random }) => {
    const zoomTo = (factor: number) =>
      observer.run(async (wanted) => {
        const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
        const [tab] = await tabs.query({ active: true });
        await tabs.setZoom(tab!.id, wanted);
      }, factor);
    await zoomTo(random() < 0.5 ? 1.5 : 1.25);
    return () => zoomTo(0); // 0 is the usual one
  },
  scrolled: async ({ page, random }) => void (await page.evaluate((part) => scrollTo(0, part * 5000), random())),
  workerStopped: stopWorker,
  workerStoppedTwice: async (scene) => {
    await stopWorker(scene);
    await wait(600 + scene.random() * 2000);
    await stopWorker(scene);
  },
  quotaEaten: async ({ observer }) =>
    observer.run(async () => {
      const { tabs } = (globalThis as unknown as { chrome: { tabs: { captureVisibleTab(): Promise<string> } } }).chrome;
      for (let call = 0; call < 12; call += 1) {
        await tabs.captureVisibleTab().catch(() => "");
        await new Promise((resolve) => setTimeout(resolve, 120));
      }
    }, null),
  // Installed again over itself, as an update does.
  extensionReloaded: async ({ driven }) => void (await driven.browser.installExtension(BUILD_FOLDER.chromium)),
  // The browser's own limit does not bind an extension that may store without limit, so the refusal is put in its place.
  storageFull: async (scene) => {
    const { browser } = scene.driven;
    const target = await browser.waitForTarget((candidate) => candidate.type() === "service_worker");
    const session = await target.createCDPSession();
    // The compiler that runs these tools wraps named functions in a helper, which the background does not have.
    const expression = `((__name) => (${refuseToStore})())((named) => named)`;
    const { exceptionDetails } = await session.send("Runtime.evaluate", { expression });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    await session.detach();
    return () => stopWorker(scene); // the next one stores again
  },
  tabClosed: async ({ page }) => page.close(),
  popupClosed: async ({ popup }) => popup.run(() => document.defaultView?.close(), null).catch(unlessGone),
  stopPressed: async (scene) => press(scene, "Stop").catch(unlessGone),
};
