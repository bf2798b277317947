/**
 * What the popup remembers about reporting a page, in `storage.session`: memory only, gone with the browser. A page stands
 * in it as the digest of its address, because it lies where any view of ours can see it, also while the notes are locked.
 */
import type { Sha256 } from "@/src/model/digest";
import type { ExhibitId } from "@/src/model/exhibit";
import type { ReportPlace } from "@/src/model/look";
import type { ReportKind } from "@/src/model/note";
import { browser } from "./browser";

async function read<Value>(key: string): Promise<Value | null> {
  return ((await browser.storage.session.get(key))[key] as Value | undefined) ?? null;
}

const kindKey = (tabId: number): string => `kind:${tabId}`;

/** What the user said a report of this page is about; `null` where they said nothing of this page. @param page Its digest. */
export async function readReportKind(tabId: number, page: Sha256): Promise<ReportKind | null> {
  const kept = await read<{ page: Sha256; kind: ReportKind }>(kindKey(tabId));
  return kept?.page === page ? kept.kind : null;
}

export async function writeReportKind(tabId: number, page: Sha256, kind: ReportKind): Promise<void> {
  await browser.storage.session.set({ [kindKey(tabId)]: { page, kind } });
}

/** A report form that was opened for a page. Whether it was sent is for the user to say. */
export interface OpenedForm {
  /** The tab that the page was in, and the one that the form was opened in. */
  pageTab: number;
  formTab: number | null;
  page: Sha256;
  kind: ReportKind;
  /** The copy of the page that was kept just before; `null` for none. */
  exhibit: ExhibitId | null;
}

const openedKey = (tabId: number): string => `opened:${tabId}`;
const tabsOf = ({ pageTab, formTab }: OpenedForm): number[] => (formTab === null ? [pageTab] : [pageTab, formTab]);

export async function rememberOpened(opened: OpenedForm): Promise<void> {
  await browser.storage.session.set(Object.fromEntries(tabsOf(opened).map((tabId) => [openedKey(tabId), opened])));
}

/** The form that was opened from this tab or in it. */
export function readOpened(tabId: number): Promise<OpenedForm | null> {
  return read(openedKey(tabId));
}

export async function forgetOpened(opened: OpenedForm): Promise<void> {
  await browser.storage.session.remove(tabsOf(opened).map(openedKey));
}

const lookKey = (tabId: number): string => `look:${tabId}`;

/** Remembers which report a tab was opened from. */
export async function rememberLook(tabId: number, report: ReportPlace): Promise<void> {
  await browser.storage.session.set({ [lookKey(tabId)]: report });
}

export function readLook(tabId: number): Promise<ReportPlace | null> {
  return read(lookKey(tabId));
}
