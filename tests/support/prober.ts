/** What a page learns that puts up everything to notice us: tests/fixtures/pages/prober.html. */
import type { Page } from "puppeteer-core";
import type { Driven } from "@/tools/drive/driven";
import { handOver, keepPage } from "@/tools/drive/journey";
import { BundleFile } from "./bundle-file";
import { countingServer } from "./counting-server";
import { expect } from "./journey";

interface Seen {
  changes: string[];
  events: string[];
  calls: string[];
}

const seenBy = (page: Page) => page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);

/** All of the page that a user would find changed. */
const standing = (page: Page) =>
  page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>("#field")!;
    const video = document.querySelector<HTMLVideoElement>("#video")!;
    return {
      html: document.documentElement.outerHTML,
      scroll: [scrollX, scrollY],
      focused: document.activeElement?.id,
      selection: [field.selectionStart, field.selectionEnd, field.value],
      video: [video.paused, video.currentTime, video.muted],
      animations: document.getAnimations().map(({ playState }) => playState),
      history: history.length,
      globals: Object.getOwnPropertyNames(globalThis).length,
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      frames: frames.length,
      open: document.querySelector("details")!.open,
    };
  });

/** What may change in a document, and the act that has to be listed then. */
const CHANGES: [RegExp, RegExp][] = [
  [/^attributes IMG loading$/, /^load-lazy-images$/],
  [/^attributes [A-Z]+ style$/, /^(?!load-lazy-images|restore)/],
];

/** @param own Addresses of files of ours, as far as a page could know them. */
export async function expectNotNoticed(driven: Driven, downloads: string, own: string[]): Promise<void> {
  const server = await countingServer();
  const page = await driven.openPage(`${server.origin}/prober.html`);
  await page.evaluate(() => {
    scrollTo(0, 700);
    document.querySelector<HTMLInputElement>("#field")!.focus({ preventScroll: true });
    document.querySelector<HTMLInputElement>("#field")!.setSelectionRange(2, 6);
  });
  // Before the click there is nothing to be found.
  expect(await page.evaluate(loadable, own)).toEqual([]);
  expect(
    await page.evaluate(() => Object.getOwnPropertyNames(globalThis).length - (globalThis as never)["known"]),
  ).toBe(1);
  await page.evaluate(() =>
    Object.assign((globalThis as unknown as { seen: Seen }).seen, { changes: [], events: [], calls: [] }),
  );
  const [before, asked] = [await standing(page), server.requests.length];
  expect(await seenBy(page)).toEqual({ changes: [], events: [], calls: [] });

  const kept = await keepPage(driven, page);
  expect(kept.label).toBe("EX-001");
  const after = await seenBy(page);
  expect(after.events).toEqual([]);
  expect(after.calls).toEqual([]);
  expect(await standing(page)).toEqual(before);
  // What scrolling through the page would ask for, and nothing else.
  expect(server.requests.slice(asked).filter((one) => one !== "GET /favicon.ico")).toEqual(["GET /count/lazy.png"]);
  expect(await page.evaluate(loadable, own)).toEqual([]);

  const { actions } = (await BundleFile.read(await handOver(driven, downloads))).record("001");
  const acts = actions.map(({ act }) => act);
  const isListed = (change: string) =>
    CHANGES.some(([what, act]) => what.test(change) && acts.some((one) => act.test(one)));
  expect([...new Set(after.changes.filter((change) => !isListed(change)))]).toEqual([]);
  expect(acts).toContain("load-lazy-images");
  await server.close();
}

/** Runs in the page. @returns Those addresses that the page could load in any way, and traces of ours it finds. */
async function loadable(addresses: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const address of addresses) {
    await fetch(address).then(
      () => found.push(`fetch ${address}`),
      () => {},
    );
    await new Promise<void>((resolve) => {
      const picture = new Image();
      picture.onload = () => resolve(void found.push(`picture ${address}`));
      picture.onerror = () => resolve();
      picture.src = address;
    });
  }
  const traces = performance.getEntries().map(({ name }) => name);
  return [...found, ...traces.filter((name) => name.includes("extension://") && !addresses.includes(name))];
}
