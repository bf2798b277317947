/** What a user does, step by step: keep a page, make a package. Shared by the demo and the end-to-end tests. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { Driven } from "./driven";
import type { View } from "./view";

export interface Kept {
  /** "EX-001", or `null` where the popup gave another end. */
  label: string | null;
  /** From pressing the button until the popup said how it ended. */
  captureMs: number;
  /** All that the popup said at the end. */
  said: string;
}

/** Ends of a capture, as the popup words them. */
const SAVED = /Saved as (EX-\d+)/;
const ENDED = /Saved as EX-\d+|Not saved|Stopped/;
/** A long page takes half a second a viewport. */
const CAPTURE_PATIENCE_MS = 300_000;

/** The two ways to save, by the name of their button. */
export type SaveButton = "Save this page" | "Save with pictures covered";

/** Presses the toolbar button on a page, then saves. @returns The popup, while the page is being saved. */
export async function startKeeping(driven: Driven, page: Page, button: SaveButton = "Save this page"): Promise<View> {
  const popup = await driven.pressToolbarButton(page);
  await popup.press(button);
  return popup;
}

/** Presses the toolbar button on a page, then saves, and waits for the end. */
export async function keepPage(driven: Driven, page: Page, button: SaveButton = "Save this page"): Promise<Kept> {
  const popup = await driven.pressToolbarButton(page);
  const seen = await popup.untilText(/Save this page|cannot be saved/);
  if (!seen.includes("Save this page")) return { label: null, captureMs: 0, said: seen };
  const startMs = performance.now();
  await popup.press(button);
  const said = await popup.untilText(ENDED, CAPTURE_PATIENCE_MS);
  return { label: SAVED.exec(said)?.[1] ?? null, captureMs: Math.round(performance.now() - startMs), said };
}

/** Makes one package of everything kept. @returns The path of the downloaded file. */
export async function handOver(driven: Driven, downloads: string): Promise<string> {
  const before = new Set(await readdir(downloads));
  const library = await driven.openOwnPage("library.html");
  await library.press("Hand over");
  await library.press("Make the package");
  await library.untilText(/The package is ready|No package was made/, CAPTURE_PATIENCE_MS);
  return downloaded(downloads, before);
}

/** Waits for one new, finished .zip in a folder. */
async function downloaded(folder: string, before: ReadonlySet<string>): Promise<string> {
  for (let lastSize = -1, patience = 0; patience < 600; patience += 1) {
    const fresh = (await readdir(folder)).filter((name) => !before.has(name));
    const zip = fresh.find((name) => name.endsWith(".zip"));
    const isPending = fresh.some((name) => /\.(part|crdownload)$/.test(name));
    if (zip && !isPending) {
      const { size } = await stat(join(folder, zip));
      if (size > 0 && size === lastSize) return join(folder, zip);
      lastSize = size;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no package was downloaded into ${folder}`);
}
