/**
 * Where each capture stands, in `storage.session`: memory only, gone with the browser, shared by popup and background.
 */

import { isRunning, type Job, type JobState, type Order, type Subject } from "@/src/model/job";
import { browser } from "./browser";

const jobKey = (tabId: number): string => `job:${tabId}`;

export async function readJob(tabId: number): Promise<Job | null> {
  const key = jobKey(tabId);
  return ((await browser.storage.session.get(key))[key] as Job | undefined) ?? null;
}

export async function writeJob(tabId: number, state: JobState): Promise<void> {
  const job: Job = { tabId, state };
  await browser.storage.session.set({ [jobKey(tabId)]: job });
}

export async function clearJob(tabId: number): Promise<void> {
  await browser.storage.session.remove(jobKey(tabId));
}

/** Calls back on every change of a tab's job. Returns how to stop listening. */
export function watchJob(tabId: number, callback: (job: Job) => void): () => void {
  const key = jobKey(tabId);
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const job = changes[key]?.newValue as Job | undefined;
    if (area === "session" && job) callback(job);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

const seenKey = (tabId: number): string => `seen:${tabId}`;

/** Remembers which page was looked at, so that no other is captured in its place. */
export async function rememberSeen(tabId: number, subject: Subject): Promise<void> {
  await browser.storage.session.set({ [seenKey(tabId)]: subject });
}

/** @returns `null` where no page was looked at. It is told once. */
export async function takeSeen(tabId: number): Promise<Subject | null> {
  const key = seenKey(tabId);
  const subject = (await browser.storage.session.get(key))[key] as Subject | undefined;
  await browser.storage.session.remove(key);
  return subject ?? null;
}

const orderKey = (tabId: number): string => `order:${tabId}`;

export async function writeOrder(order: Order): Promise<void> {
  await browser.storage.session.set({ [orderKey(order.tabId)]: order });
}

export async function forgetOrder(tabId: number): Promise<void> {
  await browser.storage.session.remove(orderKey(tabId));
}

/** Jobs that were running when the background was stopped, each with its order where that was written down. */
export async function unfinishedJobs(): Promise<{ tabId: number; order: Order | null }[]> {
  const all = await browser.storage.session.get(null);
  const jobs = Object.entries(all).filter(([key]) => key.startsWith("job:"));
  const running = jobs.map(([, job]) => job as Job).filter(({ state }) => isRunning(state));
  return running.map(({ tabId }) => ({ tabId, order: (all[orderKey(tabId)] as Order | undefined) ?? null }));
}

/** Said to an open popup and to the next one: saved, without the number. */
export async function forgetNumbers(): Promise<void> {
  for (const [key, value] of Object.entries(await browser.storage.session.get(null))) {
    const { tabId, state } = value as Job;
    if (key.startsWith("job:") && state.step === "saved") await writeJob(tabId, { ...state, exhibit: null });
  }
}

const CUT_OFF = "cutOff";

/** Remembers that the saving of some page ended without anyone being told. */
export async function rememberCutOff(): Promise<void> {
  await browser.storage.session.set({ [CUT_OFF]: true });
}

/** @returns Whether the saving of a page was cut off. It is told once. */
export async function takeCutOff(): Promise<boolean> {
  const stored = await browser.storage.session.get(CUT_OFF);
  await browser.storage.session.remove(CUT_OFF);
  return stored[CUT_OFF] === true;
}

const coveredKey = (tabId: number): string => `covered:${tabId}`;

/** A tab that our style sheets lie on. */
export interface CoveredTab {
  tabId: number;
  /** Of what the sheets lie under, where they do (src/capture/cover-sheets.ts). */
  switchName: string | null;
}

/** Remembers that our style sheets lie on a tab, so that a later start of the background can take them off. */
export async function rememberCovered(covered: CoveredTab): Promise<void> {
  await browser.storage.session.set({ [coveredKey(covered.tabId)]: covered });
}

export async function forgetCovered(tabId: number): Promise<void> {
  await browser.storage.session.remove(coveredKey(tabId));
}

export async function coveredTabs(): Promise<CoveredTab[]> {
  const all = Object.entries(await browser.storage.session.get(null));
  return all.filter(([key]) => key.startsWith("covered:")).map(([, covered]) => covered as CoveredTab);
}

/** Forgets all of it, keys included. */
export async function clearMemory(): Promise<void> {
  await browser.storage.session.clear();
}
