/**
 * SIGKILL for the whole browser: nothing in it gets to end anything. What the operating system was given to write is
 * written all the same, so this is a crash of the browser, not a power cut.
 */
import type { Browser } from "puppeteer-core";

/** Resolves once no process of it is left. */
export async function killBrowser(browser: Browser): Promise<void> {
  const pid = browser.process()?.pid;
  if (pid === undefined) throw new Error("this browser was not started here");
  // The driver starts it as the head of a process group of its own.
  while (killGroup(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** @returns Whether there was any. */
function killGroup(pid: number): boolean {
  try {
    return process.kill(-pid, "SIGKILL");
  } catch {
    return false;
  }
}
