/** One interruption of one capture, and what is wrong afterwards. */
import type { Page } from "puppeteer-core";
import { isRunning, type JobState } from "@/src/model/job";
import type { Driven } from "../drive/driven";
import { type View, ViewGone } from "../drive/view";
import { ACTS, type Undo } from "./kinds";
import { openObserver, type Stored, statesTold, stored } from "./observer";
import { type Plan, randomFrom } from "./plan";

export interface Stage {
  driven: Driven;
  decoy: Page;
  observer: View;
  /** Address of the page that is captured. */
  url: string;
}

export interface Ran {
  plan: Plan;
  /** "saved", "saved, not whole: …", "not saved: …" or "gone with the extension". */
  outcome: string;
  /** Number of the exhibit, where there is one. */
  exhibit: number | null;
  /** What must not be; empty where all is well. */
  faults: string[];
}

const PATIENCE_MS = 60_000;
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Never throws: what goes wrong is a fault of the run. */
export async function runOnce(stage: Stage, plan: Plan): Promise<Ran> {
  const ran: Ran = { plan, outcome: "unknown", exhibit: null, faults: [] };
  let page: Page | null = null;
  try {
    page = await stage.driven.openPage(stage.url);
    await interrupt(stage, plan, page, ran);
  } catch (error) {
    ran.faults.push(`the run broke: ${(error as Error).message.split("\n")[0]}`);
  }
  await page?.close().catch(() => {});
  return ran;
}

async function interrupt(stage: Stage, plan: Plan, page: Page, ran: Ran): Promise<void> {
  const { driven, decoy } = stage;
  await page.evaluate(dress, plan.scrolled);
  const [before, had] = [await looks(page), await stored(stage.observer)];
  await statesTold(stage.observer, true);
  const popup = await startedSaving(driven, page, plan);
  if (plan.closesPopup && plan.kind !== "stopPressed")
    await popup.run(() => document.defaultView?.close(), null).catch(() => {});
  await wait(plan.afterMs);
  const random = randomFrom(plan.seed + 1);
  const undo = await ACTS[plan.kind]({ driven, page, decoy, observer: stage.observer, popup, random });
  if (plan.kind === "extensionReloaded") {
    await wait(1500);
    stage.observer = await openObserver(driven);
    ran.outcome = "gone with the extension";
  } else await ending(stage, ran);
  await (undo as Undo | undefined)?.();
  const now = await settled(stage.observer);
  ran.faults.push(...faultsStored(ran, had, now));
  if (await isSame(page, before.token)) ran.faults.push(...(await faultsOfPage(page, before)));
}

/** A popup that goes away before it was used, as it does where the browser shows something else, is opened again. */
async function startedSaving(driven: Driven, page: Page, { covered }: Plan): Promise<View> {
  for (let presses = 1; ; presses += 1) {
    try {
      const popup = await driven.pressToolbarButton(page);
      await popup.press(covered ? "Save with pictures covered" : "Save this page");
      return popup;
    } catch (error) {
      if (!(error instanceof ViewGone) || presses === 3) throw error;
    }
  }
}

/** Waits for the end that is told. */
async function ending({ observer }: Stage, ran: Ran): Promise<void> {
  for (const startMs = Date.now(); ; ) {
    const last = (await statesTold(observer)).at(-1);
    if (last && !isRunning(last)) return tell(last, ran);
    if (Date.now() - startMs > PATIENCE_MS) {
      ran.faults.push(`no end is told; last: ${JSON.stringify(last ?? null)}`);
      return;
    }
    await wait(50);
  }
}

function tell(state: JobState, ran: Ran): void {
  if (state.step === "failed") ran.outcome = `not saved: ${state.failure}`;
  if (state.step !== "saved") return;
  ran.exhibit = state.exhibit;
  const lacks = state.missing.filter(({ what }) => what === "full-page-picture").map(({ why }) => why);
  ran.outcome = lacks.length === 0 ? "saved" : `saved, not whole: ${lacks.join(", ")}`;
}

/** What is stored, once nothing is left that is still being cleared away, or after a while. */
async function settled(observer: View): Promise<Stored> {
  for (const startMs = Date.now(); ; await wait(100)) {
    const now = await stored(observer);
    const isClear = now.drafts + now.halves + now.leftInSession.length === 0;
    if (isClear || Date.now() - startMs > 5000) return now;
  }
}

function faultsStored(ran: Ran, had: Stored, now: Stored): string[] {
  const faults: string[] = [];
  if (now.drafts > 0 || now.halves > 0)
    faults.push(`half an exhibit is left: ${now.drafts} drafts, ${now.halves} bodies`);
  if (now.leftInSession.length > 0) faults.push(`left in the session: ${now.leftInSession.join(", ")}`);
  const more = now.exhibits - had.exhibits;
  const isReloaded = ran.plan.kind === "extensionReloaded"; // it may have ended before
  if (!isReloaded && more !== (ran.exhibit === null ? 0 : 1))
    faults.push(`${more} exhibits more, told as “${ran.outcome}”`);
  return faults;
}

interface Looks {
  token: string;
  html: string;
  scroll: string;
  styles: string[];
}

/** Runs in the page: gives it a picture, marks the document, and scrolls. */
function dress(scrolled: number): void {
  const image = document.createElement("img");
  image.src = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="blue"/></svg>')}`;
  image.style.position = "absolute";
  image.style.right = "8px";
  document.body.append(image);
  (globalThis as { mark?: string }).mark = String(Math.random());
  scrollTo(0, Math.round(scrolled * (document.documentElement.scrollHeight - innerHeight)));
}

function looks(page: Page): Promise<Looks> {
  return page.evaluate(() => ({
    token: (globalThis as { mark?: string }).mark ?? "",
    html: document.documentElement.outerHTML,
    scroll: `${scrollX},${scrollY}`,
    styles: [document.documentElement, document.body, document.images[0]!].map((element) => {
      const { objectPosition, backgroundColor, backgroundSize, filter, transition, translate } =
        getComputedStyle(element);
      const always = [backgroundColor, filter, translate];
      // Under a switch that was thrown, the root keeps looks that show only on a root with pictures (cover-switch.ts).
      const isRoot = element === document.documentElement;
      return (isRoot ? always : [...always, objectPosition, backgroundSize, transition]).join("; ");
    }),
  }));
}

/** Whether the page still shows the document that was captured. */
const isSame = (page: Page, token: string) =>
  page.evaluate((mark) => (globalThis as { mark?: string }).mark === mark, token).catch(() => false);

/** Where the user, or we, moved or sized the page meanwhile, its place is not ours to put back. */
const MOVES_PAGE = ["scrolled", "resize", "resizeAndBack", "zoom"];

async function faultsOfPage(page: Page, before: Looks): Promise<string[]> {
  let faults: string[] = [];
  for (const startMs = Date.now(); Date.now() - startMs < 5000; await wait(100)) {
    const now = await looks(page);
    faults = [];
    if (now.html !== before.html) faults.push("the page's elements are changed");
    if (now.styles.join() !== before.styles.join()) faults.push(`the page looks otherwise: ${now.styles.join(" | ")}`);
    if (now.scroll !== before.scroll) faults.push(`the page stands at ${now.scroll}, not ${before.scroll}`);
    if (faults.length === 0) break;
  }
  return faults;
}

/** @returns Faults that count for this kind. */
export function counted({ plan, faults }: Ran): string[] {
  return faults.filter((fault) => !(MOVES_PAGE.includes(plan.kind) && fault.startsWith("the page stands at")));
}
