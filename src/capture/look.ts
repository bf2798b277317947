/** Looking at a page without keeping anything: what it says, and which of its posts is meant. */
import type { PageView } from "@/src/messaging/protocol";
import type { Click } from "@/src/model/thread";
import { browser } from "@/src/platform/browser";
import { deviceClock } from "@/src/platform/clock";
import { rememberSeen } from "@/src/platform/session-store";
import { PageLink } from "./page-link";
import { subjectOf } from "./subject";

/** Looks at the page afresh: what was pointed at before is forgotten. @throws {CaptureError} */
export async function lookAtPage(tabId: number): Promise<PageView> {
  const link = await PageLink.open(tabId);
  await link.ask("point", { click: null });
  return viewOf(link);
}

/** @param index The user's answer to "Which one?"; `null`: none of them. @throws {CaptureError} */
export async function choosePost(tabId: number, index: number | null): Promise<PageView> {
  const link = await PageLink.open(tabId);
  await link.ask("choose", { index });
  return viewOf(link);
}

/**
 * Points at the post that was right-clicked.
 * @returns Whether it is clear now which post is meant, or the page has no posts to tell apart.
 * @throws {CaptureError}
 */
export async function pointAt(tabId: number, click: Click): Promise<boolean> {
  const link = await PageLink.open(tabId);
  await link.ask("point", { click });
  return (await viewOf(link)).candidates.length === 0;
}

/** The part of what the browser tells about a click on our menu entry that is used. */
interface MenuClick {
  frameId?: number;
  linkUrl?: string;
  srcUrl?: string;
  selectionText?: string;
}

/** A click in a frame of the page is not looked into. */
export function clickOf({ frameId, linkUrl, srcUrl, selectionText }: MenuClick): Click {
  if (frameId) return { linkUrl: null, srcUrl: null, selectionText: null };
  return { linkUrl: linkUrl ?? null, srcUrl: srcUrl ?? null, selectionText: selectionText ?? null };
}

async function viewOf(link: PageLink): Promise<PageView> {
  const at = { capturedAt: deviceClock.now(), zone: deviceClock.timeZone() };
  const reading = await link.ask("inspect", { withThread: false, ...at });
  const { url = "" } = await browser.tabs.get(link.tabId);
  await rememberSeen(link.tabId, subjectOf(await link.ask("look", { drawn: false })));
  return { url, ...reading, inner: await link.ask("innerFind", {}) };
}
